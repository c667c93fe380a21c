import type { Carried, Link } from '../declare/link.ts'
import type { AnyRow } from '../declare/record.ts'
import { londonDay } from '../kit/dates.ts'
import { agreedActionRegister } from '../registers/assurance/agreed-action/index.ts'
import { section11Register } from '../registers/assurance/section11-return/index.ts'
import {
  type Answer,
  actionOf,
  longestAction,
  openBefore,
  promised,
  type ReturnLines,
} from '../registers/assurance/section11-return/rules.ts'
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

/** What an agency was asked to write in 500 characters, where it wrote more before it was asked. */
const inShort = (action: string): string => {
  const words = action.replaceAll(/\s+/g, ' ').trim()
  return words.length > longestAction ? `${words.slice(0, longestAction - 1)}…` : words
}

/** An action that an agency promised, as the list of all actions has it; what was reported before stays on the return. */
const fromAgency = (row: AnyRow, answers: readonly Answer[], agreedOn: string): readonly Carried[] =>
  answers.map(answer => ({
    id: actionOf(answer),
    source: 'section11',
    sourceNote: [row.reference, `standard ${answer.standard}`].filter(Boolean).join(', '),
    agencyReturn: row.id,
    agreedOn,
    task: inShort(answer.action ?? ''),
    ownerAgency: row.askedOf,
    doneWith: answer.actionOwner,
    dueAt: endOf(answer.actionDueOn),
  }))

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
    from: section11Register,
    on: 'signOff',
    opens: agreedActionRegister,
    carries: (row, { today }, _line, lines) => fromAgency(row, promised(lines as ReturnLines), today),
  },
  {
    from: section11Register,
    on: 'listActions',
    opens: agreedActionRegister,
    carries: (row, _context, _line, lines) =>
      fromAgency(row, openBefore(lines as ReturnLines), londonDay(String(row.signedOffAt))),
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
          settingReturn: row.id,
          agreedOn: today,
          task,
          ownerAgency: row.askedOf,
          doneWith: taskOwner,
          dueAt: endOf(taskDueOn),
        })),
  },
]
