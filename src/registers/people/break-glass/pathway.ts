import { pathway } from '../../../declare/pathway.ts'
import { addHours } from '../../../kit/dates.ts'
import { breakGlass } from './record.ts'
import { settings } from './rules.ts'

const practice = [
  'screener',
  'screening_manager',
  'business_support',
  'early_help_practitioner',
  'social_worker',
  'team_manager',
  'private_fostering_coordinator',
  'exploitation_coordinator',
  'referral_mechanism_coordinator',
] as const

/** Opens at once, is seen at once by those who keep restrictions, ends by itself, and is reviewed by somebody else. */
export const breakGlassPathway = pathway(breakGlass, {
  starts: 'opened',
  states: {
    opened: { label: 'Waiting for review' },
    reviewed: { label: 'Reviewed', closed: true },
  },
  start: {
    label: 'Open a restricted record in an emergency',
    banner: 'You can see the record for a limited time. Information governance has been told',
    hint: 'Those who keep the restriction are told at once, with your name and your reason, and somebody else reviews it',
    by: practice,
    asks: [{ title: 'Why it cannot wait', fields: ['restriction', 'cause', 'reason'] }],
    sets: (_row, { actor, now, setting }) => ({
      openedBy: actor.accountId,
      openedAt: now,
      expiresAt: addHours(now, setting(settings.hours.key)),
    }),
    tells: [
      {
        key: 'opened',
        words: 'A restricted record was opened in an emergency',
        to: [{ holders: ['information_governance'] }, { person: 'ask', through: 'restriction' }],
        urgent: true,
      },
    ],
  },
  actions: {
    giveBack: {
      label: 'Give the access back',
      banner: 'You cannot see the record any more',
      from: ['opened'],
      by: practice,
      sets: (_row, { now }) => ({ closedEarlyAt: now, expiresAt: now }),
      unless: (row, _lines, { actor, now }) =>
        row.openedBy !== actor.accountId
          ? 'Somebody else has opened it'
          : row.expiresAt !== null && row.expiresAt <= now && 'It has ended by itself',
    },
    endNow: {
      label: 'End the access now',
      banner: 'The access has ended',
      from: ['opened'],
      by: ['information_governance'],
      sets: (_row, { now }) => ({ closedEarlyAt: now, expiresAt: now }),
      unless: (row, _lines, { now }) => row.expiresAt !== null && row.expiresAt <= now && 'It has ended',
    },
    review: {
      label: 'Review the access',
      banner: 'The review is recorded',
      from: ['opened'],
      to: 'reviewed',
      by: ['information_governance'],
      notOwnWork: 'openedBy',
      asks: [{ title: 'Review', fields: ['justified', 'reviewNote'] }],
      sets: (_row, { actor, now }) => ({ reviewedBy: actor.accountId, reviewedAt: now }),
    },
  },
})
