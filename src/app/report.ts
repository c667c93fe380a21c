import { reportOf } from '../publish/report/report.tsx'
import type { Section } from '../publish/report/section.ts'
import { borough } from './borough.ts'
import { reviewsTold } from './reportOfReviews.ts'

/**
 * The words of the yearly report around its figures. Numbers are never typed here: `{measure}` is a figure worked out from
 * the records, and a typed digit stops the report.
 */
export const sections: readonly Section[] = [
  {
    title: 'The borough',
    blocks: [
      {
        text: 'The children whom this report is about live in a borough that others describe in numbers. They are quoted here with their sources.',
      },
      { statistics: borough.statistics },
    ],
  },
  {
    title: 'The front door',
    blocks: [
      {
        text: 'The front door is where a worry about a child arrives: the contact team takes it in, asks the agencies that know the child, and decides what happens next.',
      },
      { heading: 'How many contacts there were' },
      {
        text: 'The contact team received {contacts} contacts about children. In the period before there were {contacts.before}; the change is {contacts.change}.',
      },
      {
        text: 'Of these, {contacts_not_open} were about children who were not already open to a social care team, and {contacts_again} were about a child who had been the subject of a contact in the year before.',
      },
      { trend: 'contacts' },
      { heading: 'Where contacts came from' },
      { breakdown: 'contacts', by: 'source' },
      { heading: 'What happened after them' },
      { breakdown: 'contacts', by: 'outcome' },
      { heading: 'How quickly the team decided' },
      {
        text: 'The share of contacts decided in time was {contacts_decided_on_time}, which is {contacts_decided_on_time.numerator} of {contacts_decided_on_time.denominator} contacts ({contacts_decided_on_time.interval}). In the period before it was {contacts_decided_on_time.before}. Still without a decision were {contacts_decided_on_time.open}, of which {contacts_decided_on_time.overdue} were overdue.',
      },
      {
        text: 'Whoever tells the contact team of a worry should hear what came of it. The share of referrers told in time was {referrers_told_on_time}; it typically took {hours_to_tell_referrer} from receiving the contact to telling them.',
      },
      {
        figures: [
          'contacts_decided_on_time',
          'contacts_acknowledged_on_time',
          'urgency_set_on_time',
          'referrers_told_on_time',
          'hand_overs_accepted_on_time',
          'outreach_on_time',
        ],
      },
      { heading: 'How decisions were made' },
      {
        text: 'A second person agreed {agreed_by_second_person} of the decisions, and consent was recorded for {consent_recorded} of the contacts.',
      },
      {
        figures: [
          'agreed_by_second_person',
          'decisions_sent_back',
          'more_should_have_been_sought',
          'threshold_recorded',
          'consent_recorded',
          'offers_declined',
        ],
      },
      { heading: 'Checks with other agencies' },
      {
        text: 'The contact team asked other agencies {checks_asked} times what they knew. The share of checks answered in time was {checks_on_time}, and an answer typically took {hours_to_answer_check}. Checks changed {checks_changed_decision} of the decisions.',
      },
      { figures: ['checks_answered', 'checks_on_time', 'checks_with_information', 'checks_not_shared'] },
      { breakdown: 'checks_on_time', by: 'askedOf' },
    ],
  },
  {
    title: 'Missing children',
    blocks: [
      {
        text: 'Children went missing {missing_episodes} times; in the period before it was {missing_episodes.before}. These were {missing_children} children, each counted once. Every episode has exactly one setting, and every episode that has ended has one return home interview, offered or not.',
      },
      { breakdown: 'missing_episodes', by: 'missingFrom' },
      { breakdown: 'missing_episodes', by: 'durationBand' },
      { heading: 'Children who went missing most often' },
      {
        text: 'Of the episodes from home, the ten children with most had {missing_top_ten_home}; of those from care {missing_top_ten_care}. Missing three times or more within ninety days were {missing_repeatedly} children.',
      },
      { heading: 'Return home interviews' },
      {
        text: 'An interview was offered after {return_interviews_offered} of the episodes. Held were {return_interviews_held_of_episodes.numerator}: {return_interviews_held_of_episodes} of the episodes, {return_interviews_held_of_offers} of the offers, and {return_interviews_held_of_concluded} of the offers that came to an end. Within the time of the guidance were {return_interviews_in_time} of all ({return_interviews_in_time.open} still open).',
      },
      { breakdown: 'return_interviews_due', by: 'standing' },
      {
        figures: [
          'return_interviews_offered',
          'return_interviews_held_of_episodes',
          'return_interviews_held_of_offers',
          'return_interviews_held_of_concluded',
          'return_interviews_declined',
          'return_interviews_no_contact',
          'return_interviews_in_progress',
          'return_interviews_in_time',
        ],
      },
    ],
  },
  {
    title: 'Harm outside the home',
    blocks: [
      {
        text: 'The exploitation team identified {exploitation_identified} young people as at risk outside the home, once for each kind of worry. In the period before there were {exploitation_identified.before}.',
      },
      { breakdown: 'exploitation_identified', by: 'kind' },
      { breakdown: 'exploitation_identified', by: 'sex' },
      { breakdown: 'exploitation_identified', by: 'ethnicity' },
      { breakdown: 'exploitation_identified', by: 'ageBand' },
      { heading: 'Sexual and criminal exploitation' },
      {
        text: 'Of these, {exploitation_sexual} children were at risk of sexual exploitation ({exploitation_sexual.before} in the period before) and {exploitation_criminal} of criminal exploitation ({exploitation_criminal.before} in the period before).',
      },
      { breakdown: 'exploitation_sexual', by: 'ethnicity' },
      { breakdown: 'exploitation_criminal', by: 'sex' },
      { breakdown: 'exploitation_criminal', by: 'ethnicity' },
      { heading: 'Serious youth violence' },
      {
        text: 'The team identified {exploitation_violence} young people as at risk of serious youth violence. On the last day of the period {exploitation_violence_children_at_end} of them were children and {exploitation_violence_adults_at_end} adults. How old they were when they were identified is another question, which the table answers.',
      },
      { breakdown: 'exploitation_violence', by: 'ageBand' },
      { breakdown: 'exploitation_violence', by: 'ethnicity' },
      { heading: 'Whether risk became less' },
      {
        text: 'At the end of the period {exploitation_current} concerns were current, of which {exploitation_review_not_overdue} had no assessment of risk overdue. Of concerns that ended, {exploitation_reduced_at_exit} ended with less risk than at first.',
      },
      {
        figures: [
          'exploitation_risk_up',
          'exploitation_risk_down',
          'exploitation_risk_same',
          'exploitation_host_health_told',
        ],
      },
      { heading: 'Harmful sexual behaviour, briefings and adolescent support' },
      {
        text: 'Settings asked for advice on sexual behaviour {sexual_behaviour_consultations} times, against {sexual_behaviour_consultations.before} in the period before. There were {borough_briefings} borough briefings; of those invited, {borough_briefing_attendance} came.',
      },
      {
        text: 'Adolescent support had {adolescent_support_referrals} referrals, and work began with {adolescent_support_provided.numerator} of the young people. When it ended, {adolescent_support_stepped_down} needed less from social care.',
      },
      { breakdown: 'adolescent_support_not_taken', by: 'whyNotTaken' },
      { heading: 'Trafficked children' },
      {
        text: 'The coordinator was brought {trafficking_cases} cases of children who may have been trafficked; {trafficking_referred.numerator} were referred by the end of the period. The panel held {trafficking_hearings} hearings: a case that is heard twice is one case with two hearings. It found both grounds at the first hearing in {trafficking_both_at_first_meeting.numerator} cases, and after a deferral in {trafficking_found_after_deferral.numerator}.',
      },
      { breakdown: 'trafficking_cases', by: 'authority' },
      { breakdown: 'trafficking_cases', by: 'ethnicity' },
      {
        figures: [
          'trafficking_panel_in_time',
          'trafficking_hearings_late',
          'trafficking_guardian_asked',
          'trafficking_guardian_not_needed',
        ],
      },
      { heading: 'Across boundaries' },
      {
        text: 'There were {authority_requests} requests between authorities about exploited children; {authority_requests_awaiting} had no answer at the end of the period. Courts made {trafficking_risk_orders} slavery and trafficking risk orders.',
      },
      { figures: ['authority_requests_in_time', 'authority_requests_health_told'] },
    ],
  },
  {
    title: 'Learning from reviews',
    blocks: [
      {
        text: 'The partnership decided {practice_reviews} practice reviews; in the period before it was {practice_reviews.before}. Of those to be published {practice_reviews_published_in_time} were published within the time of the guidance ({practice_reviews_published_in_time.open} still open). They have made {review_recommendations} recommendations.',
      },
      { breakdown: 'practice_reviews', by: 'kind' },
      { heading: 'Each review and its recommendations' },
      {
        text: 'These reviews were under way or published in the period. Children stand under the pseudonym of their review. The status of a recommendation is read from the list of all recommendations, where it is answered, carried out and shown to work.',
      },
      { records: reviewsTold },
    ],
  },
]

/** The yearly report, as pages and the command line make it. */
export const report = reportOf(sections)
