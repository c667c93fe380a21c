import { formatDay, formatShortDay, isDay } from '../../kit/dates.ts'
import { sentenceCase } from '../../kit/names.ts'
import type { EdgeRow, OtherTie, ParentNature, PartnerStatus, Person, Relationship, When } from './input.ts'
import { clean } from './text.ts'

/** A day in words, or what was written instead of one. */
export const whenWords = (when: When | null | undefined): string =>
  when === null || when === undefined ? '' : isDay(when) ? formatDay(when) : clean(when)

const shortWhen = (when: When): string => (isDay(when) ? formatShortDay(when) : clean(when))

/** Only the year, for a line of the picture. */
const yearOf = (when: When): string => (isDay(when) ? when.slice(0, 4) : clean(when))

/** "since 2008", "2008 to 2014", "until 2014"; empty where neither is known. */
export const yearsWords = (tie: { since?: When | null | undefined; until?: When | null | undefined }): string => {
  const [since, until] = [tie.since ? yearOf(tie.since) : '', tie.until ? yearOf(tie.until) : '']
  if (since && until) return `${since} to ${until}`
  return since ? `since ${since}` : until && `until ${until}`
}

/** Lines under a name: age, birth and death. */
export const personDetails = (person: Person): string[] => {
  const unborn = isUnborn(person)
  return [
    unborn && person.expectedOn ? `due ${shortWhen(person.expectedOn)}` : '',
    person.bornOn ? `born ${shortWhen(person.bornOn)}` : '',
    person.ageWords ? clean(person.ageWords) : '',
    person.diedOn ? `died ${shortWhen(person.diedOn)}` : '',
  ].filter(Boolean)
}

/** "1 person", "3 people". */
export const inNumbers = (n: number): string => (n === 1 ? '1 person' : `${n.toLocaleString('en-GB')} people`)

/** "1 relationship", "3 relationships". */
export const tiesInNumbers = (n: number): string => `${n.toLocaleString('en-GB')} relationship${n === 1 ? '' : 's'}`

export const isUnborn = (person: Person): boolean => Boolean(person.expectedOn) && !person.bornOn

export const sexWords = (person: Person): string =>
  isUnborn(person) ? 'Unborn child' : { female: 'Female', male: 'Male', unknown: 'Sex not known' }[person.sex]

const bySex = (sex: Person['sex'], female: string, male: string, unknown: string): string =>
  ({ female, male, unknown })[sex]

/** What a parent is to a child: "birth mother", "foster carer". */
export const parentWords = (nature: ParentNature, sex: Person['sex']): string => {
  const parent = bySex(sex, 'mother', 'father', 'parent')
  switch (nature) {
    case 'birth':
      return `birth ${parent}`
    case 'adoptive':
      return `adoptive ${parent}`
    case 'step':
      return `step-${parent}`
    case 'foster':
      return 'foster carer'
    case 'guardian':
      return 'guardian'
    case 'notKnown':
      return `${parent} (birth or other not known)`
  }
}

const otherWords = (kind: OtherTie['kind'], sex: Person['sex']): string => {
  const sibling = bySex(sex, 'sister', 'brother', 'sibling')
  const words: Record<OtherTie['kind'], string> = {
    sibling,
    halfSibling: `half-${sibling}`,
    grandparent: bySex(sex, 'grandmother', 'grandfather', 'grandparent'),
    auntUncle: bySex(sex, 'aunt', 'uncle', 'aunt or uncle'),
    cousin: 'cousin',
    carer: 'carer',
    friend: 'friend',
    associate: 'associate',
    other: 'connection',
  }
  return words[kind]
}

const partnerWords: Record<PartnerStatus, string> = {
  married: 'married to',
  together: 'together with',
  separated: 'separated from',
  divorced: 'divorced from',
  notKnown: 'partner (now or before) of',
}

/** The short word on a line of the picture, without "of". */
export const tieWord = (tie: Relationship, from: Person): string => {
  if (tie.kind === 'partner') return tie.status === 'notKnown' ? 'partner?' : tie.status
  if (tie.kind === 'parent')
    return tie.nature === 'notKnown' ? `${parentWord(from)}?` : parentWords(tie.nature, from.sex)
  return tie.label ? clean(tie.label) : otherWords(tie.kind, from.sex)
}

const parentWord = (person: Person): string => bySex(person.sex, 'mother', 'father', 'parent')

const relationWords = (tie: Relationship, from: Person): string => {
  if (tie.kind === 'partner') return partnerWords[tie.status]
  if (tie.kind === 'parent') return `${parentWords(tie.nature, from.sex)} of`
  return `${tieWord(tie, from)} ${tie.kind === 'other' && !tie.label ? 'with' : 'of'}`
}

const responsibilityWords = (tie: Relationship): string => {
  if (tie.kind === 'partner' || tie.parentalResponsibility === undefined) return ''
  if (tie.parentalResponsibility === null) return 'Parental responsibility is not known'
  return tie.parentalResponsibility ? 'Has parental responsibility' : 'Has no parental responsibility'
}

/** "since 3 May 2008 and until 2 June 2014", as the end of a sentence; empty where neither is known. */
export const spanWords = (since: string, until: string): string =>
  [since && `since ${since}`, until && `until ${until}`].filter(Boolean).join(' and ')

/** The row of the list for one relationship. */
export const tieRow = (tie: Relationship, from: Person, to: Person): EdgeRow => {
  const relation = relationWords(tie, from)
  const [since, until] = [whenWords(tie.since), whenWords(tie.until)]
  const sentence = `${from.name}: ${relation} ${to.name}`
  const span = spanWords(since, until)
  const words = [span ? `${sentence}, ${span}` : sentence, responsibilityWords(tie)].filter(Boolean).join('. ')
  return {
    edgeId: tie.id,
    who: from.name,
    ...(from.href ? { whoHref: from.href } : {}),
    relation: sentenceCase(relation),
    toWhom: to.name,
    ...(to.href ? { toWhomHref: to.href } : {}),
    since,
    until,
    words: `${words}.`,
  }
}

/** Several names in a sentence: "Ana, Ben and Cal". */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
