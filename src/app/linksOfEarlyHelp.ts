import type { Carried, Link } from '../declare/link.ts'
import type { AnyRow, Context } from '../declare/record.ts'
import { earlyHelpRegister } from '../registers/help/early-help-assessment/index.ts'
import { earlyHelpChildRegister } from '../registers/help/early-help-child/index.ts'
import { sharingRegister } from '../registers/people/sharing/index.ts'

/** What an early help assessment sets going: that each child has one, and a record of each agency that may read it. */

type Answered = Readonly<Record<string, unknown>>

const asChild = (row: AnyRow, child: Answered): Carried => ({
  assessment: row.id,
  givenName: child.givenName,
  familyName: child.familyName,
  bornOn: child.bornOn,
  sex: child.sex,
  ethnicity: child.ethnicity,
  agreedOn: row.agreedOn,
  leadAgency: row.leadAgency,
  leadKind: row.leadKind,
  leadSince: row.leadSince,
})

/** Without agreement of the family nobody else learns that there is anything (rulebook FD-08). */
const asChildren = (row: AnyRow, children: readonly Answered[] = []): readonly Carried[] =>
  row.consent === 'agreed' && row.finishedAt !== null ? children.map(child => asChild(row, child)) : []

const opensChildren = (on: 'finish' | 'recordAgreement'): Link => ({
  from: earlyHelpRegister,
  on,
  opens: earlyHelpChildRegister,
  carries: (row, _context, _line, lines) => asChildren(row, lines.children),
})

const moves = (on: string, action: string, carries?: (row: AnyRow) => Carried): Link => ({
  from: earlyHelpRegister,
  on,
  through: { back: 'assessment' },
  performs: { register: earlyHelpChildRegister, action },
  when: (_row, child) => action === 'noteMistaken' || child.state === 'inPlace',
  ...(carries === undefined ? {} : { carries }),
})

/** Kinds of agency that lead and are no public authority: their basis is not the public task. */
const notPublic: readonly unknown[] = ['nursery', 'voluntary', 'other']

/**
 * The family agreed to this agency; that is the condition, and for a public body not the ground in law. Whom it is about
 * stands in the assessment, which the agency opens: no name is written down twice.
 */
const asSharing = (row: AnyRow, { actor, now }: Context, to: Carried): Carried => ({
  earlyHelp: row.id,
  initiative: 'own',
  people: `The family of the early help assessment ${row.reference}.`,
  regime: 'general',
  article6: notPublic.includes(row.leadKind) ? '6.1.f' : '6.1.e',
  duty: 'none',
  specialCategory: true,
  article9: '9.2.h',
  schedule1: 'para2',
  offenceData: false,
  consent: 'given',
  familyTold: 'before',
  sharedBy: row.leadAgency,
  recipient: 'Whoever leads early help there',
  items: ['identity', 'family', 'assessment', 'plan'],
  information: 'The assessment with its plan and reviews, for as long as it is shared.',
  necessity: 'The family and the lead practitioner chose this agency to help.',
  sharedAt: now,
  receivedAt: now,
  decidedAt: now,
  decidedBy: actor.accountId,
  releasedBy: actor.accountId,
  channel: 'canopy',
  retention: 'With the assessment',
  ...to,
})

export const linksOfEarlyHelp: readonly Link[] = [
  opensChildren('finish'),
  opensChildren('recordAgreement'),
  {
    from: earlyHelpRegister,
    on: 'addChild',
    opens: earlyHelpChildRegister,
    // Those of the form follow when it is saved.
    carries: (row, _context, line) => asChildren(row, [line]),
  },
  moves('accept', 'noteLead', row => ({
    leadAgency: row.leadAgency,
    leadKind: row.leadKind,
    leadSince: row.leadSince,
  })),
  moves('close', 'noteEnd', row => ({ endedOn: row.endedOn, outcome: row.outcome })),
  moves('markMistaken', 'noteMistaken'),
  {
    from: earlyHelpRegister,
    on: 'share',
    opens: sharingRegister,
    carries: (row, context, line) => [asSharing(row, context, { sharedWith: line.shareWith, purpose: line.shareWhy })],
  },
  {
    from: earlyHelpRegister,
    on: 'offer',
    opens: sharingRegister,
    carries: (row, context) => [
      asSharing(row, context, {
        sharedWith: row.offeredTo,
        purpose: 'To decide whether to take over as lead practitioner, and to lead from then on.',
      }),
    ],
  },
]
