import { pathway } from '../../../declare/pathway.ts'
import { childProblems, namedOf, policeProblems, reportProblems } from './checks.ts'
import { worryReport } from './record.ts'
import { sourceOf } from './rules.ts'

const setting = ['referrer', 'setting_lead'] as const
const sender = { person: 'createdBy' } as const
/** Of a school all, of a large agency those of the team. */
const leads = { holders: ['setting_lead'], agency: 'agencyId' } as const

/** From the first word to the decision that was read. The setting writes and reads; what the contact team does comes by links. */
export const worryReportPathway = pathway(worryReport, {
  starts: 'writing',
  states: {
    writing: { label: 'Being written' },
    sent: { label: 'With the contact team' },
    lookedAt: { label: 'Being looked at' },
    decided: { label: 'Decision to be read' },
    read: { label: 'Decision read', closed: true },
    deleted: { label: 'Deleted before it was sent', closed: true },
  },
  start: {
    label: 'Report a worry about a child',
    hint: 'If a child is in immediate danger, call 999',
    by: setting,
    asks: [
      { title: 'Is the child safe?', fields: ['safeNow'] },
      { title: 'Telephone the contact team', fields: ['spokenTo', 'spokenAt', 'notReached'] },
      { title: 'What worries you', fields: ['whatHappened', 'childWords', 'worry'] },
      { title: 'The home', fields: ['household'] },
      {
        title: 'What the family knows',
        hint: 'You may tell us about a worry without the family knowing, if telling them could do harm',
        fields: ['familyKnows', 'familySaid', 'whyNotTold', 'whyNotToldWords'],
      },
      { title: 'Agreement to help', fields: ['consent', 'whyNotSought', 'consentBy'] },
      { title: 'What you have done', fields: ['doneSoFar', 'helpNow'] },
      { title: 'About you', fields: ['job', 'telephone', 'reachedWhen'] },
    ],
    form: {
      title: 'Report about a child',
      sends: 'send',
      feed: { key: 'reports', each: 'children', once: ['police'] },
      tasks: [
        { title: 'Is the child safe?', pages: ['Is the child safe?', 'Telephone the contact team'] },
        {
          title: 'The children',
          hint: 'Brothers and sisters together in one report',
          adds: 'addChild',
          missing: 'Add at least one child',
        },
        { title: 'What worries you', pages: ['What worries you'] },
        { title: 'Family and household', pages: ['The home'], adds: 'addAdult' },
        { title: 'What the family knows, and agreement', pages: ['What the family knows', 'Agreement to help'] },
        { title: 'What you have already done', pages: ['What you have done'] },
        { title: 'Others who know the child', adds: 'addOther' },
        { title: 'Police report', hint: 'Only for the police. Others leave this out', adds: 'addPolice' },
        { title: 'About you', pages: ['About you'] },
      ],
    },
    checks: reportProblems,
  },
  actions: {
    addChild: {
      label: 'Add a child',
      from: ['writing'],
      by: setting,
      adds: 'children',
      checks: (row, _context, lines) => childProblems(row as never, lines.children),
    },
    addAdult: { label: 'Add an adult', from: ['writing'], by: setting, adds: 'adults' },
    addOther: { label: 'Add somebody who knows the child', from: ['writing'], by: setting, adds: 'others' },
    addPolice: {
      label: 'Add the police report',
      from: ['writing'],
      by: setting,
      adds: 'police',
      checks: (_row, _context, lines) => policeProblems(lines.police),
    },
    send: {
      label: 'Send to the front door',
      banner: 'Report sent',
      from: ['writing'],
      to: 'sent',
      by: setting,
      looks: row => ({
        sql: `select g.kind, g.name as setting, a.name as sender from canopy.agency g, canopy.account a
               where g.id = $1 and a.id = $2`,
        values: [row.agencyId, row.createdBy],
      }),
      sets: (row, { now }, lines, [found]) => ({
        sentAt: row.sentAt ?? now,
        childrenNamed: namedOf(lines.children).slice(0, 200),
        sender: found ? String(found.sender) : row.sender,
        setting: found ? String(found.setting) : row.setting,
        source: found ? sourceOf(found.kind) : row.source,
        outcomesOpen: lines.children.length,
      }),
      tells: [
        {
          key: 'sent',
          words: 'A partner reports a worry about a child',
          to: [{ holders: ['screening_manager'] }],
          urgent: row => row.safeNow !== 'yes',
        },
      ],
      unless: (_row, lines) => lines.children.length === 0 && 'Add at least one child',
    },
    discard: {
      label: 'Delete before sending',
      exceptional: true,
      from: ['writing'],
      to: 'deleted',
      by: setting,
      sets: () => ({ deleted: true }),
    },
    noteLooking: {
      label: 'Note that the contact team looks at it',
      from: ['sent'],
      to: 'lookedAt',
      by: [],
      sets: (_row, { now }) => ({ lookedAt: now }),
    },
    addOutcome: {
      label: 'Tell the decision on a child',
      banner: 'The decision is ready to read',
      from: ['sent', 'lookedAt', 'decided', 'read'],
      to: 'decided',
      by: [],
      adds: 'outcomes',
      tells: [{ key: 'decided', words: 'The decision on your report is ready', to: [sender, leads] }],
      sets: (row, { now }, lines) => ({
        decidedAt: now,
        lookedAt: row.lookedAt ?? now,
        readAt: null,
        outcomesOpen: Math.max(0, lines.children.length - lines.outcomes.length),
      }),
    },
    markRead: {
      label: 'I have read this',
      banner: 'Thank you. The contact team sees that the decision was read',
      from: ['decided'],
      to: 'read',
      by: setting,
      sets: (_row, { now }) => ({ readAt: now }),
      unless: row => (row.outcomesOpen ?? 0) > 0 && 'The decision on another child of the report is still to come',
    },
    ask: {
      label: 'Ask a question',
      banner: 'Your question is with the contact team',
      from: ['sent', 'lookedAt', 'decided', 'read'],
      by: setting,
      adds: 'questions',
    },
    disagree: {
      label: 'I disagree: ask for a review',
      banner: 'Your disagreement is with a manager of the contact team',
      hint: 'A manager who did not take the decision looks at it again and answers you',
      from: ['decided', 'read'],
      by: setting,
      adds: 'disagreements',
    },
  },
})
