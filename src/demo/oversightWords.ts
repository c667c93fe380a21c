/**
 * What the published report of 2021-22 and the plan of 2020 say of priorities and evidence. Evidence of agencies other than the
 * integrated care board is invented, as are all days.
 */

export interface PriorityPlan {
  readonly key: string
  readonly number: number
  readonly title: string
  readonly words: string
  readonly figures: readonly (readonly [figure: string, why: string])[]
  /** Of the report year 2021-22, and why. */
  readonly progress: 'progress' | 'little' | 'none'
  readonly why: string
}

/** F010, in the words of the report. */
export const partnershipPriorities: readonly PriorityPlan[] = [
  {
    key: 'inequality',
    number: 1,
    title: 'Inequality and structural racism',
    words:
      'Address the impact of inequality and structural racism on vulnerable children and develop a better understanding of data across all of Islington Safeguarding Children Partnership.',
    figures: [
      ['ethnicity_known', 'More contacts with a known ethnic group'],
      ['court_outcomes_liberty', 'As few for every ethnic group'],
    ],
    progress: 'progress',
    why: 'A task and finish group has begun to understand the data and to plan.',
  },
  {
    key: 'neglect',
    number: 2,
    title: 'Neglect',
    words: 'Address the impact of neglect on children and to help them become more resilient.',
    figures: [['early_help_needs_met', 'More early help that ends because needs were met']],
    progress: 'little',
    why: 'There is still work to be done: more targeted training, auditing activity and a comprehensive neglect strategy. No audit of neglect was made.',
  },
  {
    key: 'parents',
    number: 3,
    title: 'Domestic abuse, parental mental ill health and substance abuse',
    words:
      'Address the consequences of harm suffered by children because of domestic violence, parental mental ill health, and substance abuse, including helping children who have suffered harm to become more resilient.',
    figures: [
      ['daily_case_referrals', 'Every case is heard'],
      ['survivors_feel_safer', 'More survivors feel safer'],
    ],
    progress: 'progress',
    why: 'The daily meeting brings agencies together on each weekday.',
  },
  {
    key: 'exploitation',
    number: 4,
    title: 'Exploitation and gangs',
    words: 'Identify and help children who are vulnerable to sexual exploitation, criminal exploitation, and gangs.',
    figures: [
      ['exploitation_identified', 'Children are identified before they are harmed'],
      ['return_interviews_held_of_offers', 'More of the offers end in an interview'],
    ],
    progress: 'progress',
    why: 'Risk is identified earlier, and the panel decides on nearly all cases in time.',
  },
]

/** The heading under which the integrated care board gave its evidence: an older wording of the fourth priority. */
export const olderWording =
  'Identification of children who are vulnerable to sexual exploitation and holding perpetrators to account'

/** F650: the slides print a title and programmes for each, and neither measures nor days. */
export const recoveryPriorities: readonly (readonly [title: string, programmes: readonly string[]])[] = [
  [
    'Adjusting to the new normal',
    [
      'Gradual resumption of face to face contact with children, young people and their parents or carers',
      'A testing regime for children in accordance with advice and local arrangements',
      'Blended learning options and a Recovery Curriculum to support catching up',
    ],
  ],
  [
    'Getting the basics back in place and challenging inequalities',
    [
      'Taking forward actions from the joint study with the Youth Justice Board on disproportionality',
      'Programmes to ensure that groups such as Black Caribbean pupils make good progress',
      'Supporting the mental health and well-being of children through a range of programmes',
    ],
  ],
  [
    'Turbocharging a supportive progression to adulthood',
    [
      'An offer of education, employment and training for young people',
      'Securing stability for looked-after children, and a focus on adolescents at risk of poor outcomes',
      'Responding to community safety issues for young people',
      'An integrated approach to progression to adulthood with all key services',
    ],
  ],
]

export interface EvidencePlan {
  readonly agency: string
  readonly priority: string
  readonly title: string
  readonly done: string
  readonly changed: string | null
  readonly strength: string
  readonly figure?: string
  readonly asWorded?: string
}

const care = (priority: string, title: string, done: string, more: Partial<EvidencePlan> = {}): EvidencePlan => ({
  ...{ agency: 'icb', priority, title, done, changed: null, strength: 'statement' },
  ...more,
})
const from = (
  agency: string,
  priority: string,
  title: string,
  done: string,
  more: Partial<EvidencePlan> = {},
): EvidencePlan => ({ agency, priority, title, done, changed: null, strength: 'document', ...more })

/** Of the report year 2021-22. From housing there is none on neglect, as from most agencies. */
export const evidenceOfTheYear: readonly EvidencePlan[] = [
  care(
    'neglect',
    'Social and emotional development',
    'Early intervention for children and young people by a framework, and a whole-school approach to mental health.',
  ),
  care(
    'parents',
    'Domestic abuse, substance misuse and self-harm in the dashboard',
    'Designated professionals and providers added data on domestic abuse, substance misuse and self-harm.',
  ),
  care(
    'exploitation',
    'Health at the referral mechanism panel',
    'The designated nurse was at each meeting of the pilot.',
    {
      ...{ strength: 'figure', figure: 'trafficking_hearings', asWorded: olderWording },
      changed: 'Decisions for trafficked children are made in time, all but one.',
    },
  ),
  care(
    'inequality',
    'Data workstream',
    'The designated nurse co-leads the data workstream of the task and finish group.',
  ),
  from(
    'health',
    'parents',
    'Training after the Domestic Abuse Act',
    'Staff learned that children are victims themselves.',
  ),
  from(
    'health',
    'neglect',
    'Children who are not brought',
    'A flowchart for children who are not brought was made anew.',
    {
      changed: 'Missed appointments are followed up on the same day.',
    },
  ),
  from('police', 'exploitation', 'Borough briefings', 'Partners are told each month what happens in the borough.'),
  from(
    'police',
    'inequality',
    'Briefing on searches',
    'A statement about searches of children was given to the partnership.',
    {
      strength: 'statement',
    },
  ),
  from('council', 'inequality', 'Task and finish group', 'Agencies named where their recording must become better.'),
  from(
    'council',
    'exploitation',
    'Exploitation and Missing Team',
    'Each return is followed by the offer of an interview.',
    {
      ...{ strength: 'figure', figure: 'return_interviews_held_of_offers' },
    },
  ),
  from('council', 'parents', 'Daily safeguarding meeting', 'Cases are heard on the next weekday.', {
    ...{ strength: 'figure', figure: 'daily_case_referrals', changed: 'Safety plans are agreed a month earlier.' },
  }),
  from('youth', 'inequality', 'Court outcomes', 'A panel looks at what courts decided about young people.', {
    ...{ strength: 'figure', figure: 'court_outcomes_liberty' },
  }),
  from(
    'education',
    'inequality',
    'Exclusions by ethnic group',
    'Numbers of exclusions were looked at by ethnic group.',
  ),
  from('probation', 'parents', 'Reports before sentence', 'Reports say which children live with the person sentenced.'),
  from('housing', 'parents', 'Moves to safety', 'Families who flee are moved within a week.', {
    ...{ strength: 'heard', changed: 'Children stay at their school more often.' },
  }),
  from('adults', 'parents', 'Joint protocol', 'A joint protocol with children’s social care is being written.'),
]

/** Of the months before the demonstration was loaded: days back, and what became of it. */
export const recentEvidence: readonly (readonly [
  back: number,
  became: 'accepted' | 'returned' | 'waits',
  plan: EvidencePlan,
])[] = [
  [70, 'accepted', from('council', 'neglect', 'Training on neglect', 'Eight teams had a day of training on neglect.')],
  [
    66,
    'accepted',
    from('health', 'neglect', 'Audit of missed appointments', 'Notes of forty children were read.', {
      strength: 'audit',
    }),
  ],
  [
    62,
    'accepted',
    from('police', 'exploitation', 'Daily tasking', 'Places named by children are visited within two days.', {
      ...{ strength: 'figure', figure: 'exploitation_identified' },
    }),
  ],
  [
    58,
    'accepted',
    from('youth', 'inequality', 'Practice audits', 'Assessments are read again for bias.', { strength: 'audit' }),
  ],
  [
    55,
    'accepted',
    from('housing', 'parents', 'Locks changed', 'Locks are changed on the day of the call.', { strength: 'heard' }),
  ],
  [48, 'waits', from('education', 'inequality', 'Exclusions', 'Governors ask for reasons by ethnic group.')],
  [
    30,
    'returned',
    from('probation', 'parents', 'Home visits', 'Officers ask about children at each visit.', {
      strength: 'statement',
    }),
  ],
  [16, 'waits', care('parents', 'Dashboard', 'Providers give their data each quarter.')],
  [9, 'waits', from('police', 'neglect', 'Briefing on neglect', 'Officers were briefed on what neglect looks like.')],
]
