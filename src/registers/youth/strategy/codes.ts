/** Code lists of a strategy. Codes are for ever; words may change. */

export const strategyKinds = {
  youthSafety: 'Youth safety',
  violenceAgainstWomen: 'Violence against women and girls',
  disproportionality: 'Disproportionality in youth justice',
} as const

export const progresses = {
  onTrack: 'On track',
  slower: 'Slower than planned',
  stopped: 'Stopped or not begun',
  done: 'Done',
} as const

/** Figures by which an objective may be judged: keys of measures, in the words of whoever chooses one. */
export const judgedBy = {
  summer_people: 'Young people reached by the summer programme and Launch Pad',
  universal_people: 'Young people reached by what is open to all',
  universal_attendances: 'Attendances at what is open to all',
  parents_offered_training: 'Parents and carers offered online training',
  training_practical_knowledge: 'Training gave parents practical knowledge they will use',
  training_support_my_child: 'Training helped parents to support their child or find support',
  parent_champions_trained: 'Parents who completed the training of parent champions, to date',
  parents_reached_by_champions: 'Parents reached by parent champions, to date',
  triages: 'Young people who came to triage',
  triage_diverted: 'Young people diverted from the youth justice system',
  diversion_completed: 'Diverted young people who completed their support',
  diversion_further_offence: 'Diverted young people with a further offence within 12 months',
  transitions_people: 'Young people in the transitions project',
  transitions_behaviour: 'Behaviour became better in the transitions project',
  transitions_attendance: 'Sessions of the transitions project attended',
  transitions_school_engagement: 'Engagement with school became better, as parents say',
  transitions_school_communication: 'Parents are better able to speak with school staff',
  wellbeing_people: 'Young people reached by the wellbeing programme',
  circle_people: 'Young people in circles in schools',
  circle_schools: 'Schools with circles',
  mentoring_people: 'Young people supported by commissioned services',
  one_to_one_contacts: 'One-to-one contacts of commissioned services',
  mentoring_hours: 'Hours of mentoring by commissioned services',
  safe_havens_open: 'Safe havens at the end of the period',
  safe_haven_views: 'Views of safe havens on the map',
  surrendered_items: 'Knives and other bladed items surrendered',
  surrendered_items_to_date: 'Knives and other bladed items surrendered, to date',
  surrender_bins: 'Knife surrender bins in place',
  court_outcomes_liberty: 'Court outcomes that were custody or remand',
  practice_audits_graces: 'Audited work that uses the Social GRACES',
  practice_audits_same: 'Audited work that would be the same for others',
  programme_sessions_in_time: 'Sessions and meetings held as often as promised',
  staff_name_racism: 'Staff are able to recognise racism in their work and to say so',
} as const

/** Settings that hold the target of a figure, from and up to, where one is set. */
export const targets: Readonly<Record<string, readonly [from: string, to: string]>> = {
  triage_diverted: ['triage_diverted_from', 'triage_diverted_to'],
}
