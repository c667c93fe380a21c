import type { Example } from '../../../declare/register.ts'

export const examples: readonly (Example & { ends: 'ended' })[] = [
  {
    name: 'a mother who then manages alone',
    at: '2026-03-02T10:00:00.000Z',
    by: 'interview_worker',
    start: {
      parentName: 'The mother, Orla Oakhurst-Bell',
      child: '',
      episode: '',
      notOpen: 'no',
      offeredOn: '2026-03-02',
    },
    deeds: [
      {
        action: 'accept',
        afterHours: 24,
        by: 'interview_worker',
        answers: { answeredOn: '2026-03-03', worker: 'Interview worker', wants: 'Arguments in the evening' },
      },
      {
        action: 'addSession',
        afterHours: 200,
        by: 'interview_worker',
        answers: {
          sessionOn: '2026-03-10',
          sessionTopics: 'conflict;whenMissing',
          sessionTools: 'agreement',
          sessionNote: '',
        },
      },
      {
        action: 'end',
        afterHours: 900,
        by: 'interview_worker',
        answers: { result: 'managesAlone', endedOn: '2026-04-07', parentView: 'It is calmer.' },
      },
    ],
    ends: 'ended',
  },
]
