import { agency, choice, choices, date, longText, optional, wholeNumber } from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { audiences, leaders, terms, topics, whyNotHeld } from './codes.ts'

/** One workshop of the police in one school for one term: planned, then held or not. It names nobody. */
export const workshop = record({
  key: 'school_workshop',
  title: 'Workshop in a school',
  plural: 'Workshops in schools',
  reference: 'WKS',
  eventOn: 'plannedOn',
  about: ['school', 'topic'],
  aboutIs: 'facts',
  fields: {
    school: agency('In which school?', { label: 'School', kinds: ['school'], missing: 'Select the school' }),
    term: choice('For which term?', terms, { label: 'Term', missing: 'Select the term' }),
    topic: choice('What is it about?', topics, { label: 'Topic', missing: 'Select what it is about' }),
    audience: choice('Who is it for?', audiences, { label: 'For', missing: 'Select who it is for' }),
    plannedOn: date('On which day is it planned?', { label: 'Planned', missing: 'Enter the day' }),
    ledBy: choices('Who leads it?', leaders, { label: 'Led by', missing: 'Select who leads it' }),
    heldOn: date('On which day was it held?', { label: 'Held', past: true, missing: 'Enter the day it was held' }),
    pupilsReached: wholeNumber('How many pupils took part?', {
      label: 'Pupils reached',
      max: 5000,
      unit: 'pupils',
      hint: 'A count. Enter 0 if it was for adults only',
      missing: 'Enter how many pupils took part',
    }),
    cardsIssued: wholeNumber('How many “know your rights” cards were given out?', {
      label: 'Cards given out',
      max: 5000,
      unit: 'cards',
      missing: 'Enter how many cards were given out, or 0',
    }),
    said: optional(
      longText('What did the young people ask or say?', {
        label: 'What young people said',
        rows: 3,
        hint: 'In their words, without names',
      }),
    ),
    notHeldWhy: choice('Why was it not held?', whyNotHeld, {
      label: 'Why not held',
      missing: 'Select why it was not held',
    }),
  },
})
