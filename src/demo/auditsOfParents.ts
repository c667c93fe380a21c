import { casesOf, pairsOf, type YesPlan, yesAnswers, yesQuestions } from './auditsOfChildren.ts'
import { type AuditPlan, chosen, judged, plain, spread, startOf } from './auditTelling.ts'
import type { DemoContext } from './context.ts'

/** Percentages of the report are of children and its base is parents: each is taken to have one baby. */
const sleep: YesPlan = [
  ['advice_recorded', 'Is advice on safe sleeping recorded?', 31],
  ['has_cot', 'Does the baby have a cot?', 25],
  ['does_not_sleep_alone', 'Does the baby sleep with somebody else?', 17],
  ['no_cot_elsewhere', 'Is there no cot at the home of the parent who lives elsewhere?', 16],
]

export const babiesAudit = (demo: DemoContext): AuditPlan => {
  const random = demo.random.fork('audit of babies')
  const answers = yesAnswers(random, sleep, 41)
  const sex = spread(random.fork('sex'), { Female: 31, Male: 10 })
  return {
    key: 'babies',
    start: startOf({
      ...{ title: 'Care-experienced parents of babies 2022', plannedFor: '2022-05-09', unit: 'parent' },
      ...{ theme: 'Safe sleeping', trigger: 'Two babies died while sleeping with a parent' },
      cohortRule: 'Care-experienced parents with a baby under one who are open to the care leaver service.',
    }),
    questions: yesQuestions(sleep),
    cases: casesOf(41, 'BB', n => ({
      ...{ children: 1, answers: answers(n), facts: { sex: sex[n] ?? 'Not recorded' } },
    })),
    ...{ audited: '2022-06-06', reported: '2022-06-27', presented: '2022-07-12' },
    presentedTo: 'Corporate parenting board',
    summary: 'Parents are advised about safe sleeping. Some choose to sleep with their baby all the same.',
    findings: [
      ['strength', 'Advice on safe sleeping is given.'],
      ['learning', 'It is not clear what is to be asked and recorded about the child.'],
    ],
    recommendations: [
      {
        finding: 2,
        title: 'What to ask care-experienced parents',
        words: 'A protocol says what social workers and young people’s advisers ask care-experienced parents.',
        task: 'Agree the protocol',
      },
      {
        finding: 2,
        title: 'What to record of the child',
        words: 'Workers know what of the child belongs in the parent’s record or pathway plan.',
        task: 'Write the guidance',
      },
      {
        finding: 2,
        title: 'Sessions on safe sleeping',
        words: 'Teams hold sessions on safe sleeping and share published advice.',
        task: 'Hold a session in each team',
      },
    ],
    pairs: pairsOf(demo),
    noRepeatWhy: 'The report names no day on which it is to be repeated.',
  }
}

const abuse = ['Not an issue', 'Present and in the plan', 'Present and not in the plan']

/** Nine files: most percentages of the report cannot come from nine, and the nearest counts stand here. */
export const pathwayPlansAudit = (demo: DemoContext): AuditPlan => {
  const random = demo.random.fork('audit of pathway plans')
  const plans: YesPlan = [
    ['services_clear', 'Is it clear which services the parent receives?', 9],
    ['other_parent_included', 'Is the parent who lives elsewhere included?', 6],
    ['why_not_included', 'Is there a reason for not including the parent who lives elsewhere?', 3],
    ['strengths_identified', 'Are strengths in parenting identified?', 5],
  ]
  const answers = yesAnswers(random, plans, 9)
  const skills = spread(random.fork('skills'), { partly: 5, yes: 2, no: 2 })
  const domestic = spread(random.fork('abuse'), { [abuse[0] ?? '']: 2, [abuse[1] ?? '']: 4, [abuse[2] ?? '']: 3 })
  const grades = spread(random.fork('grades'), { good: 7, requiresImprovementToBeGood: 2 })
  const groups = spread(random.fork('groups'), { 'White British': 3, 'Other White': 3, 'Not recorded': 3 })
  return {
    key: 'pathway plans',
    start: startOf({
      ...{ title: 'Pathway plans of care-experienced parents 2022', plannedFor: '2022-05-16', unit: 'file' },
      ...{ theme: 'Pathway plans', gradeScheme: 'ilacs', sampleMethod: 'convenience', populationCount: 9 },
      cohortRule: 'Files of care-experienced young people with a child over one. Only nine were audited.',
    }),
    questions: [
      ...yesQuestions(plans),
      { code: 'skills_considered', words: 'Are parenting skills considered?' },
      { code: 'domestic_abuse', words: 'Is domestic abuse in the plan?', kind: 'choice', choices: abuse },
    ],
    cases: casesOf(9, 'PP', n => ({
      answers: {
        ...answers(n),
        skills_considered: plain(skills[n] ?? 'no'),
        domestic_abuse: chosen(domestic[n] ?? ''),
      },
      facts: { ethnicity: groups[n] ?? 'Not recorded' },
      judgement: judged({ grade: grades[n] ?? null }),
    })),
    ...{ audited: '2022-06-13', reported: '2022-06-27', presented: '2022-07-12' },
    presentedTo: 'Corporate parenting board',
    summary: 'Plans are clear about services. They seldom say why a parent who lives elsewhere is left out.',
    findings: [
      ['strength', 'It is clear in all files that the young person is a parent.'],
      ['learning', 'Plans seldom say why a parent who lives elsewhere is left out.'],
    ],
    recommendations: [
      {
        finding: 2,
        title: 'Parents who live elsewhere',
        words: 'Pathway plans name the parent who lives elsewhere, or say why not.',
        task: 'Add the question to the pathway plan',
      },
    ],
    pairs: pairsOf(demo),
    noRepeatWhy: 'The report names no day on which it is to be repeated.',
  }
}
