import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHidden } from '../../../../test/support/hidden.ts'
import { createPeople, type People } from '../../../../test/support/people.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import { auditSampling } from '../../../app/samples.ts'
import type { Typed } from '../../../declare/input.ts'
import type { Register } from '../../../declare/register.ts'
import { breakdownOf } from '../../../engine/measures/breakdown.ts'
import { figureOf } from '../../../engine/measures/figure.ts'
import { drawnAgain, drawSample } from '../../../engine/sampling/sample.ts'
import { readRecord } from '../../../engine/store/read.ts'
import { gradeSchemes, gradesOf } from '../../../fields/lists/auditGrades.ts'
import { setNow, today } from '../../../kit/clock.ts'
import { finding, question, recommendation, start } from './examples.ts'
import { auditRegister as register } from './index.ts'
import { cohortProblems } from './rules.ts'

let world: World
let people: People
let hidden: ReturnType<typeof createHidden>
const at = '2026-03-02T10:00:00.000Z'
beforeAll(async () => {
  world = await createWorld()
  people = createPeople(world)
  hidden = createHidden(world, people)
})
beforeEach(() => setNow(at))
afterAll(async () => {
  setNow(null)
  await world.close()
})

const other = (prefix: string): Register => {
  const found = world.engine.registers.find(({ record }) => record.reference === prefix)
  if (!found) throw new Error(`There is no register of ${prefix}`)
  return found
}
let made = 0
const plan = (typed: Typed = {}) => {
  made += 1
  return people.act('audit_lead', register, 'start', { ...start, title: `Audit ${made}`, ...typed })
}
const act = (reference: string, action: string, typed: Typed = {}, by = 'audit_lead') =>
  people.act(by, register, action, typed, reference)
const read = async (reference: string) =>
  (await readRecord(world.engine, world.as('audit_lead'), register, reference)).held

const ofList: Typed = {
  ...{ kind: 'single', population: 'outsideList', fromDay: '', toDay: '', populationCount: '4' },
  ...{ sampleMethod: 'all', sampleSize: '' },
}
const withQuestion = async (typed: Typed = {}) => {
  const reference = await plan({ ...ofList, ...typed })
  await act(reference, 'addQuestion', question)
  await act(reference, 'publishSet')
  await act(reference, 'begin')
  return reference
}
const addCase = async (audit: string, subjectRef: string) => {
  const cases = other('AUC')
  const reference = await people.act('audit_lead', cases, 'start', {
    ...{
      audit,
      subjectRef,
      position: '',
      drawnOn: today(),
      childrenCount: '',
      teamAudited: '',
      agencyAudited: '',
    },
  })
  const assigned = { teamAudited: '', worker: '', auditor: 'Team manager', secondAuditor: 'Screening manager' }
  await people.act('audit_lead', cases, 'assign', assigned, reference)
  return reference
}
const answered = async (audit: string, subjectRef: string, answer: string) => {
  const cases = other('AUC')
  const reference = await addCase(audit, subjectRef)
  const { code } = question
  await people.act(
    'team_manager',
    cases,
    'answer',
    { code: String(code), answer, chosen: '', part: '', whole: '', answerWhy: '' },
    reference,
  )
  return reference
}
const through = async (audit: string, subjectRef: string, answer: string) => {
  const cases = other('AUC')
  const reference = await answered(audit, subjectRef, answer)
  const judgement = { grade: 'good', agreement: 'agreed', disagreedDecision: '', disagreedWhy: '' }
  await people.act('team_manager', cases, 'submit', { ...judgement, learning: '', goodPractice: '' }, reference)
  await people.act('audit_lead', cases, 'moderate', { moderationNote: '' }, reference)
  return reference
}

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

  it('are needed before auditing begins', async () => {
    const reference = await plan()
    await expect(act(reference, 'publishSet')).rejects.toThrow('no question')
    await expect(act(reference, 'begin')).rejects.toThrow('not published')
    await expect(act(reference, 'addQuestion', { ...question, code: 'A b' })).rejects.toMatchObject({
      problems: [{ field: 'code' }],
    })
  })
})

describe('a sample', () => {
  /** Contacts that ended without action, written as they stand. */
  const contacts = async (count: number, prefix: string) => {
    await world.engine.owner.query(
      `insert into canopy.contact (id, reference, state, version, created_at, created_by, updated_at, updated_by, closed_at, received_at,
         source, outcome, agreed_at)
       select gen_random_uuid(), $2 || n, 'closed', 1, '2025-11-01', $3, '2025-11-01', $3, '2025-11-01', '2025-11-01',
              case when n <= 2 then '1A' else '6' end, 'noFurtherAction', '2025-11-01' from generate_series(1, $1::int) n`,
      [count, prefix, world.as('screener').accountId],
    )
  }
  const draw = (reference: string, seed = 'spring') =>
    drawSample(world.engine, world.as('audit_lead'), auditSampling, { reference, seed })
  const subjects = async (reference: string) =>
    (
      await world.engine.owner.query(
        `select c.subject_ref as subject, c.stratum, c.audit_kind as kind, c.audit_title as title from canopy.audit_case c
          join canopy.audit a on a.id = c.audit where a.reference = $1 order by c.position`,
        [reference],
      )
    ).rows

  it('opens a case for each, in one transaction; the same words give it again, others do not', async () => {
    await contacts(30, 'CON-90-')
    const [one, two, three] = [await plan(), await plan(), await plan()]
    expect(await draw(one)).toBe(20)
    await draw(two)
    await draw(three, 'summer')
    const first = await subjects(one)
    expect(first).toHaveLength(20)
    expect(first[0]).toMatchObject({ kind: 'multi', stratum: null })
    expect((await subjects(two)).map(({ subject }) => subject)).toEqual(first.map(({ subject }) => subject))
    expect((await subjects(three)).map(({ subject }) => subject)).not.toEqual(first.map(({ subject }) => subject))
    const { row } = await read(one)
    expect(row).toMatchObject({ seed: 'spring', populationCount: 30, sampleSize: 20, drawnAt: at })
    await expect(draw(one)).rejects.toThrow('has been drawn')
    // More contacts and changed ones do not change what it was drawn from.
    setNow('2026-03-05T10:00:00.000Z')
    await world.engine.owner.query(
      `insert into canopy.contact_history (action, wording, id, reference, state, version, created_at, created_by, updated_at, updated_by,
         closed_at, received_at, source, outcome, agreed_at)
       select 'x', $1, id, reference, state, version, created_at, created_by, updated_at, updated_by, closed_at, received_at, source, outcome, agreed_at
         from canopy.contact where reference like 'CON-90-%'`,
      [world.engine.wordings.get('contact')],
    )
    await world.engine.owner.query(
      `update canopy.contact set outcome = 'earlyHelp', version = 2, updated_at = '2026-03-04' where reference like 'CON-90-1%'`,
    )
    const again = await drawnAgain(world.engine, world.as('audit_lead'), auditSampling, row, { seed: 'spring', at })
    expect(again).toEqual(first.map(({ subject }) => subject))
    await world.engine.owner.query(`delete from canopy.contact where reference like 'CON-90-%'`)
  })

  it('gives each group its share; larger than the cohort it is refused, and nothing is left of the attempt', async () => {
    await contacts(12, 'CON-91-')
    const [small, grouped] = [
      await plan(),
      await plan({ sampleMethod: 'stratified', stratifiedBy: 'source', sampleSize: '3' }),
    ]
    await expect(draw(small)).rejects.toMatchObject({
      problems: [{ message: 'The cohort has 12 cases: 20 cannot be drawn from it' }],
    })
    expect(await subjects(small)).toEqual([])
    expect((await read(small)).row.drawnAt).toBeNull()
    await draw(grouped)
    expect((await subjects(grouped)).map(({ stratum }) => stratum).sort()).toEqual(['1A', '6', '6'])
    await world.engine.owner.query(`delete from canopy.contact where reference like 'CON-91-%'`)
  })

  it('is not recorded without its cases, needs words, and is for the audit lead', async () => {
    const reference = await plan()
    await expect(act(reference, 'draw', { seed: 'spring' })).rejects.toMatchObject({
      problems: [{ field: 'seed', message: expect.stringContaining(`/audit/${reference}/sample`) }],
    })
    await expect(draw(reference, ' ')).rejects.toMatchObject({ problems: [{ field: 'seed' }] })
    const manager = world.as('partnership_manager')
    await expect(drawSample(world.engine, manager, auditSampling, { reference, seed: 'spring' })).rejects.toMatchObject(
      { kind: 'forbidden' },
    )
    const atHand = await plan({ sampleMethod: 'convenience', sampleSize: '' })
    await expect(draw(atHand)).rejects.toThrow('never called a sample')
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
      act(reference, 'recommend', { ...recommendation, recommendedFor: '7', recommendedAgency: '' }),
    ).rejects.toMatchObject({ problems: [{ field: 'recommendedFor' }, { field: 'recommendedAgency' }] })
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

describe('figures of audits, counted by hand', () => {
  const figure = async (key: string, period = 'financial_year:2022-23') => {
    const found = await figureOf(world.engine, world.as('scrutineer'), key, { period })
    return [found.numerator, found.denominator, found.open, found.overdue]
  }
  it('audits done and presented, findings, cohorts, feedback and repetition', async () => {
    setNow('2022-05-02T10:00:00.000Z')
    const typed = { plannedFor: '2022-05-02', populationCount: '10', sampleSize: '4' }
    const others = async (more: Typed = {}) => {
      const reference = await plan({ ...ofList, ...typed, sampleMethod: 'notRecorded', ...more })
      await act(reference, 'recordElsewhere', { summary: 'x', inspection: '', elsewhereNote: 'There' })
      return reference
    }
    const [one, two] = [await others(), await others({ kind: 'multi' })]
    await act(await plan({ ...ofList, ...typed }), 'markMistaken', { mistakenWhy: 'x' })
    for (const number of ['1', '2', '3']) await act(one, 'addFinding', { ...finding, number })
    await act(two, 'addFinding', { ...finding, findingKind: 'strength' })
    await act(one, 'recommend', { ...recommendation, recommendedFor: '2' })
    await act(one, 'present', { presentedTo: 'A', presentedOn: '2022-05-02' })
    await act(one, 'present', { presentedTo: 'B', presentedOn: '2022-05-02' })
    const said = { feedbackGroup: 'parents', feedbackWords: 'Respectful?', feedbackAnswered: '9' }
    await act(one, 'addFeedback', { ...said, feedbackYes: '6', feedbackPartly: '1' })
    await expect(act(one, 'addFeedback', { ...said, feedbackYes: '8', feedbackPartly: '2' })).rejects.toMatchObject({
      problems: [{ field: 'feedbackYes' }],
    })
    expect(await figure('audits_done')).toEqual([2, 2, null, null])
    expect(await figure('audits_presented')).toEqual([1, 1, null, null])
    expect(await figure('audit_findings_without_recommendation')).toEqual([2, 3, null, null])
    expect(await figure('audit_cohort_sampled')).toEqual([8, 20, null, null])
    expect(await figure('audit_feedback_yes')).toEqual([6, 9, null, null])
    expect(await figure('audit_feedback_partly')).toEqual([1, 9, null, null])
    // Due a year after their findings: one was made again on the last day, one a day late, one not.
    const due = async (on: string) => {
      setNow('2022-06-01T09:00:00.000Z')
      const reference = await withQuestion({ plannedFor: '2022-06-01' })
      await through(reference, `OWN-${on}`, 'yes')
      await act(reference, 'report', { summary: 'x' })
      if (on === '') return
      setNow(`${on}T12:00:00.000Z`)
      await withQuestion({ plannedFor: on, repeats: reference })
    }
    for (const on of ['2023-06-01', '2023-06-02', '']) await due(on)
    setNow('2023-07-01T09:00:00.000Z')
    expect(await figure('audits_repeated_in_time', 'month:2023-06')).toEqual([1, 3, 1, 1])
  })
})
