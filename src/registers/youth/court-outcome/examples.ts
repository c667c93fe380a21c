import type { Example } from '../../../declare/register.ts'

/** A remand that the panel finds more severe than others in like cases. */
export const examples: readonly (Example & { ends: 'seen' })[] = [
  {
    name: 'a remand',
    at: '2026-03-02T10:00:00.000Z',
    by: 'youth_justice_manager',
    start: {
      ownRef: 'P-2026-04',
      ageAtCourt: '16',
      sex: 'male',
      ethnicity: 'BAFR',
      offence: 'weapon',
      court: 'youthCourt',
      heardOn: '2026-02-20',
      outcome: 'remandCustody',
      proposal: 'bail',
      chosenWhy: 'all',
    },
    deeds: [
      {
        action: 'recordView',
        afterHours: 1000,
        by: 'youth_justice_manager',
        answers: {
          panelOn: '2026-04-10',
          courtThere: 'yes',
          view: 'tooSevere',
          bearing: 'perhaps',
          viewWhy: 'A bail package was ready and was not read out.',
          learning: 'Bail packages are handed in writing to the bench and the defence.',
          learningFor: 'reports',
        },
      },
    ],
    ends: 'seen',
  },
]
