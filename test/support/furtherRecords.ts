import type { Typed } from '../../src/declare/input.ts'
import { pathOf, type Register } from '../../src/declare/register.ts'
import { perform } from '../../src/engine/store/perform.ts'
import { now, setNow } from '../../src/kit/clock.ts'
import { addHours } from '../../src/kit/dates.ts'
import { freshStart } from './freshStart.ts'
import { rowsOf } from './oracle.ts'
import type { World } from './world.ts'

/** Records in the states and before the deeds that no example reaches. */
export const makeFurtherRecords = async (world: World): Promise<void> => {
  const { engine } = world
  const registerAt = (path: string): Register => {
    const found = engine.registers.find(register => pathOf(register) === path)
    if (!found) throw new Error(`There is no register at /${path}`)
    return found
  }
  const act = async (path: string, reference: string, action: string, by: string, typed: Typed = {}) => {
    setNow(addHours(now(), 0.01))
    await perform(engine, world.as(by), { register: registerAt(path), action, reference, typed })
  }
  /** Begins as an example does and does its deeds, answered otherwise where that is said, until one is done. */
  const begin = async (
    path: string,
    example: number,
    until?: string,
    otherwise: Readonly<Record<string, Typed>> = {},
  ): Promise<string> => {
    const register = registerAt(path)
    const told = register.examples[example]
    if (!told) throw new Error(`/${path} has no example ${example}`)
    setNow(told.at)
    const { reference } = await perform(engine, world.as(told.by), {
      register,
      action: 'start',
      typed: freshStart(register, { ...told.start, ...otherwise.start }),
    })
    for (const { action, afterHours, by, answers } of until === undefined ? [] : (told.deeds ?? [])) {
      setNow(addHours(told.at, afterHours))
      const typed = { ...answers, ...otherwise[action] }
      await perform(engine, world.as(by), { register, action, reference, typed })
      if (action === until) break
    }
    return reference
  }
  const checkOf = async (contact: string, by: string): Promise<string> => {
    const contactId = (await rowsOf(engine, registerAt('contact'))).find(row => row.reference === contact)?.id
    const checks = await rowsOf(engine, registerAt('agency-check'))
    const agency = world.as(by).agencyId
    return checks.find(row => row.contact === contactId && row.agencyId === agency)?.reference ?? ''
  }

  const first = await begin('contact', 0)
  await act('contact', await begin('contact', 0), 'join', 'screener', {
    joinedTo: first,
    joinedWhy: 'The same bruise, told by a neighbour',
  })
  await act('contact', await begin('contact', 0), 'voidRecord', 'screening_manager', { voidWhy: 'A training exercise' })

  const declined = await begin('contact', 1, 'agree', { decide: { decision: 'earlyHelp', threshold: 'level2' } })
  await act('contact', declined, 'recordOffer', 'screener', {
    offerAnswer: 'noAnswer',
    declinedBy: '',
    declineReason: '',
  })
  await act('contact', declined, 'startOutreach', 'screener')
  // One whose outreach may start, one whose answer is not recorded yet, and one that came by telephone.
  const early = { decide: { decision: 'earlyHelp', threshold: 'level2' } }
  const offer: Typed = { offerAnswer: 'noAnswer', declinedBy: '', declineReason: '' }
  await act('contact', await begin('contact', 1, 'agree', early), 'recordOffer', 'screener', offer)
  await begin('contact', 1, 'agree', early)
  await begin('contact', 0, undefined, { start: { channel: 'phone' } })

  const answer: Typed = {
    answer: 'information',
    information: 'Two call-outs in 2025',
    whyCannotShare: '',
    referrerMayKnow: 'no',
    familyMayKnow: 'yes',
  }
  const late = await begin('contact', 1, 'agree')
  await act('agency-check', await checkOf(late, 'check_answerer'), 'answer', 'check_answerer', answer)
  const again = await begin('contact', 1, 'agree')
  await act('agency-check', await checkOf(again, 'check_answerer'), 'answer', 'check_answerer', answer)
  await act('contact', again, 'readLateAnswer', 'screener', { lateAnswerStands: 'changes' })

  const asked = await begin('contact', 1, 'askAgencies')
  await act('agency-check', await checkOf(asked, 'check_answerer'), 'query', 'check_answerer', {
    queryText: 'Which address?',
  })
  await act('agency-check', await checkOf(asked, 'check_answerer2'), 'withdraw', 'screener', {
    withdrawnWhy: 'The family has moved away',
  })

  await act('operation-encompass', await begin('operation-encompass', 0), 'withdraw', 'check_answerer', {
    withdrawnWhy: 'twice',
  })
  await act(
    'private-fostering',
    await begin('private-fostering', 0, 'agreeSuitable'),
    'agreeUnsuitable',
    'team_manager',
    {
      decisionNote: 'The carer was arrested; the child stays with an aunt tonight',
    },
  )
  await act('private-fostering', await begin('private-fostering', 0), 'voidRecord', 'team_manager', {
    voidWhy: 'A second record of the same notification',
  })
}
