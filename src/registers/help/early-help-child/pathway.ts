import { pathway } from '../../../declare/pathway.ts'
import { earlyHelpChild } from './record.ts'

/** Who may say which person on record a child is. */
const matchers = ['screener', 'screening_manager', 'business_support', 'early_help_practitioner'] as const

/** Follows the assessment by links; the one thing people do here is to say who the child is. */
export const earlyHelpChildPathway = pathway(earlyHelpChild, {
  starts: 'inPlace',
  states: {
    inPlace: { label: 'Early help in place' },
    ended: { label: 'Early help ended', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  start: {
    label: 'Note that a child has early help',
    // Opened by the assessment (app/linksOfEarlyHelp.ts).
    by: [],
    asks: [
      { title: 'The child', fields: ['givenName', 'familyName', 'bornOn', 'sex', 'ethnicity'] },
      { title: 'Early help', fields: ['assessment', 'agreedOn', 'leadAgency', 'leadKind', 'leadSince'] },
    ],
  },
  actions: {
    sayWho: {
      label: 'Say which person it is',
      banner: 'It is part of the chronology of this person now',
      from: ['inPlace', 'ended'],
      by: matchers,
      asks: [{ title: 'Which person is it?', fields: ['person', 'personWhy'] }],
      looks: row => ({
        sql: `select kind, born_on::text as "bornOn" from canopy.person where id = $1`,
        values: [row.person],
      }),
      checks: (row, _context, _lines, [found]) => {
        if (found === undefined) return []
        if (found.kind !== 'child') return [{ field: 'person', message: 'This person is not recorded as a child' }]
        const same = row.bornOn !== null && row.bornOn === found.bornOn
        return same || row.personWhy !== null
          ? []
          : [{ field: 'personWhy', message: 'The dates of birth are not the same, or not known: enter how you know' }]
      },
    },
    takeBackWho: {
      label: 'Take back which person it is',
      exceptional: true,
      from: ['inPlace', 'ended'],
      by: matchers,
      sets: () => ({ person: null, personWhy: null }),
      unless: row => row.person === null && 'Nobody has said which person it is',
    },
    noteLead: {
      label: 'Note who leads',
      from: ['inPlace'],
      by: [],
    },
    noteEnd: {
      label: 'Note that early help ended',
      from: ['inPlace'],
      to: 'ended',
      by: [],
    },
    noteMistaken: {
      label: 'Note that the assessment was recorded in error',
      from: ['inPlace', 'ended'],
      to: 'recordedInError',
      by: [],
    },
  },
})
