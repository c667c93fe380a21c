import { pathOf, type Register } from '../../declare/register.ts'
import type { Actor } from '../actor.ts'
import type { Engine } from '../engine.ts'

/** What a token may be given: a word for the machine and words for whoever gives it. */
export interface Scope {
  readonly scope: string
  readonly words: string
}

/** Figures are of all registers: one scope for all that the role may see of them. */
export const figuresScope = 'figures:read'

const scopeOf = (register: Register, deed: string): string =>
  `${pathOf(register)}:${deed === 'read' || deed === 'start' ? deed : `act.${deed}`}`

const everyAct = (register: Register): string => `${pathOf(register)}:act`

/** Whether somebody may try a deed (`read`, `start` or an action): people always, another system as far as its token reaches. */
export const reaches = ({ scopes }: Pick<Actor, 'scopes'>, register: Register, deed: string): boolean =>
  scopes === undefined ||
  scopes.includes(scopeOf(register, deed)) ||
  (deed !== 'read' && deed !== 'start' && scopes.includes(everyAct(register)))

export const reachesFigures = ({ scopes }: Pick<Actor, 'scopes'>): boolean => scopes?.includes(figuresScope) ?? true

const feedScope = (key: string): string => `feeds:${key}`

/** Whether somebody may send the form of this register by its feed. */
export const reachesFeed = ({ scopes }: Pick<Actor, 'scopes'>, key: string): boolean =>
  scopes?.includes(feedScope(key)) ?? true

/** The same actor, reaching the deeds of the register's long form and nothing else: what is sent by a feed is all of them. */
export const withinForm = (actor: Actor, register: Register): Actor => {
  const { form } = register.pathway.start
  const deeds = ['start', form?.sends ?? '', ...(form?.tasks ?? []).map(({ adds }) => adds ?? '')]
  return { ...actor, scopes: deeds.filter(deed => deed !== '').map(deed => scopeOf(register, deed)) }
}

const scopesIn = (register: Register, role: string): readonly Scope[] => {
  const { pathway, access, record } = register
  const may = (by: readonly string[]) => by.includes(role)
  const { feed } = pathway.start.form ?? {}
  const acts = Object.entries(pathway.actions).filter(([, { by }]) => may(by))
  return [
    ...(feed && may(pathway.start.by)
      ? [{ scope: feedScope(feed.key), words: `${record.plural}: send by the feed, and nothing else` }]
      : []),
    ...((access.read as Readonly<Record<string, unknown>>)[role] === undefined
      ? []
      : [{ scope: scopeOf(register, 'read'), words: `${record.plural}: read` }]),
    ...(may(pathway.start.by) ? [{ scope: scopeOf(register, 'start'), words: `${record.plural}: start` }] : []),
    ...(acts.length > 0
      ? [{ scope: everyAct(register), words: `${record.plural}: everything else the role does` }]
      : []),
    ...acts.map(([action, { label }]) => ({
      scope: scopeOf(register, action),
      words: `${record.plural}: ${label.replace(/^./, first => first.toLowerCase())}`,
    })),
  ]
}

/** What a token of this role can be given. A scope gives nothing that the role does not: it only says how much of it. */
export const scopesOf = (engine: Pick<Engine, 'registers' | 'roles'>, role: string): readonly Scope[] => {
  const found = engine.registers.flatMap(register => scopesIn(register, role))
  return found.length === 0 && engine.roles[role]?.figures !== true
    ? []
    : [...found, { scope: figuresScope, words: 'Figures, as far as the role sees them' }]
}
