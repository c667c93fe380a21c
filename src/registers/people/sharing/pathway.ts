import { pathway } from '../../../declare/pathway.ts'
import { partners } from './access.ts'
import { sharing } from './record.ts'
import {
  beginProblems,
  familyProblems,
  groundProblems,
  isComplete,
  releaseProblems,
  type Sharing,
  sharingBody,
} from './rules.ts'

/** Who decides about sharing what the council holds. */
const practice = [
  'screener',
  'screening_manager',
  'early_help_practitioner',
  'social_worker',
  'team_manager',
  'private_fostering_coordinator',
  'exploitation_coordinator',
  'information_governance',
] as const

const groundPages = [
  { title: 'Ground in law', fields: ['regime', 'article6', 'lawEnforcement', 'duty', 'underAgreement'] },
  {
    title: 'Special category data',
    hint: 'If it holds such data: one condition of article 9, and the paragraph of schedule 1 that it needs',
    fields: ['specialCategory', 'article9', 'schedule1', 'withoutConsent'],
  },
  { title: 'Offences and allegations', fields: ['offenceData', 'article10'] },
  { title: 'Necessary and proportionate', fields: ['necessity'] },
  {
    title: 'Consent and the family',
    fields: ['consent', 'whyNotSought', 'whyOverridden', 'familyTold', 'whyFamilyNotTold'],
  },
] as const

type Page = {
  readonly title: string
  readonly hint?: string
  readonly fields: readonly (keyof typeof sharing.fields)[]
}

const shareAsks: readonly Page[] = [
  ...groundPages,
  { title: 'How', fields: ['thirdParties', 'thirdPartiesWhy', 'channel', 'retention', 'expiresOn'] },
  { title: 'Release', fields: ['sharedAt', 'releasedBy'] },
]
const completeAsks: readonly Page[] = [
  ...groundPages,
  { title: 'The rest', fields: ['thirdParties', 'thirdPartiesWhy', 'retention', 'expiresOn'] },
]

/** What has happened already begins where it stands: an emergency, and what went with a check or its answer. */
const later = {
  states: ['sharedInEmergency', 'received', 'notShared'],
  of: ({ initiative, receivedAt, whyNotShared }: Sharing) =>
    initiative === 'emergency'
      ? 'sharedInEmergency'
      : whyNotShared !== null
        ? 'notShared'
        : receivedAt !== null
          ? 'received'
          : null,
} as const

const isTheirs = (row: Sharing, agencyId: string | null): boolean => row.sharedBy === agencyId
const onlyOurs = 'Only the agency that shares it can do this'

/** From the question whether to share to the receipt. A person decides; what was decided is not undone, but can end. */
export const sharingPathway = pathway(sharing, {
  starts: 'requested',
  states: {
    requested: { label: 'Waiting for a decision' },
    sharedInEmergency: { label: 'Shared in an emergency, to be completed' },
    shared: { label: 'Shared, receipt not recorded' },
    received: { label: 'Received', closed: true },
    notShared: { label: 'Not shared', closed: true },
    expired: { label: 'Expired', closed: true },
    withdrawn: { label: 'Withdrawn', closed: true },
  },
  start: {
    label: 'Record a request or an intention to share',
    banner: 'It is recorded. Decide now whether to share',
    hint: 'One record for each recipient. In an emergency share first, and record it here afterwards',
    by: practice,
    asks: [
      { title: 'How it came about', fields: ['initiative', 'requestedAt', 'requestedBy'] },
      { title: 'Who gets it', fields: ['sharedWith', 'sharedWithOther', 'recipient'] },
      { title: 'Whom it is about', fields: ['person', 'people'] },
      { title: 'What, and what for', fields: ['items', 'information', 'purpose'] },
      {
        title: 'In an emergency only',
        hint: 'If it has been shared already because it could not wait',
        fields: ['sharedAt', 'channel', 'emergencyWhy'],
      },
    ],
    later,
    sets: (row, { actor, now }) => {
      const sharedBy = row.sharedBy ?? actor.agencyId
      const shared = { ...row, sharedBy }
      const emergency = { decidedBy: actor.accountId, decidedAt: now, releasedBy: actor.accountId }
      return {
        sharedBy,
        agencyId: sharedBy,
        ...(row.initiative === 'emergency' ? emergency : {}),
        completedAt: isComplete(shared) ? now : null,
      }
    },
    checks: (row, { actor }) => beginProblems(row, actor),
  },
  actions: {
    addPerson: {
      label: 'Add somebody it is also about',
      banner: 'The person is added',
      from: ['requested', 'sharedInEmergency', 'shared'],
      by: practice,
      adds: 'alsoAbout',
      unless: (row, _lines, { actor }) => !isTheirs(row, actor.agencyId) && onlyOurs,
    },
    share: {
      label: 'Share it',
      banner: 'It is recorded as shared. The recipient can see it',
      from: ['requested'],
      to: 'shared',
      by: practice,
      asks: shareAsks,
      looks: sharingBody,
      sets: (_row, { actor, now }) => ({ decidedBy: actor.accountId, decidedAt: now, completedAt: now }),
      checks: (row, _context, _lines, found) => [
        ...groundProblems(row, found),
        ...familyProblems(row),
        ...releaseProblems(row),
      ],
      unless: (row, _lines, { actor }) => !isTheirs(row, actor.agencyId) && onlyOurs,
    },
    doNotShare: {
      label: 'Do not share it',
      banner: 'It is recorded that it is not shared, and why',
      from: ['requested'],
      to: 'notShared',
      by: practice,
      asks: [{ title: 'Why not', fields: ['whyNotShared', 'whyNotSharedWords', 'requesterTold'] }],
      sets: (_row, { actor, now }) => ({ decidedBy: actor.accountId, decidedAt: now }),
      unless: (row, _lines, { actor }) => !isTheirs(row, actor.agencyId) && onlyOurs,
    },
    complete: {
      label: 'Record the rest',
      banner: 'Everything is recorded',
      from: ['sharedInEmergency'],
      to: 'shared',
      by: practice,
      asks: completeAsks,
      looks: sharingBody,
      sets: (_row, { now }) => ({ completedAt: now }),
      checks: (row, _context, _lines, found) => [
        ...groundProblems(row, found),
        ...familyProblems(row),
        ...releaseProblems(row),
      ],
      unless: (row, _lines, { actor }) => !isTheirs(row, actor.agencyId) && onlyOurs,
    },
    receive: {
      label: 'Record the receipt',
      banner: 'The receipt is recorded',
      from: ['shared'],
      to: 'received',
      by: [...practice, ...partners],
      asks: [{ title: 'Receipt', fields: ['receivedAt', 'receiptNote'] }],
      sets: (_row, { actor }) => ({ receivedBy: actor.accountId }),
      checks: row =>
        row.receivedAt !== null && row.sharedAt !== null && row.receivedAt < row.sharedAt
          ? [{ field: 'receivedAt-day', message: 'It cannot have arrived before it was shared' }]
          : [],
      // A recipient that is not on the list cannot sign in: whoever shared it records what they confirmed.
      unless: (row, _lines, { actor }) =>
        (row.sharedWith ?? row.sharedBy) !== actor.agencyId &&
        'Only the agency that was given it can record its receipt',
    },
    withdraw: {
      label: 'Withdraw it',
      hint: 'The request is taken back, or what was shared must not be used any more',
      banner: 'It is withdrawn, and the recipient cannot see it any more',
      exceptional: true,
      from: ['requested', 'shared', 'received'],
      to: 'withdrawn',
      by: practice,
      asks: [{ title: 'Why?', fields: ['withdrawnWhy'] }],
      sets: (_row, { now }) => ({ endedAt: now }),
      unless: (row, _lines, { actor }) => !isTheirs(row, actor.agencyId) && onlyOurs,
    },
    expire: {
      label: 'Record that it has expired',
      exceptional: true,
      from: ['shared', 'received'],
      to: 'expired',
      by: practice,
      sets: (_row, { now }) => ({ endedAt: now }),
      unless: (row, _lines, { actor, today }) =>
        !isTheirs(row, actor.agencyId)
          ? onlyOurs
          : row.expiresOn === null
            ? 'It has no last day'
            : row.expiresOn >= today && 'Its last day has not passed',
    },
  },
})
