import type { Example } from '../../../declare/register.ts'

/** A girl who cares for her mother: noticed at school, assessed, with a group once a week, and reviewed. */
export const examples: readonly (Example & { ends: 'assessed' })[] = [
  {
    name: 'a girl who cares for her mother',
    at: '2026-03-03T10:00:00.000Z',
    by: 'screener',
    before: [
      {
        name: 'girl',
        register: 'person',
        like: 'PER-26-00010',
        by: 'screener',
        start: {
          kind: 'child',
          givenName: 'Marigold',
          familyName: 'Sunderby',
          knownOn: '2026-03-02',
          birthKnown: 'exact',
          bornOn: '2013-06-30',
          expectedOn: '',
          sex: 'female',
          address: '',
          postcode: '',
          nhsNumber: '',
          upn: '',
          whyNoUpn: '',
          gp: '',
          searchedFor: '',
        },
      },
    ],
    start: {
      person: '{girl}',
      caredFor: '',
      caredForWords: 'Her mother, who has multiple sclerosis',
      caredForIs: 'mother',
      knownOn: '2026-03-03',
      noticedBy: 'school',
      care: 'practical;emotional',
      careWords: 'Cooks each evening, and wakes her mother for her medicine.',
      hoursAWeek: '14',
      schoolAffected: 'some',
    },
    deeds: [
      {
        action: 'sayAssessmentDue',
        afterHours: 1,
        by: 'screener',
        answers: { needBy: 'appears', needOn: '2026-03-03' },
      },
      {
        action: 'recordAssessment',
        afterHours: 500,
        by: 'social_worker',
        answers: {
          assessedOn: '2026-03-23',
          wholeFamily: 'yes',
          careIsRight: 'less',
          needsFound: 'yes',
          assessmentNote: '“I like to cook. I do not like to be the only one who knows about the tablets.”',
        },
      },
      {
        action: 'recordSupport',
        afterHours: 520,
        by: 'social_worker',
        answers: { support: 'group', offeredOn: '2026-03-24', answer: 'accepted', answeredOn: '2026-03-24' },
      },
      {
        action: 'review',
        afterHours: 1600,
        by: 'social_worker',
        answers: { reviewedOn: '2026-05-08', change: 'less', reviewNote: 'A carer comes in the evenings now.' },
      },
    ],
    ends: 'assessed',
  },
]
