import type { Day } from '../kit/dates.ts'

/** Recommendations of Fair Futures, invented: eighteen, ten of them carried out by September 2020. */
export const fairFutures: readonly (readonly [title: string, agency: string, doneOn: Day | null])[] = [
  ['A youth council with a say in what is spent', 'youth', '2019-11-12'],
  ['One place to ask for help with work and training', 'council', '2020-01-21'],
  ['Careers talks in every secondary school', 'education', '2019-12-10'],
  ['A mentor for every young person who leaves care', 'council', '2020-02-18'],
  ['Youth hubs open at weekends', 'youth', '2020-03-10'],
  ['Work experience with partners of the council', 'council', '2020-03-03'],
  ['Sport that costs nothing in the holidays', 'youth', '2020-02-25'],
  ['Training in mental health first aid for youth workers', 'health', '2020-06-16'],
  ['Young people sit on panels that choose staff', 'council', '2020-07-14'],
  ['A guide to rights when stopped by the police', 'police', '2020-08-11'],
  ['A travel fund for apprentices', 'council', null],
  ['Counselling in youth hubs', 'health', null],
  ['Homes for young people who leave care', 'housing', null],
  ['A pledge of employers', 'council', null],
  ['Support for young carers at school', 'education', null],
  ['Safe routes home', 'police', null],
  ['Music studios in two estates', 'youth', null],
  ['A fund that young people give out', 'youth', null],
]

/** An action of today; days are before the day of loading, dates due after it. */
export interface CurrentAction {
  readonly source: 'review' | 'audit' | 'inspection' | 'scrutiny' | 'outside'
  readonly note: string
  /** Of the plan after the review of Child K. */
  readonly number?: string
  readonly recommendation?: string
  readonly task: string
  readonly outcome: string | null
  /** Nobody where the owner has left. */
  readonly agency: string | null
  readonly agreed: number
  readonly due: number | null
  readonly updates: readonly (readonly [before: number, rating: string, news: string])[]
  readonly blocked?: readonly [before: number, why: string]
  readonly moved?: readonly [before: number, to: number, why: string]
  readonly done?: number
  readonly agreedDone?: number
  readonly shown?: readonly [before: number, figure: string, shows: string]
}

const ofK = { source: 'review', note: 'Review of Child K' } as const

export const currentActions: readonly CurrentAction[] = [
  {
    ...ofK,
    number: '1',
    recommendation: 'Maternity services know which babies are subject to a plan',
    task: 'Send the weekly list of births to named midwives',
    outcome: 'No baby with a plan leaves hospital without a discharge meeting',
    agency: 'health',
    agreed: 180,
    due: -12,
    // Green until it is due, and then red.
    updates: [
      [150, 'green', 'The list is agreed with both hospitals.'],
      [96, 'green', 'A first list was sent.'],
      [41, 'green', 'Sent in most weeks.'],
    ],
  },
  {
    ...ofK,
    number: '1',
    task: 'Hold a discharge meeting for every unborn baby with a plan',
    outcome: 'Every such baby has one before the day of discharge',
    agency: 'council',
    agreed: 178,
    due: 40,
    updates: [
      [120, 'amber', 'Held for four of six.'],
      [20, 'green', 'Held for all since September.'],
    ],
    moved: [60, 70, 'The hospital changes its system in the autumn.'],
  },
  {
    ...ofK,
    number: '2',
    recommendation: 'Where a baby sleeps is seen by whoever visits',
    task: 'Put where a baby sleeps into the form of every visit',
    outcome: 'Safe sleeping is seen, not only advised',
    agency: 'council',
    agreed: 175,
    due: -60,
    updates: [[140, 'green', 'The form is changed.']],
    done: 75,
    agreedDone: 70,
    shown: [14, 'contacts_decided_in_time', 'Dip sample and figure: it is seen in nearly every visit.'],
  },
  {
    ...ofK,
    number: '2',
    task: 'Give families a cot where there is none',
    outcome: null,
    agency: 'housing',
    agreed: 170,
    due: 25,
    updates: [[22, 'amber', 'Money is there until March.']],
    blocked: [18, 'No supplier under the new contract yet'],
  },
  {
    ...ofK,
    number: '3',
    recommendation: 'Supervision orders have a protocol',
    task: 'Write the protocol for supervision orders with the court service',
    outcome: null,
    agency: 'council',
    agreed: 160,
    due: 10,
    updates: [[9, 'green', 'The draft is with all partners.']],
  },
  {
    source: 'audit',
    note: 'Threshold audit, finding 2',
    task: 'Say in every decision of no further action why the history does not change it',
    outcome: 'Managers who read a decision can follow it',
    agency: 'council',
    agreed: 90,
    due: 5,
    updates: [[25, 'green', 'In the template since the summer.']],
    done: 4,
  },
  {
    source: 'inspection',
    note: 'Inspection of special educational needs, area 2',
    task: 'Publish waiting times for speech and language therapy',
    outcome: 'Families know how long it takes',
    agency: 'health',
    agreed: 120,
    due: 60,
    updates: [[70, 'amber', 'The system cannot count them yet.']],
  },
  {
    source: 'outside',
    note: 'Comparison with another area, finding 5',
    task: 'Attend every strategy discussion with somebody who may decide',
    outcome: null,
    agency: 'police',
    agreed: 45,
    due: 30,
    updates: [[15, 'green', 'The rota names a sergeant for each day.']],
  },
  {
    source: 'scrutiny',
    note: 'Challenge about return interviews',
    task: 'Offer the interview at school where the child wants it',
    outcome: 'More children are heard after they were missing',
    agency: 'youth',
    agreed: 28,
    due: 90,
    updates: [[3, 'green', 'Six schools have a room for it.']],
  },
  {
    source: 'audit',
    note: 'Audit of persistent absence, finding 1',
    task: 'Write in every plan why the child is absent',
    outcome: null,
    agency: null,
    agreed: 55,
    due: 50,
    updates: [],
  },
  {
    source: 'review',
    note: 'National learning, point 3',
    task: 'Train staff of all schools about adultification',
    outcome: 'Black children are seen as children',
    agency: 'education',
    agreed: 20,
    due: null,
    updates: [[6, 'amber', 'Two schools have been trained.']],
  },
]
