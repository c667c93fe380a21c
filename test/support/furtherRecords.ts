import { meetings } from '../../src/app/meetings/index.ts'
import type { Typed } from '../../src/declare/input.ts'
import { pathOf, type Register } from '../../src/declare/register.ts'
import { freezePack } from '../../src/engine/meetings/pack.ts'
import { perform } from '../../src/engine/store/perform.ts'
import { fillIn } from '../../src/fields/fillIn.ts'
import { now, setNow } from '../../src/kit/clock.ts'
import { addHours, type Instant } from '../../src/kit/dates.ts'
import { dailyCaseRegister } from '../../src/registers/domestic-abuse/daily-case/index.ts'
import { panelNominationRegister } from '../../src/registers/harm-outside-home/panel-nomination/index.ts'
import { makeBefore } from './before.ts'
import { makeEarlierReturn } from './earlierReturn.ts'
import { freshStart } from './freshStart.ts'
import { makeFurtherActions } from './furtherActions.ts'
import { makeFurtherAudits } from './furtherAudits.ts'
import { makeFurtherMissing } from './furtherMissing.ts'
import { createMeetings } from './meetings.ts'
import { type RawRow, rowsOf } from './oracle.ts'
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
    at?: Instant,
  ): Promise<string> => {
    const register = registerAt(path)
    const told = register.examples[example]
    if (!told) throw new Error(`/${path} has no example ${example}`)
    setNow(at ?? told.at)
    const references = await makeBefore(engine, username => world.as(username), told)
    const { reference } = await perform(engine, world.as(told.by), {
      register,
      action: 'start',
      typed: freshStart(register, fillIn({ ...told.start, ...otherwise.start }, references)),
    })
    for (const { action, afterHours, by, answers } of until === undefined ? [] : (told.deeds ?? [])) {
      setNow(addHours(at ?? told.at, afterHours))
      const typed = fillIn({ ...answers, ...otherwise[action] }, references)
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
  await makeFurtherMeetings(world)
  await makeFurtherHarmAndYouth(registerAt, act, begin)
  await makeFurtherPeople(act, begin)
  await makeFurtherReports(act, begin, idOf => rowsOf(engine, registerAt(idOf)))
  await makeFurtherEarlyHelp(act, begin, path => rowsOf(engine, registerAt(path)))
  await makeFurtherMissing(act, begin, path => rowsOf(engine, registerAt(path)))
  await makeFurtherActions(act, begin, path => rowsOf(engine, registerAt(path)))
  await makeFurtherAudits(act, begin, path => rowsOf(engine, registerAt(path)))
  await makeEarlierReturn(world)
}

/** Assessments recorded in error, shared, and offered from one school to the other and back. */
const makeFurtherEarlyHelp = async (
  act: Act,
  begin: Begin,
  rowsAt: (path: string) => Promise<readonly RawRow[]>,
): Promise<void> => {
  const path = 'early-help-assessment'
  const begun = () => begin(path, 0, 'finish')
  await act(path, await begun(), 'markMistaken', 'setting_lead', { mistakenWhy: 'Begun twice' })
  await act(path, await begun(), 'share', 'setting_lead', {
    ...{ shareWith: 'Whittington Health', shareWhy: 'A nurse helps', shareAgreedBy: 'The mother' },
    shareAgreedOn: '2026-05-12',
  })
  const offer = (offeredTo: string) => ({ offeredTo, offeredWhy: 'The children have changed school' })
  await act(path, await begun(), 'offer', 'setting_lead', offer('Canal Street School'))
  const there = await begun()
  await act(path, there, 'offer', 'setting_lead', offer('Canal Street School'))
  await act(path, there, 'accept', 'setting_lead3')
  await act(path, there, 'offer', 'setting_lead3', offer('Holly Lane Primary'))
  const person = await begin('person', 0)
  const child = (await rowsAt('early-help-child')).find(({ state }) => state === 'inPlace')
  await act('early-help-child', child?.reference ?? '', 'sayWho', 'screener', {
    person,
    personWhy: 'The mother said so',
  })
}

/** Reports at every stage, and questions and disagreements about the decisions on them. */
const makeFurtherReports = async (
  act: Act,
  begin: Begin,
  rowsAt: (path: string) => Promise<readonly RawRow[]>,
): Promise<void> => {
  const sent = async () => {
    const reference = await begin('worry-report', 0, 'send')
    const report = (await rowsAt('worry-report')).find(row => row.reference === reference)
    const contacts = (await rowsAt('contact')).filter(row => row.report === report?.id).map(row => row.reference)
    for (const contact of contacts)
      await act('contact', contact, 'setUrgency', 'screener', { urgency: 'green', urgencyWhy: 'Safe today' })
    return { reference, id: report?.id, contacts }
  }
  const decided = async () => {
    const report = await sent()
    for (const contact of report.contacts) {
      await act('contact', contact, 'decide', 'screener', {
        ...{ decision: 'noFurtherAction', threshold: 'level1', passedTo: '', rationale: 'Invented' },
        referrerText: 'Thank you.',
      })
      await act('contact', contact, 'agree', 'screening_manager2', { informationSought: 'enough', agreementNote: '' })
    }
    return report
  }
  const queryOf = async (id: unknown) =>
    (await rowsAt('decision-query')).filter(row => row.report === id).at(-1)?.reference ?? ''
  await sent()
  await decided()
  await act('worry-report', (await decided()).reference, 'markRead', 'setting_lead')
  await act('worry-report', await begin('worry-report', 1), 'discard', 'referrer')
  const disagreement = { disagreeText: 'Not safe', disagreeWanted: 'Look again', disagreeChild: '' }
  const answer = { answer: 'We looked again', result: 'stands' }
  for (const ends of ['raised', 'answered', 'accept', 'withdraw']) {
    const report = await decided()
    await act('worry-report', report.reference, 'disagree', 'setting_lead', disagreement)
    const query = await queryOf(report.id)
    if (ends === 'answered' || ends === 'accept')
      await act('decision-query', query, 'answer', 'screening_manager', answer)
    if (ends === 'accept') await act('decision-query', query, 'accept', 'setting_lead')
    if (ends === 'withdraw')
      await act('decision-query', query, 'withdraw', 'setting_lead', { withdrawnWhy: 'A mistake' })
  }
}

type Act = (path: string, reference: string, action: string, by: string, typed?: Typed) => Promise<void>
type Begin = (
  path: string,
  example: number,
  until?: string,
  otherwise?: Readonly<Record<string, Typed>>,
  at?: Instant,
) => Promise<string>

/** The same for the records about people, families and sharing. */
const makeFurtherPeople = async (act: Act, begin: Begin): Promise<void> => {
  const mistaken = { mistakenWhy: 'Entered on the wrong record' }
  for (const path of [
    'chronology-event',
    'household',
    'involvement',
    'joint-supervision',
    'peer-group',
    'relationship',
    'young-carer',
  ])
    await act(path, await begin(path, 0), 'markMistaken', 'social_worker', mistaken)
  await act('person', await begin('person', 0), 'markMistaken', 'team_manager', mistaken)
  for (const path of ['relationship', 'household'])
    await act(path, await begin(path, 0), 'end', 'social_worker', { until: '2026-03-01' })
  await begin('relationship', 0, undefined, {
    start: { kind: 'partner', nature: '', partnership: 'together', parentalResponsibility: '', responsibilityBy: '' },
  })
  await act('young-carer', await begin('young-carer', 0), 'close', 'social_worker', {
    endedOn: '2026-03-03',
    endedWhy: 'noLongerCares',
    endedNote: '',
  })

  const two = 'Two boys: both came with their mothers'
  await act('person-match', await begin('person-match', 0), 'sayDifferent', 'screener', { why: two })
  await act('person-match', await begin('person-match', 0, 'confirm'), 'takeApart', 'team_manager', { undoneWhy: two })
  // Open long enough that it can still be given back when the surface is looked at.
  await begin('break-glass', 0, undefined, {}, stillOpen)

  await act('sharing', await begin('sharing', 0, 'share'), 'withdraw', 'screener', {
    withdrawnWhy: 'Sent to the wrong agency',
  })
  const expiring = await begin('sharing', 0, 'share')
  setNow('2027-01-15T09:00:00.000Z')
  await act('sharing', expiring, 'expire', 'screener')

  const asked = await begin('subject-access', 0)
  await act('subject-access', asked, 'askIdentity', 'information_governance')
  // Young enough that it may still be extended.
  await begin(
    'subject-access',
    0,
    'verify',
    { start: { receivedOn: '2027-05-30' }, verify: { identityOn: '2027-05-30' } },
    '2027-05-30T09:00:00.000Z',
  )
  await act('subject-access', await begin('subject-access', 0), 'withdraw', 'information_governance', {
    withdrawnWhy: 'She has changed her mind',
  })
}

/** Answers that fit any question well enough: the first code, yesterday, a few words. */
const anyAnswers = (register: Register, action: string): Typed =>
  Object.fromEntries(
    (register.pathway.actions[action]?.asks ?? [])
      .flatMap(({ fields }) => fields)
      .map(name => {
        const field = register.record.fields[name]
        if (field?.kind === 'choice') return [name, Object.keys(field.options)[0]]
        if (field?.kind === 'date') return [name, '2027-05-30']
        if (field?.kind === 'wholeNumber') return [name, '1']
        return [name, ['text', 'longText'].includes(field?.kind ?? '') ? 'Invented words' : '']
      }),
  )

/** Of harm outside the home and youth safety: what no example reaches. Path, example, deed. */
const lastDeeds: readonly (readonly [path: string, example: number, action: string, until?: string])[] = [
  ...[
    'exploitation-concern',
    'authority-request',
    'diversion',
    'court-outcome',
    'practice-audit',
    'trafficking-referral',
    'adolescent-support',
    'participation',
    'sexual-behaviour-consultation',
    'trafficking-risk-order',
    'strategy',
    'programme',
    'borough-briefing',
    'safe-haven',
    'surrender-bin',
  ].map(path => [path, 0, 'markMistaken'] as const),
  ['trafficking-referral', 0, 'withdraw'],
  ['trafficking-referral', 1, 'authorityRefuses', 'refer'],
  ['adolescent-support', 0, 'refuse'],
  ['participation', 0, 'sayNotTaken'],
  ['trafficking-risk-order', 0, 'end'],
  ['strategy', 0, 'end'],
  ['programme', 0, 'end', 'begin'],
  ['borough-briefing', 0, 'callOff'],
  ['safe-haven', 0, 'close'],
  ['surrender-bin', 0, 'remove'],
]

const makeFurtherHarmAndYouth = async (
  registerAt: (path: string) => Register,
  act: Act,
  begin: Begin,
): Promise<void> => {
  for (const [path, example, action, until] of lastDeeds) {
    const register = registerAt(path)
    const reference = await begin(path, example, until)
    if (path !== 'borough-briefing') setNow('2027-05-31T09:00:00.000Z')
    const wanted = register.pathway.actions[action]?.by ?? []
    const by = register.examples[example]?.by ?? ''
    const who = (wanted as readonly string[]).includes(by) ? by : String(wanted[0])
    await act(path, reference, action, who, anyAnswers(register, action))
  }
  const away = { outOfArea: 'yes', hostAuthority: 'Northgate Council', movedThereOn: '2026-01-15' }
  await begin('exploitation-concern', 0, undefined, { start: away })
  await begin('sexual-behaviour-consultation', 0, undefined, { start: { next: 'nothing', followUpOn: '' } })
  // The panel finds reasonable grounds first and decides the rest later.
  const referral = registerAt('trafficking-referral')
  const heard = referral.examples[0]?.deeds?.find(({ action }) => action === 'findBoth')
  const boy = await begin('trafficking-referral', 0, 'referGuardian')
  setNow(addHours(referral.examples[0]?.at ?? now(), heard?.afterHours ?? 0))
  await act('trafficking-referral', boy, 'findReasonable', heard?.by ?? '', heard?.answers)
}

/** A daily meeting and a panel held to their ends, as cases, nominations and packs need them. */
const makeFurtherMeetings = async (world: World): Promise<void> => {
  setNow('2026-11-02T09:00:00.000Z')
  const held = createMeetings(world)
  const { meeting, item, action } = held.registers
  const cases = [await held.refer(), await held.refer(), await held.refer()]
  await held.act('police_unit', dailyCaseRegister, 'addChild', child, cases[0])
  const daily = await held.plan()
  await held.make(daily)
  for (const of of cases) await held.discuss(await held.itemOf(daily, of))
  const first = await held.itemOf(daily, cases[0] ?? '')
  for (const task of ['Ring the aunt at noon', 'Ring the uncle at noon', 'Ring the nurse at noon'])
    await held.give(first, { task })
  const [one, other] = (await held.read(daily)).entries.flatMap(({ actions }) => actions)
  await held.act('meeting_officer', action, 'join', { sameAs: one?.reference ?? '' }, other?.reference)
  await held.act('domestic_abuse_lead', dailyCaseRegister, 'close', { closedWhy: 'safer', closedNote: '' }, cases[1])
  await held.act('meeting_officer', meeting, 'begin', {}, daily)
  // A case that still waits, and one whose children the contact team has been told of.
  const told = await held.refer()
  await held.act('police_unit', dailyCaseRegister, 'addChild', child, told)
  await held.act('police_unit', dailyCaseRegister, 'referChildren', {}, told)
  const [nomination, second] = [await held.nominate(), await held.nominate()]
  for (const of of [nomination, second])
    await held.act('exploitation_coordinator', panelNominationRegister, 'accept', { siftWhy: 'Yes' }, of)
  const panel = await held.plan({ kind: 'exploitation', startsAt: '2026-11-12 14:00', answersBy: '' })
  await held.make(panel)
  await freezePack(world.engine, world.as('exploitation_coordinator'), meetings, panel)
  await held.act('meeting_officer', item, 'open', {}, await held.itemOf(panel, nomination))
}

const child = { childGiven: 'Peregrine', childFamily: 'Sorrelwood', childBornOn: '2017-05-01', child: '', saw: 'heard' }

/** Shortly before the day on which the surface is looked at. */
const stillOpen: Instant = '2027-06-01T08:00:00.000Z'
