import type { Typed } from '../../../declare/input.ts'
import type { Example } from '../../../declare/register.ts'

export const ofSchools: Typed = {
  kind: 'section175',
  title: 'Safeguarding in schools 2026',
  round: '2026-27',
  opensOn: '2026-10-05',
  closesOn: '2026-11-27',
  settingKinds: ['school'],
  onlyAgencies: '',
}
const corrected: Typed = {
  title: 'Safeguarding in schools 2026',
  opensOn: '2026-10-05',
  closesOn: '2026-12-04',
  settingKinds: ['school'],
  onlyAgencies: '',
}
const by = 'audit_lead'
const at = '2026-10-05T08:00:00.000Z'

export const examples: readonly (Example & { ends: 'reported' | 'cancelled' | 'recordedInError' | 'closed' })[] = [
  {
    name: 'a round of schools that is closed and reported, whose questions changed meanwhile',
    at,
    by,
    start: ofSchools,
    deeds: [
      { action: 'correct', afterHours: 1, by, answers: corrected },
      { action: 'open', afterHours: 2, by },
      { action: 'remind', afterHours: 24 * 10, by },
      {
        action: 'adoptVersion',
        afterHours: 24 * 30,
        by,
        answers: { newVersionWhy: 'Settings asked whether governors are meant too' },
      },
      { action: 'close', afterHours: 24 * 61, by },
      {
        action: 'report',
        afterHours: 24 * 80,
        by,
        answers: { themes: 'Records of checks are the weak place.', reportedTo: 'The executive group' },
      },
    ],
    ends: 'reported',
  },
  {
    name: 'a round that does not take place',
    at,
    by: 'partnership_manager',
    start: { ...ofSchools, round: '2027-28' },
    deeds: [
      { action: 'cancel', afterHours: 3, by: 'partnership_manager', answers: { cancelledWhy: 'Put off for a year' } },
    ],
    ends: 'cancelled',
  },
  {
    name: 'a round recorded in error',
    at,
    by,
    start: { ...ofSchools, round: '2028-29' },
    deeds: [{ action: 'markMistaken', afterHours: 3, by, answers: { mistakenWhy: 'Planned twice' } }],
    ends: 'recordedInError',
  },
  {
    name: 'a round of agencies',
    at,
    by: 'partnership_manager',
    start: {
      ...ofSchools,
      kind: 'section11',
      title: 'Section 11 2026',
      round: '2029-30',
      settingKinds: '',
      onlyAgencies: ['Whittington Health'],
    },
    deeds: [
      { action: 'open', afterHours: 2, by },
      { action: 'close', afterHours: 24 * 61, by },
    ],
    ends: 'closed',
  },
]
