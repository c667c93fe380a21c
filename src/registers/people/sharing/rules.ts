import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { Found, Look } from '../../../declare/pathway.ts'
import type { ActorFacts, RowOf } from '../../../declare/record.ts'
import { notForPublicBodies, offenceKinds, paragraphsOf, specialKinds } from '../../../fields/lists/lawfulBases.ts'
import { lawEnforcers, notPublic } from './codes.ts'
import type { sharing } from './record.ts'

export type Sharing = RowOf<typeof sharing>

/** No law sets a limit for the answer to a request ("prompt", rulebook IS-01), nor for completing an emergency (IS-02). */
export const settings = {
  answer: setting({
    key: 'sharing_answer_days',
    label: 'Answer a request for information within',
    unit: 'working days',
    default: 5,
    source: 'Local policy',
  }),
  complete: setting({
    key: 'sharing_complete_days',
    label: 'Complete the record of an emergency sharing within',
    unit: 'working days',
    default: 1,
    source: 'Local policy (rulebook IS-02 and IS-06)',
  }),
} as const

const needs = (row: Sharing, field: keyof Sharing & string, message: string, part = ''): readonly Problem[] =>
  when(row[field] === null, `${field}${part}`, message)

/** Opened by a link, in the words of the record it comes from: nobody was asked, so nobody can be told what is missing. */
export const isByLink = (row: Sharing): boolean =>
  row.contact !== null || row.earlyHelp !== null || row.authorityRequest !== null

const recipientProblems = (row: Sharing, { agencyId }: ActorFacts): readonly Problem[] => [
  ...when(
    row.sharedWith === null && row.sharedWithOther === null,
    'sharedWith',
    'Select which agency gets it, or enter the organisation or person',
  ),
  ...when(
    row.sharedWith !== null && row.sharedWithOther !== null,
    'sharedWithOther',
    'You selected an agency. Record another sharing for another recipient',
  ),
  ...when(
    row.sharedWith !== null && row.sharedWith === agencyId,
    'sharedWith',
    'That is your own agency. Nothing leaves it, so there is nothing to record',
  ),
]

/** What is wrong with the answers with which a sharing begins, taken together. */
export const beginProblems = (row: Sharing, actor: ActorFacts): readonly Problem[] => {
  if (isByLink(row)) return []
  const emergency = row.initiative === 'emergency'
  return [
    ...recipientProblems(row, actor),
    ...(row.initiative === 'asked'
      ? [
          ...needs(row, 'requestedAt', 'Enter when it was asked for', '-day'),
          ...needs(row, 'requestedBy', 'Enter who asked for it'),
        ]
      : []),
    ...(emergency
      ? [
          ...needs(row, 'sharedAt', 'Enter when it was shared', '-day'),
          ...needs(row, 'channel', 'Select how it was shared'),
          ...needs(row, 'emergencyWhy', 'Enter why it could not wait'),
        ]
      : when(
          row.sharedAt !== null,
          'sharedAt-day',
          'You did not say that it was an emergency. Leave this empty, and record afterwards that it is shared',
        )),
  ]
}

/** Of what kind the agency is that shares: some grounds are open to some kinds only. */
export const sharingBody = (row: Sharing): Look | null =>
  row.sharedBy === null ? null : { sql: 'select kind from canopy.agency where id = $1', values: [row.sharedBy] }

const basisProblems = (row: Sharing, found: Found): readonly Problem[] => {
  const kind = String(found[0]?.kind ?? 'not known')
  if (row.regime === 'lawEnforcement')
    return [
      ...when(
        !lawEnforcers.includes(kind),
        'regime',
        'Only police, probation and youth justice process for law enforcement. Select general processing',
      ),
      ...needs(row, 'lawEnforcement', 'Select the condition of law-enforcement processing'),
      ...when(row.article6 !== null, 'article6', 'Law enforcement does not rest on article 6. Select one or the other'),
    ]
  return [
    ...needs(row, 'article6', 'Select the lawful basis'),
    ...when(
      row.article6 !== null && notForPublicBodies.includes(row.article6) && !notPublic.includes(kind),
      'article6',
      'A public authority cannot rely on this for its tasks (UK GDPR article 6). Select another basis',
    ),
    ...when(
      row.article6 === '6.1.c' && (row.duty === 'none' || row.duty === null),
      'duty',
      'A legal obligation is a duty in law. Select which',
    ),
    ...when(
      row.article6 === '6.1.a' && row.consent !== 'given',
      'article6',
      'Consent is the basis only where it was given. Select another basis',
    ),
    ...when(row.lawEnforcement !== null, 'lawEnforcement', 'This is for law enforcement only. Leave it out'),
  ]
}

const holds = (row: Sharing, kinds: readonly string[]): boolean =>
  row.items?.some(item => kinds.includes(item)) ?? false

const paragraphProblems = (row: Sharing): readonly Problem[] => {
  const fitting = row.article9 === null ? undefined : paragraphsOf[row.article9]
  return [
    ...when(
      fitting !== undefined && row.schedule1 === null,
      'schedule1',
      'This article 9 condition needs a paragraph of schedule 1 (DPA section 10)',
    ),
    ...when(
      fitting !== undefined && row.schedule1 !== null && !fitting.includes(row.schedule1),
      'schedule1',
      'This paragraph does not belong to the article 9 condition you selected',
    ),
    ...when(
      row.schedule1 === 'para18' && row.withoutConsent === null,
      'withoutConsent',
      'Select why without consent: paragraph 18 holds for one of three reasons',
    ),
    ...when(
      row.schedule1 === 'para18' && row.consent === 'given',
      'schedule1',
      'Paragraph 18 is for sharing without consent, and consent was given. Select another paragraph',
    ),
    ...when(
      row.schedule1 !== 'para18' && row.withoutConsent !== null,
      'withoutConsent',
      'This is for paragraph 18 only. Leave it out',
    ),
  ]
}

const specialProblems = (row: Sharing): readonly Problem[] => [
  ...when(
    row.specialCategory === false && holds(row, specialKinds),
    'specialCategory',
    'Health is special category data, and it is among the kinds of information',
  ),
  ...when(
    row.specialCategory === true && row.regime === 'general' && row.article9 === null,
    'article9',
    'Special category data needs a condition of article 9',
  ),
  ...when(
    row.specialCategory === false && row.article9 !== null,
    'article9',
    'This is for special category data only. Leave it out',
  ),
  ...when(
    row.article9 === '9.2.a' && row.consent !== 'given',
    'article9',
    'Explicit consent is the condition only where it was given',
  ),
  ...paragraphProblems(row),
]

const offenceProblems = (row: Sharing): readonly Problem[] => [
  ...when(
    row.offenceData === false && holds(row, offenceKinds),
    'offenceData',
    'Offences or allegations are among the kinds of information',
  ),
  ...when(
    row.offenceData === true && row.regime === 'general' && row.article10 === null,
    'article10',
    'Information about offences and allegations needs a ground of article 10',
  ),
  ...when(row.offenceData === false && row.article10 !== null, 'article10', 'This is for offences only. Leave it out'),
  ...when(
    row.article10 === 's10.5' && row.schedule1 === null,
    'schedule1',
    'DPA section 10(5) needs a paragraph of schedule 1',
  ),
]

/** Whether the grounds in law fit each other, the information and the agency that shares (IS-02 to IS-04). */
export const groundProblems = (row: Sharing, found: Found): readonly Problem[] => [
  ...basisProblems(row, found),
  ...specialProblems(row),
  ...offenceProblems(row),
]

/** Consent, the family, and other people in what is shared: each "no" has its reason. */
export const familyProblems = (row: Sharing): readonly Problem[] => [
  ...when(
    row.consent === 'notSought' && row.whyNotSought === null,
    'whyNotSought',
    'Select why consent is not asked for',
  ),
  ...when(
    row.consent === 'refused' && row.whyOverridden === null,
    'whyOverridden',
    'Enter why it is shared all the same',
  ),
  ...when(
    row.familyTold === 'notTold' && row.whyFamilyNotTold === null,
    'whyFamilyNotTold',
    'Enter why the family is not told',
  ),
  ...when(
    row.thirdParties === 'leftIn' && row.thirdPartiesWhy === null,
    'thirdPartiesWhy',
    'Enter why information about others is needed',
  ),
]

export const releaseProblems = (row: Sharing): readonly Problem[] => [
  ...needs(row, 'sharedAt', 'Enter when it was shared', '-day'),
  ...needs(row, 'channel', 'Select how it is shared'),
  ...when(
    row.expiresOn !== null && row.sharedAt !== null && row.expiresOn < row.sharedAt.slice(0, 10),
    'expiresOn-day',
    'The last day must be on or after the day on which it is shared',
  ),
]

/** Whether everything is recorded that has to be (IS-06). Nothing of it is taken for granted where a link opened the record. */
export const isComplete = (row: Sharing): boolean =>
  row.sharedAt !== null &&
  row.decidedBy !== null &&
  row.releasedBy !== null &&
  row.regime !== null &&
  (row.article6 !== null || row.lawEnforcement !== null) &&
  row.duty !== null &&
  row.specialCategory !== null &&
  row.offenceData !== null &&
  specialProblems(row).length === 0 &&
  offenceProblems(row).length === 0 &&
  row.necessity !== null &&
  row.consent !== null &&
  row.familyTold !== null &&
  familyProblems(row).length === 0 &&
  row.channel !== null &&
  row.retention !== null
