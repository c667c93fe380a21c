import type { Example } from '../../../declare/register.ts'

/** An assessment that uses the Social GRACES and calls a group of friends a gang. */
export const examples: readonly (Example & { ends: 'audited' })[] = [
  {
    name: 'an assessment',
    at: '2026-03-02T10:00:00.000Z',
    by: 'youth_justice_manager',
    start: { ownRef: 'A-2026-11', work: 'assessment', writtenOn: '2026-02-16', sex: 'male', ethnicity: 'BCRB' },
    deeds: [
      {
        action: 'recordFinding',
        afterHours: 300,
        by: 'youth_justice_manager',
        answers: {
          auditedOn: '2026-03-13',
          graces: 'yes',
          genogram: 'yes',
          language: 'no',
          same: 'no',
          sameWhy: 'His friends are called a gang, without a source.',
          learning: 'Say who says that a group is a gang, or do not say it.',
        },
      },
    ],
    ends: 'audited',
  },
]
