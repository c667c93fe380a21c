import { when } from '../../../declare/input.ts'
import { pathway } from '../../../declare/pathway.ts'
import { agreementProblems, type Contact, decisionProblems, receptionProblems } from './checks.ts'
import { matchProblems, personOf, recordedFrom } from './match.ts'
import { contact } from './record.ts'
import { type Decision, outcomeOf } from './rules.ts'

const screening = ['screener', 'screening_manager'] as const
const reception = ['screener', 'screening_manager', 'business_support'] as const

const handedOn = (row: Contact): boolean =>
  ['earlyHelp', 'childInNeed', 'strategyDiscussion', 'otherAuthority'].includes(row.decision ?? '')

/** Whoever reported through the portal is told there, by the text that was agreed with the decision. */
const toldByPortal = (row: Contact, now: string) =>
  row.report === null ? {} : ({ feedbackHow: 'portal', feedbackAt: now } as const)

/** Each late answer starts the task of reading it anew. */
const lateAnswer = (row: Contact, { now }: { now: string }) => ({
  lateAnswers: (row.lateAnswers ?? 0) + 1,
  lateAnswerAt: now,
  lateAnswerReadAt: null,
  lateAnswerStands: null,
})

/** A decision that has to be made again is open again, and nothing of the first one is lost: history keeps it. */
const reopened = () =>
  ({ outcome: 'stillOpen', agreedAt: null, agreedBy: null, informationSought: null, feedbackAt: null }) as const

/** From arrival to feedback and hand-over. Nothing is decided by one person alone. */
export const contactPathway = pathway(contact, {
  starts: 'received',
  states: {
    received: { label: 'Received' },
    screening: { label: 'Screening' },
    checking: { label: 'Waiting for checks' },
    decided: { label: 'Waiting for agreement' },
    agreed: { label: 'Agreed' },
    reachingOut: { label: 'Reaching out to the family' },
    closed: { label: 'Closed', closed: true },
    joined: { label: 'Joined to another contact', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  start: {
    label: 'Record a contact',
    banner: 'The contact is recorded',
    by: reception,
    asks: [
      { title: 'How it arrived', fields: ['receivedAt', 'channel', 'source', 'referrerAgency', 'referrerName'] },
      { title: 'Reaching the referrer', fields: ['referrerContact'] },
      {
        title: 'The child',
        hint: 'One contact for each child. Add brothers and sisters afterwards',
        fields: ['givenName', 'familyName', 'bornOn', 'expectedOn', 'sex'],
      },
      { title: 'More about the child', fields: ['ethnicity', 'address', 'ward', 'school'] },
      { title: 'The worry', fields: ['worry', 'whatHappened', 'childWords', 'safeNow'] },
      { title: 'The family', fields: ['familyKnows', 'consent', 'whyNotSought', 'consentBy'] },
    ],
    // A report through the portal is acknowledged by the receipt that whoever sent it has on the screen.
    sets: row => ({
      outcome: 'stillOpen',
      lateAnswers: 0,
      acknowledgedAt: row.report === null ? row.acknowledgedAt : row.receivedAt,
    }),
    checks: receptionProblems,
  },
  actions: {
    take: {
      label: 'Assign to me',
      banner: 'The contact is assigned to you',
      from: ['received', 'screening', 'checking'],
      by: screening,
      sets: (_row, { actor }) => ({ allocatedTo: actor.accountId, worker: actor.accountId }),
      unless: (row, _lines, { actor }) => row.allocatedTo === actor.accountId && 'It is already assigned to you',
    },
    allocate: {
      label: 'Assign to a colleague',
      from: ['received', 'screening', 'checking', 'decided'],
      by: ['screening_manager', 'business_support'],
      asks: [{ title: 'Who will work on it?', fields: ['worker'] }],
      sets: row => ({ allocatedTo: row.worker }),
      tells: [{ key: 'assigned', words: 'A contact is assigned to you', to: [{ person: 'worker' }] }],
    },
    acknowledge: {
      label: 'Acknowledge to the referrer',
      from: ['received', 'screening', 'checking', 'decided', 'agreed'],
      by: reception,
      asks: [{ title: 'Acknowledgement', fields: ['acknowledgedAt'] }],
    },
    recordWrittenForm: {
      label: 'Record the written form',
      from: ['received', 'screening', 'checking', 'decided', 'agreed', 'reachingOut'],
      by: reception,
      asks: [{ title: 'Written form after a telephone call', fields: ['writtenFormAt'] }],
      unless: row => row.channel !== 'phone' && 'It did not arrive by telephone',
    },
    addAdult: {
      label: 'Add an adult',
      from: ['received', 'screening', 'checking', 'decided', 'agreed', 'reachingOut'],
      by: reception,
      adds: 'adults',
    },
    addSibling: {
      label: 'Add a brother or sister',
      banner: 'A contact of their own is recorded for the brother or sister',
      hint: 'One contact for each child. What happened, the referrer and the family are carried over',
      from: ['received', 'screening', 'checking'],
      by: reception,
      adds: 'siblings',
    },
    join: {
      label: 'Join to a contact about the same event',
      exceptional: true,
      hint: 'Two reports of one event about one child are one contact',
      banner: 'The two reports are joined',
      from: ['received', 'screening'],
      to: 'joined',
      by: screening,
      asks: [{ title: 'The same event', fields: ['joinedTo', 'joinedWhy'] }],
      checks: row => [...when(row.joinedTo === row.id, 'joinedTo', 'A contact cannot be joined to itself')],
    },
    concludeJoined: {
      label: 'Note the decision on the joined contact',
      from: ['joined'],
      by: [],
      asks: [{ title: 'The decision', fields: ['decision', 'passedTo', 'referrerText'] }],
      sets: (row, { now }) => toldByPortal(row, now),
    },
    noteJoined: {
      label: 'Note a second report',
      from: ['received', 'screening', 'checking', 'decided', 'agreed', 'reachingOut', 'closed'],
      by: [],
      adds: 'alsoReported',
    },
    passToPrivateFostering: {
      label: 'Pass to private fostering',
      exceptional: true,
      hint: 'For a child who lives, or will live, for 28 days or more with somebody who is not a close relative',
      banner: 'The private fostering team has the notification',
      from: ['received', 'screening', 'checking', 'decided', 'agreed', 'reachingOut'],
      by: screening,
      sets: (_row, { now }) => ({ privateFosteringAt: now }),
      unless: row => row.privateFosteringAt !== null && 'It has been passed on',
    },
    setUrgency: {
      label: 'Set how urgent it is',
      from: ['received', 'screening', 'checking'],
      to: 'screening',
      by: screening,
      asks: [{ title: 'How soon?', fields: ['urgency', 'urgencyWhy'] }],
      sets: (row, { now, actor }) => ({
        urgencyAt: row.urgencyAt ?? now,
        allocatedTo: row.allocatedTo ?? actor.accountId,
        worker: row.worker ?? actor.accountId,
      }),
    },
    matchChild: {
      label: 'Say whether we know the child',
      from: ['received', 'screening', 'checking'],
      by: reception,
      asks: [{ title: 'Do we know this child?', fields: ['match', 'person', 'matchWhy'] }],
      sets: (row, { actor }) => ({ matchedBy: actor.accountId, person: personOf(row) }),
      looks: recordedFrom,
      checks: (row, _context, _lines, found) => matchProblems(row, found),
    },
    undoMatch: {
      label: 'Undo the match',
      exceptional: true,
      from: ['received', 'screening', 'checking', 'decided', 'agreed'],
      by: screening,
      asks: [{ title: 'Why was the match wrong?', fields: ['matchWhy'] }],
      sets: () => ({ match: null, person: null, matchedBy: null }),
      unless: row => row.match === null && 'There is no match to undo',
    },
    recordSafeContact: {
      label: 'Record safe contact with the alleged victim',
      from: ['received', 'screening', 'checking', 'decided', 'agreed', 'reachingOut'],
      by: screening,
      adds: 'safeContacts',
    },
    askAgencies: {
      label: 'Ask agencies for checks',
      banner: 'The agencies have been asked',
      from: ['screening', 'checking'],
      to: 'checking',
      by: screening,
      asks: [
        { title: 'What would you decide now?', fields: ['decisionBefore'] },
        { title: 'Who should we ask?', fields: ['agenciesAsked', 'checkBasis'] },
        { title: 'The request', fields: ['checkPeople', 'checkQuestion'] },
      ],
      sets: (row, { now }) => ({ checksAskedAt: row.checksAskedAt ?? now }),
      checks: row => [
        ...when(row.urgency === 'blue', 'agenciesAsked', 'The urgency is blue: no check. Set another urgency first'),
      ],
    },
    decide: {
      label: 'Write the decision',
      banner: 'The decision waits for a manager to agree it',
      from: ['screening', 'checking'],
      to: 'decided',
      by: screening,
      asks: [
        { title: 'Decision', fields: ['decision', 'threshold', 'passedTo'] },
        { title: 'Why', fields: ['rationale'] },
        { title: 'What the referrer is told', fields: ['referrerText'] },
      ],
      sets: (row, { actor, now }) => ({
        decidedBy: actor.accountId,
        decidedAt: now,
        allocatedTo: row.allocatedTo ?? actor.accountId,
        worker: row.worker ?? actor.accountId,
        checksChanged:
          row.decisionBefore === null ? 'noChecks' : row.decisionBefore === row.decision ? 'unchanged' : 'changed',
      }),
      checks: decisionProblems,
      tells: [
        {
          key: 'decided',
          words: 'A decision waits for agreement',
          to: [{ holders: ['screening_manager'], team: 'teamId' }],
        },
      ],
      unless: (row, lines) =>
        row.worry === 'domesticAbuse' && lines.safeContacts.length === 0
          ? 'Record first whether the alleged victim was asked if they were free to talk'
          : null,
    },
    agree: {
      label: 'Agree the decision',
      banner: 'The decision is agreed',
      from: ['decided'],
      to: 'agreed',
      by: ['screening_manager'],
      notOwnWork: 'decidedBy',
      asks: [{ title: 'Your agreement', fields: ['informationSought', 'agreementNote'] }],
      checks: agreementProblems,
      sets: (row, { actor, now }) => ({
        agreedBy: actor.accountId,
        agreedAt: now,
        outcome: outcomeOf(row.decision as Decision),
        handedOverAt: handedOn(row) ? now : null,
        ...toldByPortal(row, now),
      }),
    },
    sendBack: {
      label: 'Send the decision back',
      from: ['decided'],
      to: 'screening',
      by: ['screening_manager'],
      notOwnWork: 'decidedBy',
      asks: [{ title: 'Why it goes back', fields: ['sentBackWhy'] }],
      tells: [{ key: 'sent_back', words: 'A decision is sent back', to: [{ person: 'decidedBy' }] }],
    },
    tellReferrer: {
      label: 'Tell the referrer',
      banner: 'It is recorded that the referrer was told',
      from: ['agreed', 'reachingOut'],
      by: reception,
      asks: [{ title: 'Feedback to the referrer', fields: ['feedbackHow', 'feedbackWhyNot'] }],
      sets: (_row, { now }) => ({ feedbackAt: now }),
      checks: row => [
        ...when(
          row.feedbackHow === 'portal' && row.report === null,
          'feedbackHow',
          'It did not come through the portal. Select how else the referrer was told',
        ),
        ...when(
          row.feedbackHow === 'notTold' && row.feedbackWhyNot === null,
          'feedbackWhyNot',
          'Select why the referrer is not told',
        ),
      ],
      unless: row => row.feedbackAt !== null && 'The referrer has been told',
    },
    recordOffer: {
      label: "Record the family's answer to the offer",
      from: ['agreed'],
      by: screening,
      asks: [{ title: 'The offer', fields: ['offerAnswer', 'declinedBy', 'declineReason'] }],
      sets: (_row, { now }) => ({ offeredAt: now }),
      checks: row => [
        ...when(
          row.offerAnswer === 'declined' && row.declineReason === null,
          'declineReason',
          'Select why the family declined',
        ),
      ],
      unless: row =>
        row.outcome !== 'earlyHelp' && row.outcome !== 'informationAdvice'
          ? 'Only a service below the statutory level is offered'
          : row.offeredAt !== null && 'The answer is recorded',
    },
    startOutreach: {
      label: 'Start outreach to the family',
      from: ['agreed'],
      to: 'reachingOut',
      by: screening,
      unless: row =>
        row.offerAnswer !== 'declined' && row.offerAnswer !== 'noAnswer' ? 'The family has not declined' : null,
    },
    recordOutreach: { label: 'Record an outreach attempt', from: ['reachingOut'], by: screening, adds: 'outreach' },
    finishOutreach: {
      label: 'Finish outreach',
      from: ['reachingOut'],
      to: 'agreed',
      by: screening,
      asks: [{ title: 'What came of it', fields: ['outreachDoneAt', 'outreachResult'] }],
    },
    acceptHandOver: {
      label: 'Record that the service accepted',
      from: ['agreed', 'reachingOut'],
      by: reception,
      asks: [{ title: 'Hand-over', fields: ['acceptedAt', 'acceptedByName'] }],
      unless: row => row.handedOverAt === null && 'Nothing was handed over',
    },
    noteLateAnswer: {
      label: 'Note a late answer',
      from: ['decided', 'agreed', 'reachingOut'],
      by: [],
      sets: lateAnswer,
    },
    noteLateAnswerAfterClosing: {
      label: 'Note a late answer after closing',
      from: ['closed'],
      to: 'agreed',
      by: [],
      sets: lateAnswer,
    },
    readLateAnswer: {
      label: 'Say whether the decision stands',
      hint: 'An answer arrived after the decision',
      from: ['decided', 'agreed', 'reachingOut'],
      by: screening,
      asks: [{ title: 'The late answer', fields: ['lateAnswerStands'] }],
      sets: (_row, { now }) => ({ lateAnswerReadAt: now }),
      unless: row =>
        (row.lateAnswerAt === null || row.lateAnswerReadAt !== null) && 'No answer arrived after the decision',
    },
    decideAgain: {
      label: 'Decide again',
      from: ['agreed'],
      to: 'screening',
      by: screening,
      sets: reopened,
      unless: row => row.lateAnswerStands !== 'changes' && 'No late answer asks for another decision',
    },
    close: {
      label: 'Close the contact',
      from: ['agreed'],
      to: 'closed',
      by: reception,
      unless: row =>
        row.lateAnswerAt !== null && row.lateAnswerReadAt === null
          ? 'An answer arrived after the decision. Say first whether the decision stands'
          : row.feedbackAt === null
            ? 'The referrer has not been told'
            : row.handedOverAt !== null &&
                row.acceptedAt === null &&
                row.outcome !== 'otherAuthority' &&
                row.offerAnswer !== 'declined'
              ? 'The receiving service has not accepted the hand-over'
              : (row.offerAnswer === 'declined' || row.offerAnswer === 'noAnswer') &&
                row.outreachDoneAt === null &&
                'Nobody has reached out to the family yet',
    },
    reopen: {
      label: 'Reopen',
      exceptional: true,
      from: ['closed'],
      to: 'screening',
      by: ['screening_manager'],
      sets: reopened,
    },
    voidRecord: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: ['received', 'screening', 'checking'],
      to: 'recordedInError',
      by: ['screening_manager'],
      asks: [{ title: 'Recorded in error', fields: ['voidWhy'] }],
    },
  },
})
