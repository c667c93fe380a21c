import type { Example } from '../../../declare/register.ts'

/** Invented. */
export const examples: readonly (Example & { ends: 'evaluated' })[] = [
  {
    name: 'a briefing on phones and parcels',
    at: '2026-02-02T09:00:00.000Z',
    by: 'exploitation_coordinator',
    start: { heldOn: '2026-02-12', topic: 'Phones and parcels: what schools and surgeries see first', how: 'online' },
    deeds: [
      {
        action: 'addContent',
        afterHours: 24,
        by: 'police_unit',
        answers: { source: 'police', told: 'Children are met at two stations after school and given a second phone.' },
      },
      {
        action: 'addAudience',
        afterHours: 250,
        by: 'exploitation_coordinator',
        answers: {
          placeAgency: '',
          placeOther: 'Thistle Street Surgery',
          job: 'General practitioner',
          howMany: '3',
          attended: 'yes',
        },
      },
      { action: 'recordHeld', afterHours: 251, by: 'exploitation_coordinator' },
      {
        action: 'addFeedback',
        afterHours: 400,
        by: 'exploitation_coordinator',
        answers: { fromAgency: '', useful: 'very', changed: 'Reception asks who waits outside.', wanted: '' },
      },
      {
        action: 'evaluate',
        afterHours: 500,
        by: 'exploitation_coordinator',
        answers: {
          feedbackAskedOn: '2026-02-16',
          evaluatedOn: '2026-02-20',
          evaluation: 'Useful for surgeries; youth workers want it in the evening.',
          goesOn: 'often;audience',
        },
      },
    ],
    ends: 'evaluated',
  },
]
