import type { Link } from '../declare/link.ts'
import { agreedActionRegister } from '../registers/assurance/agreed-action/index.ts'
import { section11Register } from '../registers/assurance/section11-return/index.ts'
import { campaignRegister } from '../registers/campaigns/campaign/index.ts'
import { settingReturnRegister } from '../registers/campaigns/setting-return/index.ts'
import { endOf } from './carried.ts'

const ofSettings = { from: campaignRegister, through: { back: 'campaign' } } as const
const withThem = ['notStarted', 'answering', 'withHead', 'withGovernor', 'sentBack', 'headAgain']
const asked = (row: Readonly<Record<string, unknown>>) => (row.asked as readonly string[] | null) ?? []

/** What a round sends with each return: its questions, and the day. */
const sends = {
  ...ofSettings,
  performs: { register: settingReturnRegister, action: 'send' },
  when: (_row, other) => other.state === 'planned',
  carries: (row, { today }) => ({
    sentOn: today,
    dueOn: row.closesOn,
    setKey: row.kind,
    setVersion: row.setVersion,
  }),
} as const satisfies Omit<Extract<Link, { performs: unknown }>, 'on'>

/** A round reaches every setting at once, and the actions that settings promise stand in the one list of all actions. */
export const linksOfCampaigns: readonly Link[] = [
  {
    from: campaignRegister,
    on: 'open',
    opens: settingReturnRegister,
    carries: row => (row.kind === 'section11' ? [] : asked(row).map(agency => ({ campaign: row.id, askedOf: agency }))),
  },
  {
    from: campaignRegister,
    on: 'open',
    opens: section11Register,
    carries: (row, { today }) =>
      row.kind === 'section11'
        ? asked(row).map(agency => ({ askedOf: agency, round: row.round, sentOn: today, dueOn: row.closesOn }))
        : [],
  },
  // After those that were opened: these are sent with the ones that were added or imported before.
  { ...sends, on: 'open' },
  { ...sends, on: 'sendWaiting' },
  {
    ...ofSettings,
    on: 'adoptVersion',
    performs: { register: settingReturnRegister, action: 'takeVersion' },
    when: (_row, other) => withThem.includes(other.state),
    carries: row => ({ setVersion: row.setVersion }),
  },
  {
    ...ofSettings,
    on: 'remind',
    performs: { register: settingReturnRegister, action: 'remind' },
    when: (row, other) => other.state === 'notStarted' && other.lastRemindedOn !== row.lastRemindedOn,
  },
  {
    ...ofSettings,
    on: 'close',
    performs: { register: settingReturnRegister, action: 'recordNotReturned' },
    when: (_row, other) => withThem.includes(other.state),
  },
  {
    from: settingReturnRegister,
    on: 'accept',
    opens: agreedActionRegister,
    carries: (row, { today }, _line, { answers = [] }) =>
      answers
        .filter(({ task }) => task !== null && task !== undefined)
        .map(({ statement, task, taskOwner, taskDueOn }) => ({
          source: 'section11',
          sourceNote: `${row.reference}, ${statement}`,
          agreedOn: today,
          task,
          ownerAgency: row.askedOf,
          doneWith: taskOwner,
          dueAt: endOf(taskDueOn),
        })),
  },
]
