import { agency, choice, date, optional } from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { whyNotJoined } from '../../../fields/lists/encompass.ts'
import { phases, sectors } from './codes.ts'

/** Whether one school has joined Operation Encompass: the list against which coverage is counted. */
export const encompassSchool = record({
  key: 'encompass_school',
  title: 'School in Operation Encompass',
  plural: 'Schools in Operation Encompass',
  reference: 'ENJ',
  eventOn: 'listedOn',
  about: ['school'],
  fields: {
    school: agency('Which school or college?', { label: 'School', kinds: ['school'], missing: 'Select the school' }),
    sector: choice('Is it a state or an independent school?', sectors, {
      label: 'Sector',
      missing: 'Select whether it is a state or an independent school',
    }),
    phase: choice('Which phase of education?', phases, { label: 'Phase', missing: 'Select the phase' }),
    listedOn: date('Since when is the school in the area?', {
      label: 'Listed',
      past: true,
      hint: 'The day from which it counts as a school that could join',
      missing: 'Enter the day',
    }),
    whyNotJoined: choice('Why has it not joined?', whyNotJoined, {
      label: 'Why not joined',
      missing: 'Select why it has not joined',
    }),
    agreementOn: date('When did it sign the information sharing agreement?', {
      label: 'Agreement signed',
      past: true,
      missing: 'Enter when it signed the agreement',
    }),
    trainedOn: date('When was its key adult last trained?', {
      label: 'Key adult trained',
      past: true,
      missing: 'Enter when its key adult was trained',
    }),
    joinedOn: date('When did it join?', { label: 'Joined', past: true, missing: 'Enter when it joined' }),
    leftOn: date('When did it leave?', { label: 'Left', past: true, missing: 'Enter when it left' }),
    closedOn: date('On which day did the school close?', {
      label: 'School closed',
      past: true,
      missing: 'Enter on which day it closed',
    }),
    follows: optional(agency('School that follows', { label: 'Followed by' })),
  },
})
