import {
  agencies,
  choice,
  date,
  longText,
  moment,
  optional,
  related,
  sensitive,
  sometimes,
  staff,
  text,
  wholeNumber,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { consents, whyNotSought } from '../../../fields/lists/consent.ts'
import { ethnicOrBroadGroups } from '../../../fields/lists/ethnicity.ts'
import { decisions } from '../../../fields/lists/frontDoor.ts'
import { lines } from './lines.ts'
import { checkedAgencies, informationSought, outcomes, sources, thresholdLevels, worries } from './rules.ts'

/**
 * A contact: any communication to children's social care about a child that might need a response. One record per
 * child per event; a sibling group of three is three contacts (rulebook FD-01).
 */
export const contact = record({
  key: 'contact',
  title: 'Contact',
  plural: 'Contacts',
  reference: 'CON',
  eventOn: 'receivedAt',
  about: ['givenName', 'familyName'],
  fields: {
    receivedAt: moment('When did the contact arrive?', {
      label: 'Received',
      past: true,
      missing: 'Enter when the contact arrived',
    }),
    source: choice('Who is it from?', sources, { label: 'Source', long: true, missing: 'Select who it is from' }),
    referrerName: sensitive(optional(text('Name and job of the person who made contact', { label: 'Referrer' }))),
    referrerAgency: optional(text('Which agency or setting are they from?', { label: 'Agency or setting' })),
    referrerContact: sensitive(
      optional(
        text('How can we reach them?', {
          label: 'How to reach the referrer',
          hint: 'Telephone number or e-mail address',
        }),
      ),
    ),
    channel: choice(
      'How did it arrive?',
      {
        phone: 'Telephone',
        form: 'Online form',
        email: 'E-mail',
        policeReport: 'Police report',
        letter: 'Letter',
        inPerson: 'In person',
      },
      { label: 'Arrived by', missing: 'Select how it arrived' },
    ),
    report: optional(
      related('Which report of a partner does it come from?', 'worry_report', {
        label: 'Report',
        hint: 'Reference, for example REP-26-00042',
      }),
    ),
    reportChild: optional(wholeNumber('Which child of the report is it?', { label: 'Child of the report' })),
    dailyCase: optional(
      related('Which case of the daily safeguarding meeting does it come from?', 'daily_case', {
        label: 'Meeting case',
      }),
    ),
    writtenFormAt: moment('When did the written form arrive?', { label: 'Written form', past: true }),

    givenName: sensitive(
      optional(text('Given name of the child', { hint: 'As the referrer gave it. Leave empty for an unborn child' })),
    ),
    familyName: sensitive(text('Family name of the child', { hint: 'As the referrer gave it' })),
    bornOn: sensitive(optional(date('Date of birth', { past: true }))),
    expectedOn: sensitive(optional(date('Expected date of birth', { hint: 'For an unborn child' }))),
    sex: optional(
      choice('Sex of the child', { female: 'Female', male: 'Male', unknown: 'Not known yet' }, { label: 'Sex' }),
    ),
    ethnicity: optional(
      choice('Ethnic group of the child', ethnicOrBroadGroups, {
        label: 'Ethnic group',
        long: true,
        hint: 'We ask so that we can see whether every community gets the same help',
      }),
    ),
    address: sensitive(optional(text('Where does the child live?', { label: 'Address', maxLength: 300 }))),
    ward: optional(text('Ward', { maxLength: 60 })),
    school: optional(text('School or nursery', { maxLength: 120 })),
    person: sometimes(
      related('If we know the child, which person?', 'person', {
        about: true,
        label: 'Person',
        hint: 'Reference, for example PER-26-00042',
      }),
    ),

    worry: choice('What is the main worry?', worries, { label: 'Worry', missing: 'Select the main worry' }),
    whatHappened: sensitive(
      longText('What are they worried about?', {
        label: 'What they are worried about',
        missing: 'Enter what they are worried about',
        hint: 'In their words: what was seen, heard or said, and when',
        rows: 8,
      }),
    ),
    childWords: sensitive(
      optional(longText('What did the child say, in their own words?', { label: "The child's own words", rows: 3 })),
    ),
    safeNow: choice(
      'Is the child safe now?',
      { yes: 'Yes', no: 'No', notKnown: 'Not known' },
      { label: 'Safe now', missing: 'Select whether the child is safe now' },
    ),
    familyKnows: sensitive(
      longText('What does the family know about this contact?', {
        label: 'What the family knows',
        rows: 3,
        missing: 'Enter what the family knows, or that they know nothing',
      }),
    ),
    consent: choice('Does the family agree to information being shared?', consents, {
      label: 'Consent',
      missing: 'Select whether the family agrees',
      hint: 'Agreement is not needed when a child may be at risk of significant harm',
    }),
    whyNotSought: sometimes(choice('If not asked, why not?', whyNotSought, { label: 'Why not asked' })),
    consentBy: sensitive(optional(text('Who agreed or refused, and when?', { label: 'Consent given by' }))),

    acknowledgedAt: moment('When was the referrer acknowledged?', { label: 'Acknowledged', past: true }),
    urgency: choice(
      'How soon must agencies answer?',
      {
        red: 'Red: possible significant harm, immediate action',
        amber: 'Amber: significant concern',
        green: 'Green: concern that needs checks',
        blue: 'Blue: no check needed',
      },
      { label: 'Urgency', missing: 'Select how soon agencies must answer' },
    ),
    urgencyWhy: sensitive(
      longText('Why this urgency?', { rows: 3, label: 'Why this urgency', missing: 'Enter why this urgency' }),
    ),
    urgencyAt: optional(moment('Urgency set')),

    match: choice(
      'Do we know this child?',
      {
        sameChild: 'Yes, a person on record',
        newChild: 'No, a child not known before',
        cannotTell: 'Cannot tell yet',
      },
      { label: 'Known before', missing: 'Select whether we know this child' },
    ),
    matchWhy: sensitive(
      longText('Why do you think so?', { rows: 3, label: 'Why this match', missing: 'Enter why you think so' }),
    ),
    matchedBy: optional(staff('Matched by')),

    decisionBefore: choice('Before any answers: what would you decide today?', decisions, {
      label: 'Decision before checks',
      hint: 'Kept so that the partnership can see what checks change',
      missing: 'Select what you would decide before any answers',
    }),
    agenciesAsked: agencies('Which agencies should we ask?', {
      label: 'Agencies asked',
      kinds: checkedAgencies,
      missing: 'Select at least one agency to ask',
    }),
    checkQuestion: sensitive(
      longText('What do you need to know from them?', {
        rows: 4,
        label: 'Question to agencies',
        missing: 'Enter what you need to know',
      }),
    ),
    checkPeople: sensitive(
      longText('Who are you asking about?', {
        rows: 4,
        label: 'People asked about',
        hint: 'Names, dates of birth and addresses the agencies need to look them up. They see this and the question, nothing else',
        missing: 'Enter who you are asking about',
      }),
    ),
    checkBasis: choice(
      'Reason in law for asking',
      {
        significantHarm: 'Suspected significant harm (Children Act 1989, section 47)',
        agreed: 'Agreed by the family',
        statutoryDuty: 'Statutory duty to share (Children Act 2004, section 16LA)',
        publicTask: 'Public task: safeguarding of children (UK GDPR article 6(1)(e))',
      },
      { label: 'Lawful basis', missing: 'Select the reason in law for asking' },
    ),
    checksAskedAt: optional(moment('Checks asked')),

    decision: choice('What do you decide?', decisions, { label: 'Decision', missing: 'Select what you decide' }),
    threshold: choice('Which level of need is it?', thresholdLevels, {
      label: 'Threshold level',
      missing: 'Select the level of need',
    }),
    rationale: sensitive(
      longText('Why?', {
        label: 'Rationale',
        rows: 8,
        hint: 'What we know, what we worry about, what works well, the child’s words, what would change our mind',
        missing: 'Enter why',
      }),
    ),
    passedTo: sometimes(text('If it goes to somebody else, which service, team or authority?', { label: 'Passed to' })),
    referrerText: sensitive(
      longText('What will the referrer be told?', {
        label: 'Text for the referrer',
        rows: 4,
        hint: 'The referrer sees exactly this. It stays apart from the rationale',
        missing: 'Enter what the referrer will be told',
      }),
    ),
    checksChanged: optional(
      choice(
        'Did the checks change the decision?',
        {
          changed: 'Changed by checks',
          unchanged: 'Not changed by checks',
          noChecks: 'Decided without checks',
        },
        { label: 'Effect of checks' },
      ),
    ),
    decidedBy: optional(staff('Decided by')),
    decidedAt: optional(moment('Decided')),

    informationSought: choice('Was enough information sought before this decision?', informationSought, {
      label: 'Information sought',
      missing: 'Select whether enough information was sought',
    }),
    agreementNote: sometimes(
      sensitive(
        longText('What should the record say about your agreement?', {
          rows: 3,
          label: 'Note of agreement',
          hint: 'If more should have been sought: what, and from whom',
        }),
      ),
    ),
    sentBackWhy: sensitive(
      longText('What has to change before you can agree?', {
        rows: 3,
        label: 'Why sent back',
        missing: 'Enter what has to change',
      }),
    ),
    agreedBy: optional(staff('Agreed by')),
    agreedAt: optional(moment('Agreed')),
    outcome: choice('Outcome', outcomes),

    feedbackHow: choice(
      'How was the referrer told?',
      {
        phone: 'By telephone',
        email: 'By secure e-mail',
        portal: 'In the portal',
        letter: 'By letter',
        notTold: 'Not told',
      },
      { label: 'Feedback', missing: 'Select how the referrer was told' },
    ),
    feedbackWhyNot: sometimes(
      choice(
        'If not told, why not?',
        {
          anonymous: 'The referrer is anonymous or cannot be reached',
          risk: 'Telling them would increase risk',
        },
        { label: 'Why not told' },
      ),
    ),
    feedbackAt: optional(moment('Referrer told')),

    offerAnswer: choice(
      'What did the family say to the offer?',
      {
        accepted: 'Accepted',
        declined: 'Declined',
        noAnswer: 'Could not be reached',
      },
      { label: 'Offer to the family', missing: 'Select what the family said' },
    ),
    declinedBy: sensitive(optional(text('Who answered for the family?', { label: 'Answered by' }))),
    declineReason: sometimes(
      choice(
        'If declined, why?',
        {
          noNeed: 'Does not see a need',
          alreadyHelped: 'Already has help elsewhere',
          trust: 'Does not trust services',
          timing: 'Not now',
          stigma: 'Worried about what others think',
          language: 'Language or access',
          notGiven: 'No reason given',
        },
        { label: 'Reason for declining' },
      ),
    ),
    offeredAt: optional(moment('Offer answered')),
    outreachDoneAt: moment('When was outreach finished?', {
      label: 'Outreach finished',
      past: true,
      missing: 'Enter when outreach finished',
    }),
    outreachResult: choice(
      'What came of the outreach?',
      {
        accepted: 'The family accepted after all',
        declined: 'The family declined again',
        notReached: 'The family could not be reached',
      },
      { label: 'Result of outreach', missing: 'Select what came of the outreach' },
    ),

    handedOverAt: optional(moment('Handed over')),
    acceptedAt: moment('When did the receiving service accept?', {
      label: 'Accepted',
      past: true,
      missing: 'Enter when the service accepted',
    }),
    acceptedByName: sensitive(text('Who accepted it?', { label: 'Accepted by', missing: 'Enter who accepted it' })),
    lateAnswers: optional(wholeNumber('Answers that arrived after the decision', { label: 'Late answers' })),
    lateAnswerAt: optional(moment('Late answer arrived')),
    lateAnswerReadAt: optional(moment('Late answer read')),
    lateAnswerStands: choice(
      'Does the decision stand?',
      { stands: 'Yes, the decision stands', changes: 'No, the decision has to be made again' },
      { label: 'Decision after the late answer', missing: 'Select whether the decision stands' },
    ),
    worker: staff('Who will work on it?', {
      label: 'Worker',
      holding: ['screener', 'screening_manager'],
      missing: 'Select who will work on it',
    }),
    joinedTo: related('Which contact tells of the same event?', 'contact', {
      label: 'Joined to',
      hint: 'Reference, for example CON-26-00042. Both referrers will be told the outcome',
      missing: 'Enter the reference of the other contact',
    }),
    joinedWhy: sensitive(
      longText('How do you know that it is the same event?', {
        rows: 2,
        label: 'Why joined',
        missing: 'Enter how you know that it is the same event',
      }),
    ),
    privateFosteringAt: optional(moment('Passed to private fostering')),
    voidWhy: sensitive(
      longText('Why is this record not a contact?', {
        rows: 3,
        label: 'Why recorded in error',
        missing: 'Enter why this is not a contact',
      }),
    ),
  },
  lines,
})
