import {
  agency,
  choice,
  longText,
  moment,
  optional,
  related,
  sensitive,
  sometimes,
  staff,
  yesNo,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { consents, whyNotSought } from '../../../fields/lists/consent.ts'
import { checkedAgencies } from './rules.ts'

/** One agency's answer to one question about the people of one contact: a MASH check (rulebook FD-07). */
export const agencyCheck = record({
  key: 'agency_check',
  title: 'Agency check',
  plural: 'Agency checks',
  reference: 'CHK',
  eventOn: 'askedAt',
  about: ['people'],
  fields: {
    contact: related('For which contact?', 'contact', { label: 'Contact', about: true }),
    askedBy: optional(agency('Which agency asks?', { label: 'Asked by' })),
    askedOf: agency('Which agency is asked?', { label: 'Asked of', kinds: checkedAgencies }),
    askedAt: moment('When was it asked?', { label: 'Asked', past: true }),
    urgency: choice('How urgent is it?', { red: 'Red', amber: 'Amber', green: 'Green' }, { label: 'Urgency' }),
    basis: choice(
      'Reason in law for asking',
      {
        significantHarm: 'Suspected significant harm (Children Act 1989, section 47)',
        agreed: 'Agreed by the family',
        statutoryDuty: 'Statutory duty to share (Children Act 2004, section 16LA)',
        publicTask: 'Public task: safeguarding of children (UK GDPR article 6(1)(e))',
      },
      { label: 'Reason in law' },
    ),
    consent: optional(choice('Does the family agree to information being shared?', consents, { label: 'Consent' })),
    whyNotSought: optional(choice('If not asked, why not?', whyNotSought, { label: 'Why not asked' })),
    people: sensitive(longText('Who is asked about?', { rows: 4, label: 'People' })),
    question: sensitive(longText('What do they need to know?', { rows: 4, label: 'Question' })),
    answer: choice(
      'What does your agency know?',
      {
        notKnown: 'Not known to us',
        knownNothing: 'Known, nothing of concern',
        information: 'Known, information below',
        cannotShare: 'We cannot share',
      },
      { label: 'Answer', missing: 'Select what your agency knows' },
    ),
    information: sometimes(
      sensitive(
        longText('What you know', {
          rows: 8,
          hint: 'Needed if you know something to tell. Facts, dates and where they come from',
        }),
      ),
    ),
    whyCannotShare: sometimes(
      sensitive(longText('If you cannot share, why not?', { rows: 3, label: 'Why not shared' })),
    ),
    referrerMayKnow: sometimes(yesNo('May the referrer be told?', { hint: 'Needed if you gave information' })),
    familyMayKnow: sometimes(yesNo('May the family be told?', { hint: 'Needed if you gave information' })),
    whyFamilyMayNot: optional(
      sensitive(longText('If the family may not be told, why not?', { rows: 2, label: 'Why the family may not know' })),
    ),
    answeredBy: optional(staff('Answered by')),
    answeredAt: optional(moment('Answered')),
    queryText: sensitive(
      longText('What do you need to know before you can answer?', {
        rows: 3,
        label: 'Query',
        missing: 'Enter what you need to know',
      }),
    ),
    queryReply: sensitive(
      longText('What can you tell them?', { rows: 3, label: 'Reply', missing: 'Enter what you can tell them' }),
    ),
    lastChasedAt: optional(moment('Last chased')),
    withdrawnWhy: sensitive(
      longText('Why is the check not needed any more?', {
        rows: 2,
        label: 'Why withdrawn',
        missing: 'Enter why the check is not needed',
      }),
    ),
  },
})
