import type { Typed } from '../../src/declare/input.ts'
import type { RawRow } from './oracle.ts'

type Act = (path: string, reference: string, action: string, by: string, typed?: Typed) => Promise<void>
type Begin = (
  path: string,
  example: number,
  until?: string,
  otherwise?: Readonly<Record<string, Typed>>,
) => Promise<string>
type RowsAt = (path: string) => Promise<readonly RawRow[]>

const lead = 'agency_lead'
const [manager, other] = ['partnership_manager', 'audit_lead']
export const done = { doneOn: '2026-03-03', result: 'Every new starter has had the session.' }
export const shown = {
  shownOn: '2026-03-03',
  evidenceKind: 'audit',
  figure: '',
  auditRef: 'AUD-26-00001',
  shows: 'Yes.',
}

/** Recommendations and actions in the states that only what follows from each other reaches. */
export const makeFurtherActions = async (act: Act, begin: Begin, rowsAt: RowsAt): Promise<void> => {
  const [plan, path, action] = ['action-plan', 'recommendation', 'agreed-action']
  await begin(plan, 0)
  const actionOf = async (reference: string): Promise<string> => {
    const id = (await rowsAt(path)).find(row => row.reference === reference)?.id
    return (await rowsAt(action)).find(row => row.recommendation === id)?.reference ?? ''
  }
  const agreed = () => begin(path, 0, 'agreeAction')
  const carriedOut = async (): Promise<readonly [string, string]> => {
    const reference = await agreed()
    const its = await actionOf(reference)
    await act(action, its, 'report', lead, done)
    await act(action, its, 'agreeDone', manager)
    await act(path, reference, 'report', lead, { result: 'It is part of the training.' })
    return [reference, its]
  }
  await begin(path, 0)
  const first = await agreed()
  const second = await agreed()
  await act(action, await actionOf(second), 'askDate', lead, {
    askedFor: '2027-09-01 17:00',
    askedWhy: 'No trainer yet',
  })
  await act(path, await agreed(), 'supersede', other, { supersededBy: first, supersededWhy: 'The later says more' })
  await carriedOut()
  const [ended] = await carriedOut()
  await act(path, ended, 'agreeDone', manager)
  const [works, its] = await carriedOut()
  await act(path, works, 'agreeDone', manager)
  await act(action, its, 'addEvidence', lead, shown)
  // Shown to work, and not said so yet.
  const [open, evident] = await carriedOut()
  await act(path, open, 'agreeDone', manager)
  await act(action, evident, 'addEvidence', lead, shown)
  await act(action, its, 'embed', manager, { effect: 'Decisions are read for bias.' })
  await act(path, works, 'embed', manager, { effect: 'Decisions are read for bias.' })
  const [all, last] = await carriedOut()
  await act(path, all, 'agreeDone', manager)
  await act(action, last, 'addEvidence', lead, shown)
  await act(action, last, 'embed', manager, { effect: 'Decisions are read for bias.' })
}
