import { setting } from '../../../declare/clock.ts'
import type { Options } from '../../../declare/field.ts'
import { addMonths, ageOn, type Day, daysBetween } from '../../../kit/dates.ts'

/** Time limits that no law sets: each partnership may change them. */
export const settings = {
  transfer: setting({
    key: 'private_fostering_transfer_days',
    label: 'A notification reaches the team that will visit within',
    unit: 'days',
    default: 7,
    source: 'Local policy: "immediately", and well within 7 days',
  }),
  assessment: setting({
    key: 'private_fostering_assessment_days',
    label: 'The assessment is agreed within',
    unit: 'working days of the notification',
    default: 42,
    source: 'Guidance on private fostering 2005 (rulebook PF-04, grade C); local policy',
  }),
} as const

/** Age from which a child is no longer privately fostered: Children Act 1989, section 66(1) and (4). */
export const ageLimits = { child: 16, disabledChild: 18 } as const
/** Care that lasts, or is meant to last, this long is private fostering: Children Act 1989, section 66(2). */
export const shortestStayDays = 28
/** A carer gives notice this long before the child moves in: SI 2005/1533, regulation 3(1)(a); rulebook PF-02. */
export const noticeDays = 42

/** Who is never a private foster carer: Children Act 1989, sections 66(1) and 105(1). A closed list. */
const closeRelations = {
  grandparent: 'Grandparent',
  sibling: { label: 'Brother or sister', hint: 'Of full or half blood, or by marriage or civil partnership' },
  auntUncle: { label: 'Aunt or uncle', hint: 'Of full or half blood, or by marriage or civil partnership' },
  stepParent: { label: 'Step-parent', hint: 'Married to a parent, or in a civil partnership with one' },
} as const
const responsible = {
  parent: 'Parent',
  parentalResponsibility: 'Another person with parental responsibility',
} as const

/** What the carer is to the child. Everyone outside the closed list may be a private foster carer. */
export const relations = {
  ...responsible,
  ...closeRelations,
  greatAuntUncle: 'Great-aunt or great-uncle',
  cousin: 'Cousin',
  parentsPartner: { label: 'Partner of a parent', hint: 'Not married and not in a civil partnership' },
  otherRelative: 'Another relative',
  familyFriend: 'Friend of the family',
  friendsParent: 'Parent of a friend of the child',
  hostFamily: { label: 'Host family', hint: 'For a language school, a boarding school, a club or an exchange' },
  sponsor: 'Sponsor (Homes for Ukraine)',
  someoneElse: 'Someone else',
  notKnown: 'Not known yet',
} as const satisfies Options
export type Relation = keyof typeof relations

export const isResponsible = (relation: Relation): boolean => relation in responsible
export const isCloseRelation = (relation: Relation): boolean => relation in closeRelations

/** The answer to "is this private fostering?" by what is recorded, in a sentence that says why. */
export const definitions = {
  meets: 'Yes: the child is young enough, stays for 28 days or more, and the carer is not a close relative',
  parent: 'No: the carer is a parent or has parental responsibility',
  closeRelative: 'No: the carer is a close relative',
  tooOld: 'No: the child is 16 or over and not disabled, or 18 or over',
  shortStay: 'No: the stay is less than 28 days and is not meant to be longer',
  notKnown: 'Cannot tell yet: an answer about the age, the stay or the carer is missing',
} as const
export type Definition = keyof typeof definitions

export interface Facts {
  readonly bornOn: Day | null
  readonly disabled: 'yes' | 'no' | 'notKnown' | null
  readonly notifiedOn: Day | null
  readonly startsOn: Day | null
  readonly length: 'days28OrMore' | 'under28Days' | 'notKnown' | null
  readonly carerRelation: Relation | null
}

/** Whether the child is old enough not to be privately fostered; nothing while that cannot be told. */
export const isTooOld = ({ bornOn, disabled }: Pick<Facts, 'bornOn' | 'disabled'>, on: Day): boolean | null => {
  if (bornOn === null) return null
  const age = ageOn(bornOn, on)
  if (age < ageLimits.child) return false
  if (age >= ageLimits.disabledChild) return true
  return disabled === 'yes' ? false : disabled === 'no' ? true : null
}

/** One reason that says no is enough; every answer is needed for a yes (rulebook PF-01). */
export const definitionOf = (facts: Facts): Definition => {
  const { carerRelation, length, notifiedOn, startsOn } = facts
  if (carerRelation !== null && isResponsible(carerRelation)) return 'parent'
  if (carerRelation !== null && isCloseRelation(carerRelation)) return 'closeRelative'
  const day = [notifiedOn, startsOn]
    .filter(one => one !== null)
    .sort()
    .at(-1)
  const tooOld = day === undefined ? null : isTooOld(facts, day)
  if (tooOld) return 'tooOld'
  if (length === 'under28Days') return 'shortStay'
  const known = carerRelation !== null && carerRelation !== 'notKnown' && tooOld !== null && length === 'days28OrMore'
  return known ? 'meets' : 'notKnown'
}

/** Days of a stay, both the first and the last counted. */
export const stayDays = (from: Day, to: Day): number => daysBetween(from, to) + 1

/**
 * Visits are counted from the day the council became aware (SI 2005/1533, regulation 8(6)); where it knew in advance,
 * from the day the child moved in, because only then is the child fostered.
 */
export const visitsFrom = (awareOn: Day | null, startsOn: Day | null, livesThere: string | null): Day | null =>
  awareOn === null || livesThere !== 'yes' ? null : startsOn !== null && startsOn > awareOn ? startsOn : awareOn

/** Whether a day lies before the first anniversary of the day visits are counted from. */
export const inFirstYear = (from: Day, day: Day): boolean => day < addMonths(from, 12)

/** Why an arrangement is closed as not private fostering: outside section 66, or an exemption of Schedule 8. */
export const whyNot = {
  parent: 'The carer is a parent or has parental responsibility',
  closeRelative: 'The carer is a close relative',
  tooOld: 'The child is too old',
  shortStay: 'The stay is less than 28 days and is not meant to be longer',
  notTheirHome: 'The child does not live in the home of the carer',
  lookedAfter: { label: 'The child is looked after by a council', hint: 'Schedule 8, paragraph 1' },
  familyLivesThere: {
    label: 'A parent, a person with parental responsibility, or a relative who cares for the child lives there too',
    hint: 'Schedule 8, paragraph 2(1)(a)',
  },
  institution: {
    label: 'The child lives in a school, hospital, care home or other institution',
    hint: 'Schedule 8, paragraph 2(1)(c) to (g). A boarder who stays for more than two weeks of the holidays is privately fostered',
  },
  courtOrder: {
    label: 'A court order or the Mental Health Act says where the child lives',
    hint: 'Schedule 8, paragraphs 3 and 4',
  },
  adoption: { label: 'The child is placed for adoption', hint: 'Schedule 8, paragraph 5' },
  didNotStart: 'The arrangement did not go ahead',
  otherCouncil: 'The child lives in the area of another council, which has been told',
} as const satisfies Options
