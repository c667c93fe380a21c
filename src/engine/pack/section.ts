import { now } from '../../kit/clock.ts'
import type { Instant } from '../../kit/dates.ts'
import type { Actor } from '../actor.ts'
import type { Engine } from '../engine.ts'

/** A part of the offline pack, contributed by the composition root: what it holds, asked as the person whose pack it is. */
export type PackSection = PackHeading & PackLines

interface PackHeading {
  /** Under which its lines are counted. */
  readonly key: string
  readonly title: string
}

interface PackLines {
  /** Names of the columns; with `cards` the first column is the heading of each card. */
  readonly head: readonly string[]
  readonly layout: 'table' | 'cards'
  /** What stands there when there are no lines. */
  readonly none: string
  /** Reads as this person through their own scope, so that nothing they may not know is in it. */
  readonly lines: (engine: Engine, actor: Actor) => Promise<readonly (readonly string[])[]>
}

export type PackPart = PackHeading & Omit<PackLines, 'lines'> & { readonly lines: readonly (readonly string[])[] }

/** Everything in one pack, as known at one moment. */
export interface PackContents {
  readonly partnership: string
  readonly person: string
  readonly role: string
  readonly at: Instant
  readonly parts: readonly PackPart[]
}

/** What packs of this partnership are made of. */
export interface PackMaker {
  /** Who may have one. */
  readonly roles: readonly string[]
  readonly sections: readonly PackSection[]
  /** The contents as the HTML that is sealed: markup alone, which a browser shows after it has opened the file. */
  readonly render: (contents: PackContents) => string
}

/** The contents of a pack for this person now. A section that fails fails the pack: half a pack would be taken for a whole one. */
export const gatherPack = async (
  engine: Engine,
  actor: Actor,
  { sections }: Pick<PackMaker, 'sections'>,
  partnership: string,
): Promise<PackContents> => {
  const at = now()
  const parts: PackPart[] = []
  for (const section of sections) parts.push({ ...section, lines: await section.lines(engine, actor) })
  return { partnership, person: actor.name, role: engine.roles[actor.role]?.label ?? actor.role, at, parts }
}

/** How many lines a part holds. */
export const lineCount = ({ lines }: PackPart): number => lines.length
