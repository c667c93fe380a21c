/** Figures that challenges, priorities, evidence and reports of partners may rest on: keys of measures, in the words of whoever chooses one. */
export const figureChoices = {
  contacts: 'Contacts',
  contacts_decided_on_time: 'Contacts decided in time',
  missing_episodes: 'Missing episodes',
  missing_children: 'Children who went missing',
  return_interviews_held_of_offers: 'Return home interviews held, of offers',
  return_interviews_held_of_concluded: 'Return home interviews held, of offers that came to an end',
  return_interviews_held_of_episodes: 'Return home interviews held, of episodes',
  return_interviews_in_time: 'Return home interviews held within 72 hours',
  exploitation_identified: 'Children identified as at risk of exploitation',
  trafficking_cases: 'Children brought to the referral mechanism panel',
  trafficking_hearings: 'Hearings of the referral mechanism panel',
  trafficking_hearings_late: 'Hearings decided too late',
  daily_case_referrals: 'Cases of the daily safeguarding meeting',
  daily_case_children: 'Children in cases of the daily safeguarding meeting',
  domestic_abuse_repeat_cases: 'Repeat cases of domestic abuse',
  survivors_feel_safer: 'Survivors who feel safer',
  early_help_children: 'Children with early help',
  early_help_needs_met: 'Early help that ended because needs were met',
  young_carers_supported: 'Young carers who are supported',
  private_fostering_arrangements: 'Private fostering arrangements',
  private_fostering_first_visits_in_time: 'First visits of private fostering in time',
  ethnicity_known: 'Contacts with a known ethnic group',
  court_outcomes_liberty: 'Court outcomes that were custody or remand',
  triage_diverted: 'Young people diverted from the youth justice system',
  staff_name_racism: 'Staff are able to recognise racism in their work and to say so',
  encompass_in_time: 'Schools told before the next school day',
  meeting_attendance: 'Attendance at meetings',
  section11_standards_met: 'Section 11 standards met',
  recommendations_done: 'Recommendations that were carried out',
  recommendations_embedded: 'Recommendations shown to work',
} as const

/** Roles that keep the partnership's own papers, and those that look at them. */
export const keepsPapers = ['partnership_manager', 'audit_lead'] as const
export const looksAtPapers = ['scrutineer', 'analyst'] as const
