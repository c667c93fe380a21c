/** What is written in invented assessments, by what is hardest. */
export const storiesOf = {
  learning: {
    well: 'Reads at bedtime, and is proud of it. A grandmother helps twice a week.',
    hard: 'Late two days a week, and misses the start of lessons.',
    says: 'I like it when I know what comes first.',
    wants: 'Mornings without shouting, and school on time.',
    actions: ['A place in the breakfast club', 'A picture plan of the morning on the kitchen door'],
  },
  feelings: {
    well: 'Warm with the baby, and funny. Football on Saturdays.',
    hard: 'Angry outbursts since the summer, and sleeps badly.',
    says: 'My head gets too loud.',
    wants: 'To get through a week without a door being slammed.',
    actions: ['Six sessions with the school’s counsellor', 'The same bedtime every day for three weeks'],
  },
  health: {
    well: 'Plays well with others. Both parents come to every appointment.',
    hard: 'Few words for the age, and eats three foods.',
    says: 'Points at the window and at the bus.',
    wants: 'To be understood by others than Mum.',
    actions: ['Speech and language drop-in on Thursdays', 'One new food a week, at play, not at table'],
  },
  family: {
    well: 'The two of them talk about everything.',
    hard: 'The parents have parted, and the children carry messages.',
    says: 'I want to be at both houses and not be asked.',
    wants: 'Two homes with one set of rules.',
    actions: ['Five meetings with a family worker', 'A shared calendar that the adults write in'],
  },
  home: {
    well: 'Keeps everything tidy in one room. Neighbours help.',
    hard: 'Four in one bedroom, and damp on the outer wall.',
    says: 'I do homework in the bath. There is no water in it.',
    wants: 'A dry room, and a table.',
    actions: ['Report the damp with photos and chase it weekly', 'Homework club twice a week'],
  },
  money: {
    well: 'Cooks from scratch, and knows every free thing in the borough.',
    hard: 'Rent arrears, and the meter runs out before the end of the week.',
    says: 'We play torch night.',
    wants: 'To stop being afraid of the post.',
    actions: ['Check of benefits with the family centre', 'A plan for the arrears with the landlord'],
  },
} as const

export const reviewWords = [
  'Better in most weeks. The first action is done, the second takes longer.',
  'Went back a step over the holiday and came up again. Everybody keeps going.',
  'Much calmer. The family says what works and does it without us.',
]

export const viewsAtEnd = {
  needsMet: 'Nobody judged us. We know whom to ring if it comes back.',
  steppedUp: 'I did not want it, but I see why. She told me before anybody else.',
  withdrew: 'It was too many people. We would like to try on our own.',
  moved: 'Thank you. The new school has the plan from us.',
  other: 'We could not be reached after the summer.',
} as const
