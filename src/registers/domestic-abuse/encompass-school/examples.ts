import type { Example } from '../../../declare/register.ts'

const at = '2019-09-10T10:00:00.000Z'

export const listing = {
  school: 'Canal Street School',
  sector: 'state',
  phase: 'allThrough',
  listedOn: '2019-09-02',
  whyNotJoined: 'noAgreement',
}

export const joining = { agreementOn: '2019-10-01', trainedOn: '2019-10-08', joinedOn: '2019-10-14' }

export const examples: readonly (Example & { ends: 'closed' })[] = [
  {
    name: 'a school that joined, left, joined again and closed',
    at,
    by: 'encompass_coordinator',
    start: listing,
    deeds: [
      {
        action: 'sayWhyNot',
        afterHours: 1,
        by: 'encompass_coordinator',
        answers: { whyNotJoined: 'notTrained' },
      },
      { action: 'join', afterHours: 24 * 40, by: 'police_unit', answers: joining },
      {
        action: 'leave',
        afterHours: 24 * 400,
        by: 'encompass_coordinator',
        answers: { leftOn: '2020-09-30', whyNotJoined: 'notTrained' },
      },
      {
        action: 'join',
        afterHours: 24 * 600,
        by: 'encompass_coordinator',
        answers: { ...joining, trainedOn: '2021-04-20', joinedOn: '2021-04-27' },
      },
      {
        action: 'recordTraining',
        afterHours: 24 * 1000,
        by: 'encompass_coordinator',
        answers: { trainedOn: '2022-05-10' },
      },
      { action: 'close', afterHours: 24 * 1500, by: 'encompass_coordinator', answers: { closedOn: '2023-08-31' } },
    ],
    ends: 'closed',
  },
]
