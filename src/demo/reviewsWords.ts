import type { RecommendationPlan } from './reviewsParts.ts'

/** Invented words of invented reviews, in the shape of those that the published report tells of. */

export const ofChildK: readonly RecommendationPlan[] = [
  {
    title: 'A protocol for joint supervision',
    words: 'Agree how often the two services supervise and plan together where both work with one family.',
    outcome: 'Adults’ and children’s services see the same family.',
    agency: 'adults',
    days: 240,
    ends: 'embedded',
    task: 'Write the protocol with children’s social care and say how often',
    result: 'The protocol is in force and both services meet every six weeks.',
  },
  {
    title: 'Training about adultification, young carers and LGBTQ young people',
    words: 'Make adultification, support of young carers and the needs of LGBTQ young people part of the training.',
    outcome: 'Young people are seen as the age they are, and for who they are.',
    agency: 'council',
    days: 200,
    ends: 'embedded',
    task: 'Put three sessions into the programme of training',
    result: 'The sessions are in the programme of each term.',
  },
  {
    title: 'Harm outside the home',
    words: 'Carry on with the plan on harm outside the home that earlier reviews have led to.',
    outcome: null,
    agency: 'police',
    days: 180,
    ends: 'done',
    task: 'Report to the sub-group how the plan stands',
    result: 'The plan was reported; what was found is part of it.',
  },
]

export const ofChildL: readonly RecommendationPlan[] = [
  {
    title: 'Records of health services for the mother',
    words: 'Make records of the services that a mother uses complete and readable for each other.',
    outcome: 'Who meets a mother knows what the others know.',
    agency: 'health',
    days: 210,
    ends: 'done',
    task: 'Bring postnatal discharges of other hospitals into the digital record',
    result: 'Midwives have a framework for what they write down.',
  },
  {
    title: 'Planning of discharge together',
    words: 'Develop local procedures for meetings of all agencies before a baby is discharged.',
    outcome: 'A baby goes home to a plan that all know.',
    agency: 'health',
    days: 240,
    ends: 'embedded',
    task: 'Write the procedure and try it for three months',
    result: 'A meeting is held before discharge where there are worries.',
  },
  {
    title: 'Guidelines on sharing information',
    words: 'Have clearer guidelines for sharing information between services.',
    outcome: null,
    agency: 'council',
    days: 150,
    ends: 'done',
    task: 'Rewrite the guidelines on one page',
    result: 'The page is on the intranet and in the training.',
  },
  {
    title: 'Where a baby sleeps is seen',
    words: 'Look at where a baby sleeps as part of each assessment, and ask whether parents know the dangers.',
    outcome: 'Parents know how a baby sleeps safely.',
    agency: 'council',
    days: 180,
    ends: 'embedded',
    task: 'Ask in the assessment where the baby sleeps, and audit it with parents who were in care',
    result: 'An audit of parents who were in care asked where their babies sleep.',
  },
  {
    title: 'The protocol on supervision orders',
    words: 'Review the protocol on supervision orders.',
    outcome: null,
    agency: 'council',
    days: 200,
    ends: 'done',
    task: 'Review the protocol with the legal team',
    result: 'The protocol says who visits and how often.',
  },
]

export const ofChildM: readonly RecommendationPlan[] = [
  {
    title: 'Equality is weighed in each rapid review',
    words: 'Ask in each rapid review what ethnicity, age and how adults saw the child have to do with what happened.',
    outcome: 'No decision is made without it.',
    agency: 'council',
    days: 120,
    ends: 'embedded',
    task: 'Put the question into the form of the rapid review',
    result: 'Each rapid review since has an answer.',
  },
  {
    title: 'The step to adult services',
    words: 'Agree who stays with a young person who was harmed when they become an adult.',
    outcome: 'Nobody is without a worker on their eighteenth birthday.',
    agency: 'adults',
    days: 1500,
    ends: 'agreed',
    task: 'Agree a pathway with the task and finish group',
    result: '',
  },
]

export const ofSolihull: readonly RecommendationPlan[] = [
  {
    title: 'A sample of what did not go through the hub',
    words:
      'Consider dipping into cases that end without further action or go to early help, to see whether the outcome would differ if they went through the hub.',
    outcome: null,
    agency: 'council',
    days: 180,
    ends: 'done',
    task: 'Audit contacts as to whether checks would change the outcome',
    result: 'An audit was planned for December and done.',
    point: 1,
  },
  {
    title: 'Figures of return home interviews',
    words: 'Find out what skews the figures of return home interviews, with attention to those still in progress.',
    outcome: null,
    agency: 'council',
    days: 150,
    ends: 'done',
    task: 'Count interviews that are still in progress apart',
    result: 'Those in progress are counted apart.',
  },
  {
    title: 'Health information for the hub',
    words: 'Consider how health information reaches the hub, and whether that of general practice can be read there.',
    outcome: null,
    agency: 'icb',
    days: 120,
    ends: 'accepted',
    task: '',
    result: '',
  },
]

export const ofChildQ: readonly RecommendationPlan[] = [
  {
    title: 'Training about adultification for all agencies',
    words: 'Provide the training about adultification, which has begun, to all relevant agencies.',
    outcome: 'Children are seen as children, whoever meets them.',
    agency: 'council',
    days: 400,
    ends: 'done',
    task: 'Ask who can provide the training, and to whom',
    result: 'Six agencies have had the training.',
    point: 4,
  },
]

export type PointPlan = readonly [kind: 'strength' | 'development' | 'fact', words: string | null]
export const lostWords = 'Not recorded in the published report'

/** Eight areas that needed improvement, of which two are legible in the published report. */
export const solihullPoints: readonly PointPlan[] = [
  ['development', 'The timeliness and quality of the initial decision making in the hub about children.'],
  [
    'development',
    'Attendance of all agencies at child protection meetings and forums for sharing information, and their engagement.',
  ],
  ...Array.from({ length: 6 }, (): PointPlan => ['development', null]),
]

export const childQPoints: readonly PointPlan[] = [
  ['development', 'Professionals stand up for the safety of a child, also towards other professionals.'],
  [
    'development',
    'Children are not searched with intimate parts exposed without need and without an appropriate adult.',
  ],
  ['development', 'Officers in schools know what their presence does, and do not make children into offenders.'],
  ['development', 'Adults see a Black child as a child: adultification is understood by all.'],
  ['fact', 'The child was 15 years old.'],
  ['fact', 'Two female officers carried out the search.'],
]

export const sendPoints: readonly PointPlan[] = [
  ['strength', 'Strong strategic leadership and well-established teams.'],
  ['strength', 'Strong and well-established joint working.'],
  ['strength', 'Very effective use of data.'],
  ['strength', 'Needs are identified in the early years.'],
  ['strength', 'Educational psychologists support schools in time.'],
  ['strength', 'An integrated approach to complex medical and physical needs.'],
  ['strength', 'The voice of young people is followed.'],
  ['strength', 'Parents and school leaders hold specialist services in high regard.'],
  ['strength', 'Education, health and care plans are of high quality.'],
  ['strength', 'Case officers know young people and their families very well.'],
  ['strength', 'Transition planning is strong.'],
  ['development', 'Some schools are less inclusive, and slower to identify and meet needs.'],
  ['development', 'Communication with schools can be inconsistent, as parents say.'],
  ['development', 'Children wait too long for autism and mental health services.'],
  ['development', 'Some direct speech and language therapy has stopped.'],
  ['development', 'Fixed-term exclusions of children with special needs are too high in secondary schools.'],
  ['development', 'Options after 16 are limited for those with the most complex needs.'],
]
