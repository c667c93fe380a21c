import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHidden } from '../../../../test/support/hidden.ts'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import type { Typed } from '../../../declare/input.ts'
import type { Register } from '../../../declare/register.ts'
import { breakdownOf } from '../../../engine/measures/breakdown.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { setNow } from '../../../kit/clock.ts'
import { judgement, ofAudit } from './examples.ts'
import { auditCaseRegister as register } from './index.ts'
import { auditorProblems } from './rules.ts'

let world: World
let people: People
let hidden: ReturnType<typeof createHidden>
let audits: Register
beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
  hidden = createHidden(world, people)
  audits = world.engine.registers.find(({ record }) => record.reference === 'AUD') as Register
})
beforeEach(() => setNow('2026-03-02T10:00:00.000Z'))
afterAll(async () => {
  setNow(null)
  await world.close()
})

let made = 0
const questions: readonly Typed[] = [
  { code: 'seen', words: 'Was the child seen?', questionKind: 'yesNo', choices: '' },
  { code: 'risk', words: 'Which risk?', questionKind: 'choice', choices: 'Neglect\nDomestic abuse' },
  { code: 'siblings', words: 'How many were seen?', questionKind: 'share', choices: '' },
]
const auditWith = async (typed: Typed = {}, asked: readonly Typed[] = questions) => {
  made += 1
  const reference = await people.act('audit_lead', audits, 'start', { ...ofAudit(String(made)).start, ...typed })
  for (const one of asked) await people.act('audit_lead', audits, 'addQuestion', one, reference)
  if (asked.length > 0) await people.act('audit_lead', audits, 'publishSet', {}, reference)
  return reference
}
const chosen = async (audit: string, typed: Typed = {}) => {
  made += 1
  return people.act('audit_lead', register, 'start', {
    ...{ audit, subjectRef: `OWN-${made}`, position: '', drawnOn: '2026-03-02', childrenCount: '3' },
    ...{ teamAudited: '', agencyAudited: '' },
    ...typed,
  })
}
const act = (by: string, reference: string, action: string, typed: Typed = {}) =>
  people.act(by, register, action, typed, reference)
const pair = { teamAudited: '', worker: '', auditor: 'Team manager', secondAuditor: 'Screening manager' }
const withAuditors = async (audit: string, typed: Typed = {}) => {
  const reference = await chosen(audit, typed)
  await act('audit_lead', reference, 'assign', pair)
  return reference
}
const answer = (reference: string, code: string, value: string, more: Typed = {}) =>
  act('team_manager', reference, 'answer', {
    ...{ code, answer: value, chosen: '', part: '', whole: '', answerWhy: '' },
    ...more,
  })
const handIn = (reference: string, more: Typed = {}) =>
  act('team_manager', reference, 'submit', { ...judgement, ...more })

describe('the auditors of a case', () => {
  const row = { auditor: 'a', secondAuditor: 'b', worker: null, teamAudited: 't', drawnOn: '2026-03-02' }
  it.each([
    ['two, of elsewhere', {}, [], []],
    ['one alone', { secondAuditor: 'a' }, [], ['secondAuditor']],
    ['the worker of the case', { worker: 'b' }, [], ['secondAuditor']],
    ['one of the team audited', {}, [{ account: 'a' }], ['auditor']],
    ['both of the team audited', {}, [{ account: 'b' }, { account: 'a' }], ['auditor', 'secondAuditor']],
  ])('%s', (_name, more, found, fields) => {
    expect(auditorProblems({ ...row, ...more } as never, found).map(({ field }) => field)).toEqual(fields)
  })

  it('are not of the team whose work it is, are told, and alone answer', async () => {
    const reference = await chosen(await auditWith())
    const { rows } = await world.engine.owner.query<{ name: string }>(
      `select t.name from canopy.post p join canopy.team t on t.id = p.team_id where p.account_id = $1 limit 1`,
      [world.as('team_manager').accountId],
    )
    await expect(act('audit_lead', reference, 'assign', { ...pair, teamAudited: rows[0]?.name })).rejects.toMatchObject(
      { problems: [{ field: 'auditor', message: expect.stringContaining('team audited') }] },
    )
    await act('audit_lead', reference, 'assign', pair)
    const sees = (by: string) => hidden.sees(by, register, reference)
    expect(await Promise.all(['team_manager', 'screening_manager', 'social_worker', 'agency_lead'].map(sees))).toEqual([
      ...[true, true, false, false],
    ])
    await answer(reference, 'seen', 'yes')
    await act('screening_manager', reference, 'addFact', { fact: 'sex', value: 'Female' })
    await expect(act('audit_lead', reference, 'submit', judgement)).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('the answers of a case', () => {
  it('fit the question, in the words of the published set', async () => {
    const reference = await withAuditors(await auditWith())
    const wrong = async (code: string, value: string, more: Typed = {}) => {
      try {
        await answer(reference, code, value, more)
        return []
      } catch (error) {
        return (error as { problems: readonly { field: string }[] }).problems.map(({ field }) => field)
      }
    }
    expect(await wrong('unknown', 'yes')).toEqual(['code'])
    expect(await wrong('risk', 'yes')).toEqual(['answer'])
    expect(await wrong('risk', 'chosen', { chosen: 'Something' })).toEqual(['chosen'])
    expect(await wrong('siblings', 'counted', { part: '3', whole: '2' })).toEqual(['part'])
    expect(await wrong('siblings', 'counted')).toEqual(['part', 'whole'])
    expect(await wrong('seen', 'notRecorded')).toEqual(['answerWhy'])
    expect(await wrong('risk', 'chosen', { chosen: 'Neglect' })).toEqual([])
  })

  it('are complete when it is handed in, and the grade is one of the scheme', async () => {
    const reference = await withAuditors(await auditWith())
    await answer(reference, 'seen', 'no')
    await answer(reference, 'seen', 'yes')
    await expect(handIn(reference, { grade: '' })).rejects.toMatchObject({
      problems: [{ field: 'grade' }, { message: 'Questions are not answered yet: risk, siblings' }],
    })
    await answer(reference, 'risk', 'notApplicable')
    await answer(reference, 'siblings', 'counted', { part: '2', whole: '3' })
    await expect(handIn(reference, { grade: 'requiresImprovement' })).rejects.toMatchObject({
      problems: [{ field: 'grade', message: expect.stringContaining('Requires improvement to be good') }],
    })
    await expect(handIn(reference, { agreement: 'disagreed' })).rejects.toMatchObject({
      problems: [{ field: 'disagreedDecision' }, { field: 'disagreedWhy' }],
    })
    await handIn(reference)
    await expect(answer(reference, 'seen', 'no')).rejects.toMatchObject({ kind: 'conflict' })
  })
})

describe('a case of several agencies', () => {
  it('has a joint grade that rests on two', async () => {
    const reference = await withAuditors(await auditWith({ kind: 'multi' }, []))
    await expect(handIn(reference)).rejects.toMatchObject({ problems: [{ field: 'grade' }] })
    const grade = (gradedAgency: string) =>
      act('team_manager', reference, 'gradeAgency', { gradedAgency, agencyGrade: 'good', agencyNote: '' })
    await grade('Metropolitan Police')
    await expect(handIn(reference)).rejects.toMatchObject({ problems: [{ field: 'grade' }] })
    const { rows } = await world.engine.owner.query<{ name: string }>(
      `select name from canopy.agency where kind = 'health' and valid_to is null limit 1`,
    )
    await grade(rows[0]?.name ?? '')
    await handIn(reference)
    const single = await withAuditors(await auditWith({}, []))
    await expect(
      act('team_manager', single, 'gradeAgency', {
        ...{ gradedAgency: 'Metropolitan Police', agencyGrade: 'good', agencyNote: '' },
      }),
    ).rejects.toThrow('of one agency')
  })
})

describe('a case and its end', () => {
  it('is moderated by somebody else, is in an audit once, and is due after 28 days', async () => {
    const audit = await auditWith({}, [])
    const reference = await withAuditors(audit, { subjectRef: 'SAME-1' })
    await expect(chosen(audit, { subjectRef: 'same-1' })).rejects.toMatchObject({
      message: expect.stringContaining('in the audit already'),
    })
    const { held } = await readRecord(world.engine, world.as('audit_lead'), register, reference)
    expect(held.clocks.map(({ clock, dueOn }) => [clock, dueOn])).toEqual([['audit_case_audited', '2026-03-30']])
    await handIn(reference)
    await act('audit_lead', reference, 'sendBack', { sentBackWhy: 'What shows it?' })
    await handIn(reference)
    await act('audit_lead', reference, 'moderate', { moderationNote: '' })
  })

  it('is read by those who read results without what was written and without which case it is', async () => {
    const reference = await withAuditors(await auditWith({}, []))
    await handIn(reference, { learning: 'Ask the aunt.' })
    for (const by of ['partnership_manager', 'scrutineer', 'analyst']) {
      const { held } = await readRecord(world.engine, world.as(by), register, reference)
      expect([held.row.subjectRef ?? null, held.row.learning ?? null, held.row.grade]).toEqual([null, null, 'good'])
    }
    expect(await hidden.sees('screener', register, reference)).toBe(false)
  })
})

describe('figures of audited cases, counted by hand', () => {
  const lead = () => world.as('audit_lead')
  const period = 'financial_year:2022-23'
  const figure = async (key: string) => {
    const { numerator, denominator } = await figureOf(world.engine, lead(), key, { period })
    return [numerator, denominator]
  }
  const rows = async (key: string, by: string) =>
    Object.fromEntries(
      (await breakdownOf(world.engine, lead(), key, { period, by })).rows
        .filter(({ denominator }) => Number(denominator) > 0)
        .map(({ code, numerator, denominator }) => [code, [numerator, denominator]]),
    )

  it('cases, children, grades, agreement, answers, shares and facts', async () => {
    setNow('2022-05-02T10:00:00.000Z')
    const past = { plannedFor: '2022-05-02', gradeScheme: 'ilacs' }
    const one = await auditWith({ ...past, title: 'One' })
    const other = await auditWith({ ...past, title: 'Other', gradeScheme: 'none' }, questions.slice(0, 1))
    const on = { drawnOn: '2022-05-02' }
    const done = async (audit: string, seen: string, more: Typed = {}) => {
      const reference = await withAuditors(audit, on)
      await answer(reference, 'seen', seen, seen === 'notRecorded' ? { answerWhy: 'Nowhere' } : {})
      if (audit === one) {
        await answer(reference, 'risk', 'chosen', { chosen: 'Neglect' })
        await answer(reference, 'siblings', 'counted', { part: '1', whole: '3' })
        await act('team_manager', reference, 'addFact', { fact: 'sex', value: 'Female' })
      }
      await handIn(reference, more)
      return reference
    }
    await done(one, 'yes')
    await done(one, 'no', { grade: 'outstanding', agreement: 'agreedOnWhatWasKnown' })
    const disagreed = { agreement: 'disagreed', disagreedDecision: 'earlyHelp', disagreedWhy: 'x' }
    await done(one, 'partly', { grade: 'inadequate', ...disagreed })
    await done(other, 'notRecorded', { grade: '', agreement: 'notAsked' })
    await act('audit_lead', await withAuditors(other, on), 'accountFor', {
      notAuditedWhy: 'noTime',
      notAuditedNote: '',
    })
    await withAuditors(one, on)
    expect(await figure('audit_cases')).toEqual([4, 4])
    expect(await figure('audit_children')).toEqual([12, 12])
    expect(await figure('audit_cases_good')).toEqual([2, 3])
    expect(await figure('audit_cases_agreed')).toEqual([1, 3])
    expect(await figure('audit_answers')).toEqual([1, 3])
    expect(await figure('audit_shares')).toEqual([3, 9])
    expect(await rows('audit_answers', 'question')).toEqual({ 'One · seen': [1, 3] })
    expect(await rows('audit_answers_given', 'answer')).toEqual({
      'One · risk · Neglect': [3, 3],
      'One · seen · No': [1, 1],
      'One · seen · Partly': [1, 1],
      'One · seen · Yes': [1, 1],
      'One · siblings · A number': [3, 3],
      'Other · seen · Not recorded': [1, 1],
    })
    expect(await rows('audit_grades', 'graded')).toEqual({
      'One · Good': [1, 1],
      'One · Inadequate': [1, 1],
      'One · Outstanding': [1, 1],
    })
    expect(await rows('audit_cases', 'judgement')).toMatchObject({
      'One · Disagree · Early help or targeted services': [1, 1],
    })
    expect(await rows('audit_facts', 'fact')).toEqual({ 'One · Sex · Female': [3, 3] })
  })
})
