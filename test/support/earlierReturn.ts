import type { Typed } from '../../src/declare/input.ts'
import type { Action } from '../../src/declare/pathway.ts'
import type { Register } from '../../src/declare/register.ts'
import type { Engine } from '../../src/engine/engine.ts'
import { perform } from '../../src/engine/store/perform.ts'
import { setNow } from '../../src/kit/clock.ts'
import { addHours } from '../../src/kit/dates.ts'
import { section11Register } from '../../src/registers/assurance/section11-return/index.ts'
import { promised, type ReturnLines } from '../../src/registers/assurance/section11-return/rules.ts'
import { freshStart } from './freshStart.ts'
import type { World } from './world.ts'

const { pathway } = section11Register
const { signOff } = pathway.actions as Readonly<Record<string, Action>>

/** The register as it was while returns kept their actions themselves. */
const earlierRegister: Register = {
  ...section11Register,
  pathway: {
    ...pathway,
    actions: {
      ...pathway.actions,
      signOff: {
        ...(signOff as Action),
        sets: (_row, { actor, now }, lines) => ({
          signedOffBy: actor.accountId,
          signedOffAt: now,
          nextActionOn: promised(lines as unknown as ReturnLines)[0]?.actionDueOn ?? null,
        }),
      },
      reportProgress: { label: 'Report on an action', from: ['signedOff'], by: ['agency_lead'], adds: 'progress' },
      reviewAction: { label: 'Review an action', from: ['signedOff'], by: ['audit_lead'], adds: 'reviews' },
    },
  },
}

const followed: readonly (readonly [action: string, by: string, typed: Typed])[] = [
  [
    'reportProgress',
    'agency_lead',
    {
      ...{ progressStandard: '6', progressDone: 'yes', progressDoneOn: '2026-10-18' },
      progressEvidence: 'All volunteers have a record of checks',
    },
  ],
  [
    'reviewAction',
    'audit_lead',
    { reviewedStandard: '6', reviewOutcome: 'done', reviewNote: 'The single central record was seen' },
  ],
  [
    'reportProgress',
    'agency_lead',
    {
      ...{ progressStandard: '4', progressDone: 'no', progressDoneOn: '' },
      progressEvidence: 'Written, and not used yet',
    },
  ],
]

/** A return signed off before actions had one list: one of its two was agreed as done on the return, the other is open and in no list. */
export const makeEarlierReturn = async ({ engine, as }: World): Promise<string> => {
  const example = section11Register.examples[1]
  if (!example) throw new Error('There is no such example')
  // Nothing followed from signing off.
  const earlier: Engine = { ...engine, links: [] }
  const does = (by: string, action: string, typed: Typed, reference?: string) =>
    perform(earlier, as(by), {
      ...{ register: earlierRegister, action, typed },
      ...(reference === undefined ? {} : { reference }),
    })
  setNow(example.at)
  const { reference } = await does(example.by, 'start', freshStart(section11Register, example.start))
  let last = example.at
  for (const { action, afterHours, by, answers = {} } of example.deeds ?? []) {
    last = addHours(example.at, afterHours)
    setNow(last)
    await does(by, action, answers, reference)
  }
  for (const [n, [action, by, typed]] of followed.entries()) {
    setNow(addHours(last, 24 * (n + 1)))
    await does(by, action, typed, reference)
  }
  return reference
}
