import { pathway } from '../../../declare/pathway.ts'
import { keepsPapers } from '../../../fields/lists/oversight.ts'
import { priorityEvidence } from './record.ts'
import { evidenceProblems } from './rules.ts'

const gives = ['agency_lead', 'partnership_manager'] as const

const pages = [
  { title: 'Whose evidence', fields: ['priority', 'givenBy', 'title', 'evidenceOn', 'asWorded'] },
  { title: 'What it says', fields: ['whatDone', 'whatChanged', 'sourceDocument'] },
  { title: 'How strong it is', fields: ['strength', 'figure'] },
] as const

export const priorityEvidencePathway = pathway(priorityEvidence, {
  starts: 'given',
  states: {
    given: { label: 'Not judged yet', awaitedBy: ['agency_lead'] },
    returned: { label: 'Returned' },
    accepted: { label: 'Accepted', closed: true },
    withdrawn: { label: 'Withdrawn', closed: true },
  },
  start: {
    label: 'Give evidence',
    banner: 'The evidence is recorded. Somebody else accepts or returns it',
    by: gives,
    asks: pages,
    checks: (row, { actor }) => evidenceProblems(row, actor),
    sets: (row, { actor, today }) => ({
      agencyId: row.givenBy,
      teamId: null,
      givenOn: today,
      givenByPerson: actor.accountId,
    }),
    tells: [{ key: 'evidence_given', words: 'Evidence on a priority was given', to: [{ holders: keepsPapers }] }],
  },
  actions: {
    accept: {
      label: 'Accept it',
      banner: 'It is accepted, and stands with its priority',
      hint: 'Somebody other than who gave it',
      from: ['given'],
      to: 'accepted',
      by: keepsPapers,
      notOwnWork: 'givenByPerson',
      asks: [{ title: 'Accepted', fields: ['acceptedWhy'] }],
      sets: (_row, { actor, today }) => ({ judgedOn: today, judgedBy: actor.accountId }),
    },
    giveBack: {
      label: 'Return it',
      banner: 'It is returned. Whoever gave it is told',
      from: ['given'],
      to: 'returned',
      by: keepsPapers,
      notOwnWork: 'givenByPerson',
      asks: [{ title: 'What is missing', fields: ['returnedWhy'] }],
      sets: (_row, { actor, today }) => ({ judgedOn: today, judgedBy: actor.accountId }),
      tells: [{ key: 'evidence_returned', words: 'Evidence you gave was returned', to: [{ person: 'givenByPerson' }] }],
    },
    giveAgain: {
      label: 'Correct it and give it again',
      banner: 'It is given again',
      from: ['returned'],
      to: 'given',
      by: gives,
      asks: pages,
      checks: (row, { actor }) => evidenceProblems(row, actor),
      sets: (row, { actor, today }) => ({
        agencyId: row.givenBy,
        givenOn: today,
        judgedOn: null,
        judgedBy: null,
        givenByPerson: actor.accountId,
      }),
    },
    correct: {
      label: 'Correct it',
      from: ['given'],
      by: gives,
      asks: pages,
      checks: (row, { actor }) => evidenceProblems(row, actor),
      sets: row => ({ agencyId: row.givenBy }),
    },
    withdraw: {
      label: 'Withdraw it',
      exceptional: true,
      from: ['given', 'returned'],
      to: 'withdrawn',
      by: gives,
      asks: [{ title: 'Withdrawn', fields: ['withdrawnWhy'] }],
    },
  },
})
