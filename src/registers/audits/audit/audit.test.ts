import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Audits, createAudits, ofList } from '../../../../test/support/audits.ts'
import { createHidden } from '../../../../test/support/hidden.ts'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { breakdownOf } from '../../../engine/measures/breakdown.ts'
import { gradeSchemes, gradesOf } from '../../../fields/lists/auditGrades.ts'
import { setNow } from '../../../kit/clock.ts'
import { finding, question, recommendation } from './examples.ts'
import { auditRegister as register } from './index.ts'
import { cohortProblems } from './rules.ts'

let world: World
let people: People
let audits: Audits
let hidden: ReturnType<typeof createHidden>
const at = '2026-03-02T10:00:00.000Z'
beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
  audits = createAudits(world, people)
  hidden = createHidden(world, people)
})
beforeEach(() => setNow(at))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const other: Audits['other'] = (...args) => audits.other(...args)
const plan: Audits['plan'] = (...args) => audits.plan(...args)
const act: Audits['act'] = (...args) => audits.act(...args)
const read: Audits['read'] = (...args) => audits.read(...args)
const withQuestion: Audits['withQuestion'] = (...args) => audits.withQuestion(...args)
const answered: Audits['answered'] = (...args) => audits.answered(...args)
const through: Audits['through'] = (...args) => audits.through(...args)

describe('a cohort', () => {
  const row = {
    ...{ id: 'x', population: 'contactsDecided', fromDay: '2026-01-01', toDay: '2026-01-31', sampleMethod: 'random' },
    ...{ stratifiedBy: null, sampleSize: 10, populationCount: null, repeats: null },
  }
  it.each([
    ['with days and a size', {}, []],
    ['without days', { fromDay: null, toDay: null }, ['fromDay-day', 'toDay-day']],
    ['that ends before it begins', { toDay: '2025-12-31' }, ['toDay-day']],
    ['without a size', { sampleSize: null }, ['sampleSize']],
    ['from groups of nothing', { sampleMethod: 'stratified' }, ['stratifiedBy']],
    ['on a list of unknown length', { population: 'outsideList', fromDay: null, toDay: null }, ['populationCount']],
    ['smaller than the sample', { populationCount: 9 }, ['sampleSize']],
    ['that repeats itself', { repeats: 'x' }, ['repeats']],
  ])('%s', (_name, more, fields) => {
    expect(cohortProblems({ ...row, ...more } as never).map(({ field }) => field)).toEqual(fields)
  })
})

describe('grade schemes', () => {
  it('are told by edition, and hold their own grades alone', () => {
    expect(gradesOf('peel')).toEqual(['outstanding', 'good', 'adequate', 'requiresImprovement', 'inadequate'])
    expect(gradesOf('ilacs')).toContain('requiresImprovementToBeGood')
    expect(gradesOf('none')).toEqual([])
    expect(gradeSchemes.reportCard.from).toBe('2025-11-10')
  })

  it('that has ended is not given to an audit of today', async () => {
    await expect(plan({ gradeScheme: 'schoolOverall' })).rejects.toMatchObject({ problems: [{ field: 'gradeScheme' }] })
    await plan({ gradeScheme: 'schoolOverall', plannedFor: '2024-09-02' })
  })
})

describe('the questions of an audit', () => {
  it('may change until a case is answered, then only in a new version, which keeps kinds and answers', async () => {
    const reference = await withQuestion()
    await act(reference, 'addQuestion', { ...question, words: 'Was it read?' })
    setNow('2026-03-03T10:00:00.000Z')
    await answered(reference, 'OWN-1', 'yes')
    const change = { ...question, words: 'Was all of it read?' }
    await expect(act(reference, 'addQuestion', change)).rejects.toMatchObject({
      problems: [{ field: 'code', message: expect.stringContaining('new version') }],
    })
    await expect(act(reference, 'dropQuestion', { dropCode: 'history_read' })).rejects.toMatchObject({
      problems: [{ field: 'dropCode' }],
    })
    await act(reference, 'reviseSet', { setWhy: 'It was read in two ways.' })
    await expect(answered(reference, 'OWN-2', 'yes')).rejects.toMatchObject({ problems: [{ field: 'code' }] })
    await expect(
      act(reference, 'addQuestion', { ...question, questionKind: 'choice', choices: 'Yes\nNo' }),
    ).rejects.toMatchObject({ problems: [{ field: 'questionKind' }] })
    await act(reference, 'addQuestion', change)
    await act(reference, 'publishSet')
    expect((await read(reference)).row.setVersion).toBe(2)
    // What was asked before is kept with the time until which it was in force.
    const { rows } = await world.engine.owner.query(
      `select q.words, q.superseded_at is null as asked from canopy.audit_questions q join canopy.audit a on a.id = q.record_id
        where a.reference = $1 order by q.recorded_at`,
      [reference],
    )
    expect(rows.map(({ words, asked }) => [words, asked])).toEqual([
      [question.words, false],
      ['Was it read?', false],
      ['Was all of it read?', true],
    ])
  })

  it('are held by the database once a case is answered, whatever asks it', async () => {
    const reference = await withQuestion()
    const ask = (sql: string) => world.engine.owner.query(sql, [reference])
    const of = '(select id from canopy.audit where reference = $1)'
    const added = (code: string, at = 'now()') =>
      `insert into canopy.audit_questions (id, record_id, recorded_at, recorded_by, code, words, question_kind)
       select gen_random_uuid(), a.id, ${at}, a.created_by, '${code}', 'Invented', 'yesNo' from canopy.audit a where a.reference = $1`
    // Published and not answered: it may still change.
    await ask(added('later_one'))
    setNow('2026-03-03T10:00:00.000Z')
    await answered(reference, 'OWN-51', 'yes')
    await expect(ask(added('last_one'))).rejects.toThrow('new version')
    await expect(
      ask(`update canopy.audit_questions set superseded_at = now() where record_id = ${of} and superseded_at is null`),
    ).rejects.toThrow('new version')
    await expect(ask(`update canopy.audit_questions set words = 'Otherwise' where record_id = ${of}`)).rejects.toThrow(
      'never rewritten',
    )
    await expect(ask(`delete from canopy.audit_questions where record_id = ${of}`)).rejects.toThrow('never removed')
    await act(reference, 'reviseSet', { setWhy: 'It was read in two ways.' })
    await ask(added('last_one'))
  })

  it('are needed before auditing begins', async () => {
    const reference = await plan()
    await expect(act(reference, 'publishSet')).rejects.toThrow('no question')
    await expect(act(reference, 'begin')).rejects.toThrow('not published')
    await expect(act(reference, 'addQuestion', { ...question, code: 'A b' })).rejects.toMatchObject({
      problems: [{ field: 'code' }],
    })
  })
})

describe('the title of an audit', () => {
  it('is corrected while it is not closed, in its cases and figures too', async () => {
    const reference = await withQuestion({ title: 'Dip sampels 2026' })
    await through(reference, 'OWN-61', 'yes')
    const { kind, plannedFor, commissioner, trigger, theme } = (await read(reference)).row
    const about = { kind: String(kind), plannedFor: String(plannedFor), commissioner: String(commissioner) }
    const typed = { ...about, trigger: String(trigger), theme: String(theme) }
    await act(reference, 'correct', { ...typed, title: 'Dip samples that were made 2026' })
    expect((await read(reference)).row.title).toBe('Dip samples that were made 2026')
    const { rows } = await breakdownOf(world.engine, world.as('audit_lead'), 'audit_cases', {
      ...{ period: 'financial_year:2025-26', by: 'auditTitle' },
    })
    const told = rows.map(({ label }) => label)
    expect(told).toContain('Dip samples that were made 2026')
    expect(told).not.toContain('Dip sampels 2026')
    await act(reference, 'report', { summary: 'Read.' })
    await act(reference, 'correct', { ...typed, title: 'Dip samples 2026' })
    await act(reference, 'close', { noRepeatWhy: 'Invented' })
    await expect(act(reference, 'correct', { ...typed, title: 'Closed' })).rejects.toMatchObject({ kind: 'conflict' })
  })

  it('and its unit and scheme are corrected in cases that nobody has judged', async () => {
    const reference = await plan(ofList)
    await audits.addCase(reference, 'OWN-71')
    const typed = { unit: 'family', cohortRule: 'Invented', population: 'outsideList', fromDay: '', toDay: '' }
    await act(reference, 'correctCohort', {
      ...{ ...typed, sampleMethod: 'all', stratifiedBy: '', sampleSize: '', populationCount: '4' },
      ...{ gradeScheme: 'none', repeats: '', reAuditAfter: '' },
    })
    const { rows } = await world.engine.owner.query(
      `select c.audit_unit as unit, c.grade_scheme as scheme from canopy.audit_case c where c.subject_ref = 'OWN-71'`,
    )
    expect(rows).toEqual([{ unit: 'family', scheme: 'none' }])
  })
})

describe('an audit and what follows', () => {
  it('leads from a finding to a recommendation, an action, the audit made again, and a figure that is better', async () => {
    const before = await withQuestion({ title: 'Histories 2026' })
    await through(before, 'OWN-11', 'yes')
    const second = await answered(before, 'OWN-12', 'no')
    await expect(act(before, 'report', { summary: 'It was not always read.' })).rejects.toMatchObject({
      problems: [{ field: 'summary', message: expect.stringContaining('One case is neither moderated') }],
    })
    const cases = other('AUC')
    const judgement = { grade: 'inadequate', agreement: 'disagreed', disagreedDecision: 'earlyHelp' }
    await people.act(
      'team_manager',
      cases,
      'submit',
      { ...judgement, disagreedWhy: 'Not known.', learning: '', goodPractice: '' },
      second,
    )
    await people.act('audit_lead', cases, 'moderate', { moderationNote: '' }, second)
    await act(before, 'report', { summary: 'It was not always read.' })
    await act(before, 'addFinding', finding)
    await expect(act(before, 'close', { noRepeatWhy: 'x' })).rejects.toThrow('Finding 1 leads to nothing')
    await act(before, 'recommend', recommendation)

    // The recommendation stands in the one list, and its owner agrees an action.
    const { rows: recs } = await world.engine.owner.query(
      'select reference, source, title, due_on, state from canopy.recommendation where source_ref = $1',
      [before],
    )
    expect(recs).toMatchObject([{ source: 'audit', title: 'Reading the history', due_on: '2026-09-30', state: 'made' }])
    const [rec, actions] = [String(recs[0]?.reference), other('ACT')]
    await people.act(
      'agency_lead',
      other('REC'),
      'agreeAction',
      {
        ...{ task: 'Put the history first', doneBy: '', doneByAgency: 'Metropolitan Police' },
        ...{ doneWith: '', doneUntil: '2026-05-29' },
      },
      rec,
    )
    const { rows: acts } = await world.engine.owner.query(
      `select c.reference from canopy.agreed_action c join canopy.recommendation r on r.id = c.recommendation where r.reference = $1`,
      [rec],
    )
    const action = String(acts[0]?.reference)
    setNow('2026-05-20T10:00:00.000Z')
    await people.act('agency_lead', actions, 'report', { doneOn: '2026-05-20', result: 'It stands first.' }, action)
    await people.act('partnership_manager', actions, 'agreeDone', {}, action)

    // Made again within twelve months: the clock of the first is met, and the same question is answered better.
    const clocks = async () =>
      (await read(before)).clocks.map(({ clock, dueOn, metAt }) => [clock, dueOn, metAt !== null])
    expect(await clocks()).toEqual([['audit_repeat', '2027-03-02', false]])
    setNow('2027-02-01T10:00:00.000Z')
    const again = await withQuestion({ title: 'Histories 2027', plannedFor: '2027-02-01', repeats: before })
    expect(await clocks()).toEqual([['audit_repeat', '2027-03-02', true]])
    await through(again, 'OWN-21', 'yes')
    await through(again, 'OWN-22', 'yes')
    await people.act(
      'audit_lead',
      actions,
      'addEvidence',
      { shownOn: '2027-02-01', evidenceKind: 'audit', figure: '', auditRef: again, shows: 'All histories were read.' },
      action,
    )
    const lead = world.as('audit_lead')
    const asked = async (period: string) =>
      Object.fromEntries(
        (await breakdownOf(world.engine, lead, 'audit_answers', { period, by: 'question' })).rows
          .filter(({ code }) => code?.startsWith('Histories'))
          .map(({ code, numerator, denominator }) => [code, [numerator, denominator]]),
      )
    expect(await asked('financial_year:2025-26')).toEqual({ 'Histories 2026 · history_read': [1, 2] })
    expect(await asked('financial_year:2026-27')).toEqual({ 'Histories 2027 · history_read': [2, 2] })
    await act(before, 'close', { noRepeatWhy: '' })
    expect((await read(before)).row.state).toBe('closed')
  })

  it('does not close while nobody has said why it is not made again; an audit of others has no such day', async () => {
    const reference = await withQuestion()
    await expect(act(reference, 'report', { summary: 'x' })).rejects.toMatchObject({
      problems: [{ message: 'No case of this audit has been audited and moderated' }],
    })
    await through(reference, 'OWN-31', 'yes')
    await act(reference, 'report', { summary: 'Read.' })
    await expect(act(reference, 'close', { noRepeatWhy: '' })).rejects.toMatchObject({
      problems: [{ field: 'noRepeatWhy' }],
    })
    const others = await plan({ ...ofList, sampleMethod: 'notRecorded', populationCount: '' })
    await act(others, 'recordElsewhere', { summary: 'x', inspection: '', elsewhereNote: 'With the hospital' })
    expect((await read(others)).clocks).toEqual([])
    await act(others, 'close', { noRepeatWhy: 'It is theirs.' })
  })

  it('passes a finding on as learning for an agency', async () => {
    const reference = await withQuestion()
    await act(reference, 'addFinding', finding)
    await act(reference, 'passOn', {
      ...{ passed: '1', lesson: 'Read first.', learner: 'Metropolitan Police', learningOwner: 'Agency lead' },
    })
    await expect(
      act(reference, 'recommend', { ...recommendation, recommendedFor: '7', recAgency: '' }),
    ).rejects.toMatchObject({ problems: [{ field: 'recommendedFor' }, { field: 'recAgency' }] })
    const { rows } = await world.engine.owner.query(
      `select finding, origin from canopy.learning_item where lesson = 'Read first.'`,
    )
    expect(rows).toMatchObject([{ finding: finding.finding, origin: 'caseAudit' }])
  })

  it('is read by those who read results, and by auditors for as long as cases are audited', async () => {
    const reference = await withQuestion()
    const sees = (by: string) => hidden.sees(by, register, reference)
    const auditors = ['team_manager', 'screening_manager', 'social_worker', 'agency_lead']
    expect(await Promise.all(['partnership_manager', 'scrutineer', 'analyst', 'screener'].map(sees))).toEqual([
      ...[true, true, true, false],
    ])
    expect(await Promise.all(auditors.map(sees))).toEqual([true, true, true, true])
    await through(reference, 'OWN-41', 'yes')
    await act(reference, 'report', { summary: 'Read.' })
    expect(await Promise.all(auditors.map(sees))).toEqual([false, false, false, false])
  })
})
