import type { Typed } from '../../src/declare/input.ts'
import { start as planned, question } from '../../src/registers/audits/audit/examples.ts'
import { judgement } from '../../src/registers/audits/audit-case/examples.ts'
import type { RawRow } from './oracle.ts'

type Act = (path: string, reference: string, action: string, by: string, typed?: Typed) => Promise<void>
type Begin = (
  path: string,
  example: number,
  until?: string,
  otherwise?: Readonly<Record<string, Typed>>,
) => Promise<string>
type RowsAt = (path: string) => Promise<readonly RawRow[]>

const lead = 'audit_lead'

/** Audits with questions and cases, as far as only the two together reach. */
export const makeFurtherAudits = async (act: Act, begin: Begin, rowsAt: RowsAt): Promise<void> => {
  const [audit, path] = ['audit', 'audit-case']
  const auditOf = async (reference: string): Promise<string> => {
    const id = (await rowsAt(path)).find(row => row.reference === reference)?.audit
    return (await rowsAt(audit)).find(row => row.id === id)?.reference ?? ''
  }
  const ready = async (typed: Typed = {}) => {
    const reference = await begin(audit, 1, undefined, { start: typed })
    await act(audit, reference, 'addQuestion', lead, question)
    await act(audit, reference, 'publishSet', lead)
    return reference
  }
  // Its sample can be drawn; its questions can be left out.
  await ready()
  const dropped = await begin(audit, 1)
  await act(audit, dropped, 'addQuestion', lead, question)
  await act(audit, dropped, 'dropQuestion', lead, { dropCode: String(question.code) })

  // One case from its question to its moderation, and the audit reported.
  const reference = await begin(path, 0)
  const its = await auditOf(reference)
  await act(audit, its, 'addQuestion', lead, question)
  await act(audit, its, 'publishSet', lead)
  await act(audit, its, 'begin', lead)
  await act(path, reference, 'assign', lead, {
    ...{ teamAudited: '', worker: '', auditor: 'Team manager', secondAuditor: 'Screening manager' },
  })
  await act(path, reference, 'answer', 'team_manager', {
    ...{ code: String(question.code), answer: 'yes', chosen: '', part: '', whole: '', answerWhy: '' },
  })
  await act(path, reference, 'submit', 'team_manager', judgement)
  await act(path, reference, 'moderate', lead, { moderationNote: '' })
  await act(audit, its, 'report', lead, { summary: 'The history was read.' })
  await act(audit, its, 'close', lead, { noRepeatWhy: 'One look was enough.' })
  await act(audit, its, 'reopen', lead)
  // Made again: the one before learns of it.
  const { title, ...rest } = planned
  const again = await ready({ ...rest, title: `${title}, again`, repeats: its })
  await act(audit, again, 'begin', lead)

  // Cases opened again, of several agencies, and handed in.
  const open = await begin(path, 1)
  await act(path, open, 'accountFor', lead, { notAuditedWhy: 'noTime', notAuditedNote: '' })
  await act(path, open, 'reopen', lead)
  const joint = await begin(path, 0, 'assign', {
    start: { audit: again, subjectRef: 'OWN-9001' },
  })
  await act(path, joint, 'gradeAgency', 'team_manager', {
    ...{ gradedAgency: 'Metropolitan Police', agencyGrade: 'good', agencyNote: '' },
  })
  await begin(path, 0, 'submit')
}
