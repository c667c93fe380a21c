import type { FastifyRequest } from 'fastify'
import type { Actor } from '../engine/actor.ts'
import type { Engine } from '../engine/engine.ts'

/** What the JSON interface may use, built once in `app/createApp.ts`. */
export interface Api {
  readonly engine: Engine
  /** Who asks: from the session alone, never from what was sent. Nothing when nobody is signed in. */
  readonly actorOf: (request: FastifyRequest) => Promise<Actor | null>
  /** Told of what nobody foresaw, to write it down without what was sent. */
  readonly logDefect?: (request: FastifyRequest, error: unknown) => void
  /** Printed in the description of the interface. */
  readonly partnership: string
  /** Name of the session cookie, for the description of the interface. */
  readonly cookie?: string
  /** The figure engine; absent where no figures are served, and its addresses then do not exist. */
  readonly figures?: ApiFigures
}

/** What a figure is asked for, as it stands in the address; the figure engine reads and checks it. */
export interface FigureAsked {
  readonly period: string
  readonly asAt?: string
}

/**
 * The functions of the measure engine (`engine/measures`), disclosure control applied; their answers are plain JSON values.
 * Each throws Outcome: notFound for an unknown measure, forbidden for cases this person may not open, invalid for a
 * period, a moment or a breakdown that makes no sense.
 */
export interface ApiFigures {
  readonly figureOf: (engine: Engine, actor: Actor, key: string, asked: FigureAsked) => Promise<unknown>
  readonly breakdownOf: (
    engine: Engine,
    actor: Actor,
    key: string,
    asked: FigureAsked & { readonly by: string },
  ) => Promise<unknown>
  readonly casesOf: (
    engine: Engine,
    actor: Actor,
    key: string,
    asked: FigureAsked & { readonly page: number; readonly pageSize: number },
  ) => Promise<unknown>
}
