import type { Problem } from '../../../declare/input.ts'
import type { Answers, Context, RowOf } from '../../../declare/record.ts'
import type { awarenessCampaign } from './record.ts'

export const kinds = {
  codeWord: { label: 'A code word or sign', hint: 'For example Ask for ANI' },
  virtualConsultation: {
    label: 'Safeguards in consultations by video or telephone',
    hint: 'How staff find out whether somebody can speak freely',
  },
  poster: 'Posters, leaflets or pages',
  staffGuide: 'A guide for staff',
  other: 'Something else',
} as const

export const audiences = {
  public: 'The public',
  patients: 'Patients or tenants',
  staff: 'Staff',
  youngPeople: 'Young people',
  parents: 'Parents',
} as const

export const channels = {
  intranet: 'Intranet',
  noticeBoards: 'Notice boards',
  website: 'Website or social media',
  leaflets: 'Leaflets and cards',
  training: 'Training',
  inPerson: 'Events',
} as const

/** What one disclosure is, so that counts of different places are not added up unawares. */
export const disclosureUnits = {
  usedCode: 'A person who used the code word',
  saidInConsultation: 'A patient who spoke of abuse in a consultation',
  askedStaff: 'A person who spoke to a member of staff',
  contacted: 'A call or message to the number given',
} as const

export const reviewOutcomes = {
  goesOn: 'It goes on as it is',
  changed: 'It goes on with changes',
  ends: 'It should end',
} as const

type Campaign = RowOf<typeof awarenessCampaign>
type LineOf<G extends keyof (typeof awarenessCampaign)['lines']> = Answers<
  (typeof awarenessCampaign)['lines'][G]['fields']
>

const when = (wrong: boolean, field: string, message: string): readonly Problem[] => (wrong ? [{ field, message }] : [])

export const ownAgencyOnly = (row: Campaign, { actor }: Context): readonly Problem[] =>
  when(actor.role === 'agency_lead' && row.agency !== actor.agencyId, 'agency', 'Select your own agency')

export const countProblems = (row: Campaign): readonly Problem[] => {
  const { countedFrom, countedTo, disclosures, helped } = row as Campaign & LineOf<'counts'>
  return [
    ...when(
      countedFrom !== null && countedTo !== null && countedTo < countedFrom,
      'countedTo-day',
      'It cannot end before it begins',
    ),
    ...when(
      countedFrom !== null && row.startedOn !== null && countedFrom < row.startedOn,
      'countedFrom-day',
      'The campaign had not begun yet',
    ),
    ...when(
      disclosures !== null && helped !== null && helped > disclosures,
      'helped',
      'No more can be helped than spoke of abuse',
    ),
  ]
}
