import { pathway } from '../../../declare/pathway.ts'
import { keepsCampaigns } from '../../../fields/lists/campaigns.ts'
import { campaign } from './record.ts'
import {
  askedOf,
  hasNewer,
  openingProblems,
  startProblems,
  toBeAsked,
  versionFor,
  waiting,
  waitingProblems,
} from './rules.ts'

const pages = [
  { title: 'The round', fields: ['kind', 'title', 'round', 'opensOn', 'closesOn'] },
  { title: 'Who is asked', fields: ['settingKinds', 'onlyAgencies'] },
] as const

const byHand = (kind: string | null): string | false =>
  kind === 'section11' && 'Agencies are asked and reminded on their own returns'

export const campaignPathway = pathway(campaign, {
  starts: 'planned',
  states: {
    planned: { label: 'Planned' },
    open: { label: 'Open' },
    closed: { label: 'Closed to answers' },
    reported: { label: 'Reported', closed: true },
    cancelled: { label: 'Cancelled', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  onePer: {
    fields: ['kind', 'round'],
    except: ['cancelled', 'recordedInError'],
    told: 'There is a campaign of this kind for this round already',
  },
  start: {
    label: 'Plan a campaign',
    banner: 'The campaign is planned. Add or import settings, or open it',
    by: keepsCampaigns,
    asks: pages,
    checks: startProblems,
  },
  actions: {
    correct: {
      label: 'Correct the campaign',
      from: ['planned'],
      by: keepsCampaigns,
      asks: [{ title: 'The round', fields: ['title', 'opensOn', 'closesOn'] }, pages[1]],
      checks: startProblems,
    },
    open: {
      label: 'Open the campaign',
      banner: 'The campaign is open. Every setting has its return',
      hint: 'Sends one return to each setting, all or none',
      from: ['planned'],
      to: 'open',
      by: keepsCampaigns,
      looks: toBeAsked,
      checks: (row, { today }, _lines, found) => openingProblems(row, today, found),
      sets: (row, { actor, today }, _lines, found) => ({
        asked: askedOf(row, found),
        settingsAsked: row.settingsAsked ?? askedOf(row, found).length + Number(found[0]?.waiting ?? 0),
        setVersion: versionFor(row.kind, today),
        openedOn: today,
        openedBy: actor.accountId,
      }),
    },
    sendWaiting: {
      label: 'Send to the settings added since',
      banner: 'The settings added since have their returns',
      from: ['open'],
      by: keepsCampaigns,
      unless: row => byHand(row.kind),
      looks: waiting,
      checks: (_row, _context, _lines, found) => waitingProblems(found),
    },
    adoptVersion: {
      label: 'Ask in the new words',
      banner: 'What is answered from now on is asked in the new words',
      from: ['open'],
      by: keepsCampaigns,
      exceptional: true,
      asks: [{ title: 'New words', fields: ['newVersionWhy'] }],
      unless: (row, _lines, { today }) =>
        byHand(row.kind) || (!hasNewer(row, today) && 'There is no newer version of the questions'),
      sets: (row, { now, today }) => ({ setVersion: versionFor(row.kind, today), versionTakenAt: now }),
    },
    remind: {
      label: 'Remind those who have not started',
      banner: 'Those who have not started are reminded',
      hint: 'Once a day at most. The tracker names those whom no message reaches',
      from: ['open'],
      by: keepsCampaigns,
      unless: (row, _lines, { today }) =>
        byHand(row.kind) || (row.lastRemindedOn === today && 'A reminder was sent today'),
      sets: (row, { today }) => ({ lastRemindedOn: today, remindersCount: (row.remindersCount ?? 0) + 1 }),
    },
    close: {
      label: 'Close the campaign',
      banner: 'The campaign is closed. Returns that did not come stand as not returned',
      from: ['open'],
      to: 'closed',
      by: keepsCampaigns,
      sets: (_row, { today }) => ({ closedOn: today }),
    },
    report: {
      label: 'Record that it was reported',
      banner: 'The campaign is reported',
      from: ['closed'],
      to: 'reported',
      by: keepsCampaigns,
      asks: [{ title: 'What came of it', fields: ['themes', 'reportedTo'] }],
      sets: (_row, { today }) => ({ reportedOn: today }),
    },
    cancel: {
      label: 'Cancel the campaign',
      exceptional: true,
      from: ['planned'],
      to: 'cancelled',
      by: keepsCampaigns,
      asks: [{ title: 'Why it is cancelled', fields: ['cancelledWhy'] }],
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: ['planned'],
      to: 'recordedInError',
      by: keepsCampaigns,
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
