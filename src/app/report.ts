import { reportOf } from '../publish/report/report.tsx'
import type { Section } from '../publish/report/section.ts'
import { borough } from './borough.ts'

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
]

/** The yearly report, as pages and the command line make it. */
export const report = reportOf(sections)
