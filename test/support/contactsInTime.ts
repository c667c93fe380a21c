import type { Typed } from '../../src/declare/input.ts'
import { perform } from '../../src/engine/store/perform.ts'
import { setNow } from '../../src/kit/clock.ts'
import type { Instant } from '../../src/kit/dates.ts'
import { contactRegister } from '../../src/registers/front-door/contact/index.ts'
import type { World } from './world.ts'

const given = contactRegister.examples[0]?.start ?? {}

/** Contacts made by hand in a test, each deed at a moment of its own. */
export const contactsIn = (world: World) => {
  const act = async (by: string, reference: string, action: string, typed: Typed, at: Instant): Promise<string> => {
    setNow(at)
    const done = await perform(world.engine, world.as(by), {
      register: contactRegister,
      action,
      typed,
      ...(reference === '' ? {} : { reference }),
    })
    return done.reference
  }
  /** Recorded at a moment, and received then unless the answers say otherwise. */
  const record = (at: Instant, answers: Typed = {}) =>
    act('screener', '', 'start', { ...given, receivedAt: at, ...answers }, at)
  const urgency = (reference: string, level: string, at: Instant) =>
    act('screener', reference, 'setUrgency', { urgency: level, urgencyWhy: 'Invented' }, at)
  const decide = (reference: string, decision: string, at: Instant) =>
    act(
      'screener',
      reference,
      'decide',
      { decision, threshold: 'level3', passedTo: 'A team', rationale: 'Invented', referrerText: 'Invented' },
      at,
    )
  const agree = (reference: string, at: Instant) =>
    act('screening_manager', reference, 'agree', { informationSought: 'enough', agreementNote: '' }, at)
  const tell = (reference: string, at: Instant) =>
    act('screener', reference, 'tellReferrer', { feedbackHow: 'email', feedbackWhyNot: '' }, at)
  const voidRecord = (reference: string, at: Instant) =>
    act('screening_manager', reference, 'voidRecord', { voidWhy: 'Invented' }, at)
  const say = (reference: string, match: string, person: string, at: Instant) =>
    act('screener', reference, 'matchChild', { match, person, matchWhy: 'Invented' }, at)
  const personOf = async (reference: string): Promise<string | undefined> => {
    const { rows } = await world.engine.owner.query<{ reference: string }>(
      'select p.reference from canopy.person p join canopy.contact c on p.id = c.person where c.reference = $1',
      [reference],
    )
    return rows[0]?.reference
  }
  /** Says that a contact is about the same child as an earlier one, of which a person is recorded where there is none yet. */
  const match = async (reference: string, earlier: string, at: Instant) => {
    if ((await personOf(earlier)) === undefined) await say(earlier, 'newChild', '', at)
    await say(reference, 'sameChild', (await personOf(earlier)) ?? '', at)
  }
  return { act, record, urgency, decide, agree, tell, voidRecord, match, personOf }
}
