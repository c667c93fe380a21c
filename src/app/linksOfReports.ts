import type { Carried, Link } from '../declare/link.ts'
import type { AnyRow, Context } from '../declare/record.ts'
import { contactRegister } from '../registers/front-door/contact/index.ts'
import { decisionQueryRegister } from '../registers/front-door/decision-query/index.ts'
import { familyKnowsWords, type Report } from '../registers/front-door/worry-report/checks.ts'
import { worryReportRegister } from '../registers/front-door/worry-report/index.ts'
import { sharingRegister } from '../registers/people/sharing/index.ts'

/** What a report of a partner sets going, and what comes back to whoever sent it. */

const contactTeam = 'The contact team'

type Lines = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>

/** One contact for each child of the report (rulebook FD-01), with what is the same for the family. */
const asContacts = (row: AnyRow, lines: Lines): readonly Carried[] =>
  (lines.children ?? []).map((child, at, [first]) => ({
    report: row.id,
    reportChild: at + 1,
    receivedAt: row.sentAt,
    channel: row.source === '6' ? 'policeReport' : 'form',
    source: row.source,
    referrerName: `${row.sender}, ${row.job}`.slice(0, 200),
    referrerAgency: row.setting,
    referrerContact: row.telephone,
    givenName: child.givenName,
    familyName: child.familyName,
    bornOn: child.bornOn,
    expectedOn: child.expectedOn,
    sex: child.sex,
    ethnicity: child.ethnicity,
    address: child.sameAddress === true ? (first?.address ?? null) : child.address,
    school: child.school,
    worry: row.worry,
    whatHappened: row.whatHappened,
    childWords: row.childWords,
    safeNow: row.safeNow === 'notSure' ? 'notKnown' : row.safeNow,
    familyKnows: familyKnowsWords(row as unknown as Report),
    consent: row.consent,
    whyNotSought: row.whyNotSought,
    consentBy: row.consentBy,
  }))

/**
 * Nothing crosses the boundary of an agency without a record: what the setting told of this child. Nothing is judged here; what
 * nobody was asked stays empty, so that it counts as not recorded.
 */
const asSharing = (row: AnyRow, { actor }: Context): readonly Carried[] =>
  row.report === null
    ? []
    : [
        {
          contact: row.id,
          initiative: 'own',
          people: [row.givenName, row.familyName].filter(Boolean).join(' '),
          purpose:
            'To tell the contact team of a worry about a child, so that it can decide which help or protection is needed.',
          regime: 'general',
          article6: '6.1.e',
          duty: 'none',
          specialCategory: true,
          article9: '9.2.g',
          schedule1: 'para6',
          offenceData: true,
          article10: 's10.5',
          consent: row.consent === 'agreed' ? 'given' : row.consent,
          whyNotSought: row.whyNotSought,
          whyOverridden: row.consent === 'refused' ? 'To protect the child.' : null,
          familyTold: null,
          sharedBy: row.agencyId,
          sharedWithOther: contactTeam,
          recipient: contactTeam,
          items: ['identity', 'address', 'worry'],
          information: 'What the report says of this child, the family and the worry.',
          necessity: 'Whoever reported chose what the contact team has to know.',
          sharedAt: row.receivedAt,
          receivedAt: row.receivedAt,
          decidedAt: row.receivedAt,
          decidedBy: actor.accountId,
          releasedBy: actor.accountId,
          channel: 'canopy',
          retention: 'With the contact, as the council keeps it',
        },
      ]

const decisionOf = (row: AnyRow, now: string): Carried => ({
  outcomeChild: row.reportChild,
  outcomeDecision: row.decision,
  outcomeText: row.referrerText,
  outcomeWho: row.passedTo,
  outcomeAt: now,
  outcomeAgreedBy: row.agreedBy,
})

const recordedInError =
  'The contact team marked this as recorded in error. If you think that this is wrong, telephone them and give the reference.'

const tells = (on: string, carries: (row: AnyRow, context: Context) => Carried): Link => ({
  from: contactRegister,
  on,
  through: 'report',
  performs: { register: worryReportRegister, action: 'addOutcome' },
  carries,
})

/** The last decision on the child somebody asks about; of all children where they ask about none in particular. */
const lastDecision = (lines: Lines, child: unknown) =>
  (lines.outcomes ?? []).filter(one => child === null || one.outcomeChild === child).at(-1)

export const linksOfReports: readonly Link[] = [
  {
    from: worryReportRegister,
    on: 'send',
    opens: contactRegister,
    carries: (row, _context, _line, lines) => asContacts(row, lines),
  },
  { from: contactRegister, on: 'start', opens: sharingRegister, carries: asSharing },
  {
    from: contactRegister,
    on: 'setUrgency',
    through: 'report',
    performs: { register: worryReportRegister, action: 'noteLooking' },
    when: (_contact, report) => report.state === 'sent',
  },
  tells('agree', (row, { now }) => decisionOf(row, now)),
  tells('concludeJoined', (row, { now }) => decisionOf(row, now)),
  tells('voidRecord', (row, { now }) => ({
    ...decisionOf(row, now),
    outcomeDecision: 'recordedInError',
    outcomeText: recordedInError,
  })),
  {
    from: contactRegister,
    on: 'agree',
    through: { back: 'joinedTo' },
    performs: { register: contactRegister, action: 'concludeJoined' },
    when: (_contact, joined) => joined.state === 'joined',
    carries: row => ({ decision: row.decision, passedTo: row.passedTo, referrerText: row.referrerText }),
  },
  {
    from: worryReportRegister,
    on: 'ask',
    opens: decisionQueryRegister,
    carries: (row, { now }, line, lines) => [
      {
        report: row.id,
        kind: 'question',
        child: line.queryChild,
        words: line.queryText,
        raisedAt: now,
        stage: 0,
        decidedBy: lastDecision(lines, line.queryChild)?.outcomeAgreedBy ?? null,
      },
    ],
  },
  {
    from: worryReportRegister,
    on: 'disagree',
    opens: decisionQueryRegister,
    carries: (row, { now }, line, lines) => [
      {
        report: row.id,
        kind: 'disagreement',
        child: line.disagreeChild,
        words: line.disagreeText,
        wanted: line.disagreeWanted,
        raisedAt: now,
        stage: 1,
        decidedBy: lastDecision(lines, line.disagreeChild)?.outcomeAgreedBy ?? null,
      },
    ],
  },
]
