import type { Typed } from '../../src/declare/input.ts'
import type { Register } from '../../src/declare/register.ts'
import { readRecord } from '../../src/engine/store/read.ts'
import { today } from '../../src/kit/clock.ts'
import { question, start } from '../../src/registers/audits/audit/examples.ts'
import { auditRegister as register } from '../../src/registers/audits/audit/index.ts'
import type { People } from './people.ts'
import type { World } from './world.ts'

export type Audits = ReturnType<typeof createAudits>

/** A list kept elsewhere of which all is audited. */
export const ofList: Typed = {
  ...{ kind: 'single', population: 'outsideList', fromDay: '', toDay: '', populationCount: '4' },
  ...{ sampleMethod: 'all', sampleSize: '' },
}

/** Audits in a test world: planned, with a question, and with cases from their choice to their moderation. */
export const createAudits = (world: World, people: People) => {
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

  return { other, plan, act, read, withQuestion, addCase, answered, through }
}
