import type { VNode } from 'preact'
import type { Typed } from '../declare/input.ts'
import type { Role } from '../declare/roles.ts'
import type { Actor } from '../engine/actor.ts'
import type { PackDocument } from '../engine/documents/pack.ts'
import type { WordDocument } from '../engine/documents/word.ts'
import type { Engine } from '../engine/engine.ts'
import type { Upload } from '../engine/files/takeIn.ts'
import type { Asked } from '../engine/measures/find.ts'
import type { Drawn } from '../engine/measures/words.ts'
import type { SealedPack } from '../engine/pack/packs.ts'
import type { PackContents, PackMaker } from '../engine/pack/section.ts'
import type { EcomapInput, GenogramInput, PeerMapInput, Picture } from '../engine/people/picture.ts'
import type { FactorPolicy } from '../engine/people/sessions.ts'
import type { Period } from '../kit/periods.ts'
import type { Assets } from './assets/assets.ts'
import type { Seal } from './security/seal.ts'

/** What every page may use, built once in `app/createApp.ts`. */
export interface Web {
  readonly engine: Engine
  readonly partnership: string
  /** What a menu calls each group of registers. */
  readonly groups: Readonly<Record<string, string>>
  /** Number of the contact team. */
  readonly telephone: string
  /** Where people reach Canopy, without a slash at the end: for calendars, which are read elsewhere. */
  readonly address: string
  /** Whether e-mails go out. */
  readonly mails: boolean
  /** Whether this is the demonstration: invented people, one-click sign-in, a banner on every page. */
  readonly demo: boolean
  readonly assets: Assets
  readonly idleMinutes: number
  readonly secureCookies: boolean
  /** Who must have a second factor. */
  readonly secondFactor: FactorPolicy['secondFactor']
  /** Seals second factors; never shown or logged. */
  readonly secret: string
  /** Whether webhooks may lead into private networks. */
  readonly webhookPrivate: boolean
  /** Made by another surface, which the composition root brings: a page itself has no way to insert a drawing. */
  readonly charts: Charts
  readonly report: YearlyReport
  readonly pictures: Pictures
  readonly documents: Documents
  readonly pack: OfflinePack
  /** Hand-written pages of registers and reading pages, from `app/pages.ts`. */
  readonly pages: readonly HandWrittenPage[]
}

/** A chart: what it shows in words, and its values, of which null is drawn as its mark. */
export interface Chart {
  readonly title: string
  readonly subtitle: string
  /** What is counted ("contacts"), or "%". */
  readonly unit: string
  readonly rows: readonly Drawn[]
}

export interface Charts {
  readonly bar: (chart: Chart) => Promise<VNode>
  readonly line: (chart: Chart) => Promise<VNode>
}

/** Pictures of families, drawn by another surface like charts, each with the same in words. */
export interface Pictures {
  readonly genogram: (input: GenogramInput) => Picture
  readonly ecomap: (input: EcomapInput) => Picture
  readonly peerMap: (input: PeerMapInput) => Picture
  /** A picture as a document of its own, to be put into a letter or a report. */
  readonly standalone: (picture: Picture) => string
}

/** Documents for an office program. */
export interface Documents {
  readonly word: (document: WordDocument) => Promise<Buffer>
  readonly pack: (document: PackDocument) => Promise<Buffer>
  /** A whole HTML document as a PDF, with this at the head of every sheet. */
  readonly pdf: (document: string, running: string) => Promise<Buffer>
}

/** The offline pack: what it holds, how it looks on a page, and the file that opens itself. */
export interface OfflinePack extends PackMaker {
  readonly article: (contents: PackContents) => VNode
  readonly document: (partnership: string, made: string, sealed: Pick<SealedPack, 'head' | 'bytes'>) => string
}

export interface YearlyReport {
  /** The figures it tells, in sections: of each section, whoever sees all its figures is shown it. */
  readonly measures: readonly string[]
  /** Whether there is a section for this person. */
  readonly isFor: (engine: Pick<Engine, 'registers' | 'roles'>, actor: Pick<Actor, 'role'>) => boolean
  readonly build: (
    engine: Engine,
    actor: Actor,
    partnership: string,
    asked: Asked,
  ) => Promise<{
    readonly title: string
    readonly period: Period
    readonly article: VNode
    readonly document: string
  }>
}

/** Parameters of an address. */
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>

/** One signed-in request. The actor is the session's, never the body's. */
export interface Visit {
  readonly actor: Actor
  /** All posts the person holds today; more than one gives a switch. */
  readonly posts: readonly Actor[]
  readonly csrf: string
  /** Hides in an address what a person typed. */
  readonly seal: Seal
  readonly sessionExpires: number
  readonly path: string
  /** Where this Canopy is, for a link that somebody passes on: "https://canopy.example.org". */
  readonly origin: string
  readonly query: Query
  readonly params: Readonly<Record<string, string>>
  /** The posted form without the CSRF token. */
  readonly typed: Typed
  /** The file that came with the form. */
  readonly file: Upload | undefined
  /** A banner from the deed before, shown once. */
  readonly banner: string | undefined
  /** How many notices the person has not read. */
  readonly unread: number
}

/** What a page handler answers: a document, a file, or a redirection after a post. */
export type Answer =
  | { readonly page: VNode; readonly status?: number }
  | { readonly redirect: string }
  | {
      readonly file: Buffer | string
      readonly type: string
      readonly name?: string
      /** In place of those that every answer has. */
      readonly headers?: Readonly<Record<string, string>>
    }

export type Handler = (web: Web, visit: Visit) => Promise<Answer>

/** A page that is not generated. There is no other way to add a route: method, path, who may, and a name for the ledger. */
export interface HandWrittenPage {
  readonly method: 'GET' | 'POST'
  /** Fastify path: `/contact/start/several`. */
  readonly path: string
  readonly by: readonly Role[]
  readonly name: string
  readonly handler: Handler
  /** Keeps a form that arrives after the session ended as that person's draft; shows nothing. */
  readonly keep?: (web: Web, visit: Visit) => Promise<void>
  /** Where it stands in the service navigation, if it does. */
  readonly navigation?: { readonly text: string; readonly order: number }
}
