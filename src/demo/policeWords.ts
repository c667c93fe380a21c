/** What the two audits of the report found, in words of our own, and what the recent ones do: no child and no officer is named. */

export interface Finding {
  readonly finding: string
  readonly lesson: string
}

export const merlinFindings: readonly Finding[] = [
  {
    finding: 'Across the force, officers did not always speak with the child alone to hear the child’s own account.',
    lesson: 'Speak with each child alone, and write down the words of the child.',
  },
  {
    finding: 'Across the force, exploitation was not explored in some reports in which it could have been.',
    lesson: 'Ask in every report whether the child may be exploited, and say what was asked.',
  },
  {
    finding: 'Across the force, intelligence that would have helped to see the risk was not always looked up.',
    lesson: 'Look up what is known of the child and the address before the risk is graded.',
  },
]

export const childAbuseFindings: readonly Finding[] = [
  {
    finding: 'Wider safeguarding of children placed with friends or family was not always considered.',
    lesson:
      'Before a child is placed with friends or family, look up with children’s social care what is known of them.',
  },
  {
    finding: 'On joint visits, suspects were spoken to about the offence and not as the law on evidence asks.',
    lesson: 'On a joint visit, do not speak with a suspect about the offence.',
  },
  {
    finding: 'Officers were not always there at the medical to brief the paediatrician.',
    lesson: 'Go to the medical, brief the paediatrician and take down what was found.',
  },
]

export const recentFindings: readonly Finding[] = [
  {
    finding: 'In some reports of missing children nobody asked where the child had been found before.',
    lesson: 'Ask where the child has been found before, and look there first.',
  },
  {
    finding: 'What a child said on coming back was not always passed to the team that interviews.',
    lesson: 'Pass on the same day what the child said on coming back.',
  },
]
