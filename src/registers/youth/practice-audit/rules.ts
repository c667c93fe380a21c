import { setting } from '../../../declare/clock.ts'
import { type Problem, when } from '../../../declare/input.ts'
import type { RowOf } from '../../../declare/record.ts'
import type { practiceAudit } from './record.ts'

type Audit = RowOf<typeof practiceAudit>

export const settings = {
  audit: setting({
    key: 'practice_audit_days',
    label: 'A piece of work chosen for audit is read within',
    unit: 'days',
    default: 92,
    source: 'Local policy (YJ-DISP)',
  }),
}

export const findingProblems = (
  row: Pick<Audit, 'writtenOn' | 'auditedOn' | 'same' | 'sameWhy'>,
): readonly Problem[] => [
  ...when(
    row.writtenOn !== null && row.auditedOn !== null && row.auditedOn < row.writtenOn,
    'auditedOn-day',
    'It cannot be read before it was written',
  ),
  ...when(row.same === 'no' && row.sameWhy === null, 'sameWhy', 'Say why the same would not have been written'),
]
