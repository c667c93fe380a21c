import type { Random } from '../kit/random.ts'

/** What people write in invented contacts. `{name}` is the child. Two or three sentences, as they are typed in a hurry. */

export type Worry =
  | 'physicalHarm'
  | 'emotionalHarm'
  | 'sexualHarm'
  | 'neglect'
  | 'domesticAbuse'
  | 'harmOutsideHome'
  | 'missing'
  | 'mentalHealth'
  | 'parentalNeed'
  | 'disability'
  | 'housingMoney'
  | 'privateFostering'
  | 'other'

const happened: Readonly<Record<Worry, readonly string[]>> = {
  physicalHarm: [
    '{name} had a bruise on the upper arm and said “he got cross and grabbed me”. {name} did not say who.',
    '{name} told a friend that they get hit with a slipper at home. A small mark was seen on the leg.',
    'Attended with a swollen wrist. The account given by the adult changed twice while we spoke.',
  ],
  emotionalHarm: [
    '{name} says that nothing they do is right and that they are told they were a mistake.',
    'Heard shouting through the wall most evenings. {name} was outside on the stairs in pyjamas at 10pm.',
    '{name} has stopped speaking in class and cries when it is time to go home.',
  ],
  sexualHarm: [
    '{name} drew a picture that worried the adult with them and used words beyond their age.',
    '{name} told us that an older boy asks for pictures and will not stop. {name} is frightened that he will share them.',
  ],
  neglect: [
    '{name} comes in hungry on most days, in the same clothes, and is often collected late.',
    'The flat was very cold and there was little food. {name} had not been seen by a dentist for three years.',
    'Missed four appointments in a row. {name} has lost weight since the last visit.',
  ],
  domesticAbuse: [
    'Officers went to a report of shouting and breaking glass. {name} was in the next room. The father had left before they arrived.',
    'The mother said that her former partner waits outside and sends messages all night. {name} has seen this.',
    'A neighbour called: an argument between the adults, a door kicked in. {name} was awake and upset.',
  ],
  harmOutsideHome: [
    '{name} was stopped with an older group carrying cannabis in deal bags and two telephones.',
    '{name} has new trainers and money that nobody can explain, and comes home at 2am.',
    '{name} says that boys from another estate are looking for them and will not travel to school alone.',
  ],
  missing: [
    '{name} did not come home last night and was found at a friend’s flat at 7am. It is the third time this month.',
    '{name} left after an argument and was away for two nights. {name} will not say where.',
  ],
  mentalHealth: [
    '{name} showed a teacher cuts on the forearm and said that they do not want to be here any more.',
    '{name} has not left their room for three weeks, according to the mother, and hardly eats.',
    'Attended after taking tablets. Medically well; seen by the mental health team.',
  ],
  parentalNeed: [
    'The mother was unsteady at the school gate and smelled of alcohol. {name} held her hand and led the way home.',
    'The father told us that he is using again and is afraid of being left alone with {name}.',
    'The mother has stopped her medication and hears voices. {name} looks after the younger ones.',
  ],
  disability: [
    'The parents of {name} ask for help: nobody has slept a full night for a year and the lift has been out for weeks.',
    '{name} was seen for a review. The family has no support at home and is close to giving up.',
  ],
  housingMoney: [
    'The family will be evicted on the 14th and has nowhere to go. {name} sits exams this month.',
    'No money until next week, the meter is empty and {name} has been going to bed in a coat.',
  ],
  privateFostering: [
    '{name} has lived with a family friend since the summer. The parents are abroad and nobody knows for how long.',
    '{name} stays with an aunt of a cousin while the mother works in another city.',
  ],
  other: [
    'Asking for advice about {name}, who will not go to school since the move.',
    'Wants to know what help there is for {name} after a death in the family.',
  ],
}

const knows = [
  'The family knows that this contact is made.',
  'The mother was told and agrees that help is needed.',
  'The family has not been told: see why not asked.',
  'The father was told by telephone and was upset.',
  'The parents have been told that we share information with children’s services.',
]

const urgencies: Readonly<Record<string, readonly string[]>> = {
  red: ['A child may be hurt today. Agencies must answer at once.', 'Injury with an account that does not fit.'],
  amber: ['Serious worry; the child is safe today.', 'Several worries together, with younger children at home.'],
  green: ['A worry that needs to be looked at, nothing immediate.', 'The child is safe; we need the fuller picture.'],
  blue: ['A question that can be answered without asking others.', 'Advice only; no check is needed.'],
}

const reasons: Readonly<Record<string, readonly string[]>> = {
  noFurtherAction: [
    'One event, dealt with on the day; school sees a settled child and the parents acted at once. Nothing in our records. A second report would change our mind.',
    'What was reported could not be confirmed and the family’s account fits. Universal services know the child well.',
  ],
  informationAdvice: [
    'The person asked for advice and has it: local groups, the school nurse, and where to turn if it gets worse.',
    'No worry about harm. The family was told what help there is and will ask for it themselves.',
  ],
  earlyHelp: [
    'Needs that several services can meet together, with a family that wants help. No sign of significant harm. Works well: school and grandmother.',
    'The parents are tired and willing. Routine, money and sleep are the worries; early help can start within days.',
  ],
  childInNeed: [
    'Several worries over months that early help has not changed. An assessment is needed to see the child’s day as the child sees it.',
    'The child’s development is likely to suffer without services. The parents know of the assessment.',
  ],
  strategyDiscussion: [
    'Reasonable cause to suspect significant harm: the injury, the child’s words and the earlier reports belong together. Police to join today.',
    'The child may not be safe tonight. Strategy discussion with police and health at once.',
  ],
  alreadyOpen: [
    'A social worker visits the family already. The report was passed to them by telephone and in writing.',
  ],
  otherAuthority: ['The family lives in another borough. Passed on by telephone, and in writing the same day.'],
}

const told: Readonly<Record<string, string>> = {
  noFurtherAction: 'Thank you for telling us. We will not take this further now. Please tell us of anything new.',
  informationAdvice: 'Thank you. We have given advice and the names of local services.',
  earlyHelp: 'Thank you. We have offered the family early help and will ask you to be part of it.',
  childInNeed: 'Thank you. A social worker will carry out an assessment and may speak to you.',
  strategyDiscussion:
    'Thank you. We are looking into this today and may call you. Please do not speak to the family about it.',
  alreadyOpen: 'Thank you. We have passed your report to the worker who knows the family.',
  otherAuthority: 'Thank you. We have passed your report to the council where the family lives.',
}

const passed: Readonly<Record<string, readonly string[]>> = {
  earlyHelp: ['Early Help Bright Futures'],
  childInNeed: ['Children in need, team East', 'Children in need, team West'],
  strategyDiscussion: ['Children in need, team East', 'Children in need, team West'],
  alreadyOpen: [
    'The allocated social worker, team East',
    'The allocated social worker, team West',
    'Disabled children’s team',
  ],
  otherAuthority: ['Children’s services of the neighbouring borough', 'Children’s services where the family moved to'],
}

const questions: Readonly<Record<string, string>> = {
  police: 'Incidents at the address in the last two years? Anything about the adults?',
  health: 'Injuries seen? Missed appointments? Anything about the care of the child?',
  education: 'Attendance, changes since last term, who collects the child?',
  housing: 'Tenancy, who lives there, complaints or repairs that matter?',
  probation: 'Are the adults known? Any condition about children?',
  adult_services: 'Are the adults known? What help do they get?',
}

const information: Readonly<Record<string, readonly string[]>> = {
  police: [
    'Two calls to the address this year, both arguments, no arrest. Source: incident log.',
    'The adult male has a caution for common assault, 2017.',
  ],
  health: [
    'Seen in the emergency department twice in the last year, both accounts fitted. Immunisations up to date.',
    'Two missed appointments with the health visitor; weight was as expected in spring.',
  ],
  education: [
    'Attendance 87%, falling since half-term. Collected by an older sister on most days.',
    'No worries recorded; parents come to every meeting.',
  ],
  housing: [
    'Arrears, a notice served in May. Five people in a two-bedroom flat.',
    'Noise reported three times by one neighbour.',
  ],
  probation: [
    'Known until last year; order finished; no condition about children.',
    'Supervised now; next appointment on Monday.',
  ],
  adult_services: [
    'The mother has a care assessment booked. No worry about the child recorded.',
    'Known for a short time after a hospital stay.',
  ],
}

const pickFrom = (random: Random, from: Readonly<Record<string, readonly string[]>>, key: string): string =>
  random.pick(from[key] ?? [''])

export const words = {
  happened: (random: Random, worry: Worry, name: string) =>
    pickFrom(random, happened, worry).replaceAll('{name}', name),
  familyKnows: (random: Random) => random.pick(knows),
  urgencyWhy: (random: Random, urgency: string) => pickFrom(random, urgencies, urgency),
  rationale: (random: Random, decision: string) => pickFrom(random, reasons, decision),
  referrerText: (decision: string) => told[decision] ?? '',
  passedTo: (random: Random, decision: string) => (passed[decision] ? pickFrom(random, passed, decision) : null),
  question: (kinds: readonly string[]) => kinds.map(kind => questions[kind] ?? '').join(' '),
  information: (random: Random, kind: string) => pickFrom(random, information, kind),
} as const
