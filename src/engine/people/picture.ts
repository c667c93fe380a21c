import type { VNode } from 'preact'
import type { Day } from '../../kit/dates.ts'

// What a picture of a family is made of, and what comes back. Names and words are shown as they are given; nothing here
// knows who may see whom. Whoever is not to be seen is left out by the caller: a relationship with a person who was not
// given is neither drawn nor listed, so that it tells nothing of that person.

type Maybe<T> = T | null | undefined

/** A day, or what is known of it in words ("2015", "about 2010"). */
export type When = Day | string

export interface Person {
  readonly id: string
  /** As it is to be shown, or "Unknown". */
  readonly name: string
  readonly sex: 'female' | 'male' | 'unknown'
  readonly bornOn?: Maybe<When>
  /** The day a child who is not yet born is expected. Without `bornOn` the person is drawn as unborn. */
  readonly expectedOn?: Maybe<When>
  readonly diedOn?: Maybe<When>
  /** The age as it is to be shown: "14 years". */
  readonly ageWords?: Maybe<string>
  /** The child, or one of the children, the picture is about. */
  readonly isSubject?: Maybe<boolean>
  /** Address of the person's page, for the lists. The picture has no links: it is one image to a screen reader. */
  readonly href?: Maybe<string>
}

export type ParentNature = 'birth' | 'adoptive' | 'step' | 'foster' | 'guardian' | 'notKnown'
export type PartnerStatus = 'married' | 'together' | 'separated' | 'divorced' | 'notKnown'

interface Tie {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly since?: Maybe<When>
  readonly until?: Maybe<When>
}

/** From the parent to the child. */
export interface ParentTie extends Tie {
  readonly kind: 'parent'
  readonly nature: ParentNature
  /** Children Act 1989, section 3. `null`: asked and not known; absent: not asked. */
  readonly parentalResponsibility?: Maybe<boolean>
}

export interface PartnerTie extends Tie {
  readonly kind: 'partner'
  readonly status: PartnerStatus
}

/** `from` is the grandparent, aunt, carer … of `to`. A sibling is recorded where no common parent is. */
export interface OtherTie extends Tie {
  readonly kind:
    | 'sibling'
    | 'halfSibling'
    | 'grandparent'
    | 'auntUncle'
    | 'cousin'
    | 'carer'
    | 'friend'
    | 'associate'
    | 'other'
  /** What `from` is to `to`, where the kind says too little: "Private foster carer", "Neighbour". */
  readonly label?: Maybe<string>
  readonly parentalResponsibility?: Maybe<boolean>
}

export type Relationship = ParentTie | PartnerTie | OtherTie

export interface Household {
  readonly id: string
  readonly label: string
  readonly memberIds: readonly string[]
}

/** What every picture is called. */
interface Named {
  /** Tells pictures on one page apart. Letters, digits, hyphens. */
  readonly id?: string
  /** Read out first; made of the names of the children where left out. */
  readonly title?: string
}

export interface GenogramInput extends Named {
  readonly people: readonly Person[]
  readonly relationships: readonly Relationship[]
  readonly households?: readonly Household[]
}

export type Strength = 'strong' | 'weak' | 'stressful' | 'notKnown'

/** One agency, service, school, professional, friend or other support of the child or household. */
export interface Support {
  readonly id: string
  readonly label: string
  /** In words: "School", "GP", "Friend". */
  readonly kind: string
  readonly strength?: Maybe<Strength>
  readonly since?: Maybe<When>
  readonly until?: Maybe<When>
  readonly href?: Maybe<string>
}

export interface EcomapInput extends Named {
  /** The child, or the household with who lives in it. */
  readonly centre: {
    readonly label: string
    readonly kind: 'child' | 'home'
    readonly members?: readonly string[]
    readonly href?: Maybe<string>
  }
  readonly supports: readonly Support[]
}

/** A group of peers: "Tuesday park group". */
export interface PeerGroup {
  readonly id: string
  readonly label: string
  /** In words: "Friends", "Online group"; "Group" where left out. */
  readonly kind?: Maybe<string>
  /** The day it was closed. */
  readonly until?: Maybe<When>
  readonly href?: Maybe<string>
}

export interface Association {
  readonly id: string
  /** A person or a group. */
  readonly from: string
  readonly to: string
  /** In words, as it reads between two names: "Friend of", "Seen with", "Was a member of". */
  readonly kind: string
  /** Likely rests on more than one source, possible on one that nobody has checked. */
  readonly certainty?: Maybe<'confirmed' | 'likely' | 'possible' | 'notKnown'>
  /** What the person is in the group, in words: "Takes part". */
  readonly part?: Maybe<string>
  readonly since?: Maybe<When>
  readonly until?: Maybe<When>
  /** It is over: it is kept, and drawn and listed as over. */
  readonly ended?: Maybe<boolean>
  /** Who says so: "School, 3 May 2026". */
  readonly source?: Maybe<string>
  /** Address of the record that says so, for the lists. */
  readonly href?: Maybe<string>
}

export interface PeerMapInput extends Named {
  /** Who or which group stands in the middle, by its id; nobody where left out. */
  readonly centre?: Maybe<string>
  readonly people: readonly Person[]
  readonly groups?: readonly PeerGroup[]
  readonly associations: readonly Association[]
}

/** One line of the picture, in words. */
export interface EdgeRow {
  readonly edgeId: string
  /** The number on the line, in a peer map. */
  readonly number?: number
  readonly who: string
  readonly whoHref?: string
  /** As it reads between the two names: "Birth mother of". */
  readonly relation: string
  readonly toWhom: string
  readonly toWhomHref?: string
  /** In words, empty where not known. */
  readonly since: string
  readonly until: string
  /** What `who` is in the group `toWhom`. */
  readonly part?: string
  /** How sure it is, in a peer map. */
  readonly sure?: string
  readonly source?: string
  /** Address of the record that says so. */
  readonly href?: string
  /** All of it as a sentence. */
  readonly words: string
}

/** One symbol of the picture, in words. */
export interface NodeRow {
  readonly id: string
  readonly name: string
  readonly href?: string
  /** "Female", "Unborn child", "Group", "School". */
  readonly what: string
  /** Birth, age and death, in words; empty where not known. */
  readonly dates: string
  /** Households, of which the picture shows outlines. */
  readonly households: readonly string[]
  /** No line of the picture begins or ends here. */
  readonly alone: boolean
}

/** A picture and the same in words: each line with `data-edge` is one of `rows`, each symbol with `data-node` one of `nodes`. */
export interface Picture {
  readonly svg: VNode
  readonly rows: readonly EdgeRow[]
  readonly nodes: readonly NodeRow[]
  readonly title: string
  /** What the picture shows, in full sentences. */
  readonly summary: string
  /** Size at which its text is 14 pixels and more. */
  readonly width: number
  readonly height: number
}
