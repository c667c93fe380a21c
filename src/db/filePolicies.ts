import type { Register } from '../declare/register.ts'
import { isSystem, roleIs, signedIn } from './whoAsks.ts'

/** Roles that see records of the register and not their files. */
export const blindToFiles = ({ access, files }: Register): readonly string[] => [
  ...(access.pseudonymised ?? []),
  ...(files?.hide ?? []),
]

/** Asked through the record's own policies, as a line is: what is withheld there is withheld here. */
const seenWithRecord = (register: Register): string => {
  const { key } = register.record
  const blind = blindToFiles(register)
  return [
    `file.register = '${key}'`,
    ...(blind.length > 0 ? [`not (${roleIs(...blind)})`] : []),
    `exists (select 1 from canopy.${key} r where r.id = file.record_id)`,
  ].join(' and ')
}

const anyOf = (conditions: readonly string[]): string => conditions.map(one => `(${one})`).join(' or ')

const ofOwnDraft = 'exists (select 1 from canopy.draft d where d.id = file.draft_id)'

/** Grants and policies of files: a file is seen with what it belongs to, bytes are read through a file that may be opened. */
export const fileTables = (registers: readonly Register[]) => {
  const taking = registers.filter(({ files }) => files !== undefined)
  const seen = anyOf([isSystem, ofOwnDraft, ...taking.map(seenWithRecord)])
  const changed = anyOf([
    isSystem,
    ofOwnDraft,
    ...taking.map(register => `${roleIs(...(register.files?.by ?? []))} and ${seenWithRecord(register)}`),
  ])
  return {
    file: {
      grant:
        'select, insert, delete, update (draft_id, register, record_id, state, found, scanned_at, scan_failed_at, removed_at, removed_by, removed_why)',
      policies: [`select|${seen}`, `insert|${changed}`, `update|${changed}`, `delete|${ofOwnDraft}`],
    },
    file_content: {
      grant: 'select, insert',
      policies: [
        `select|${isSystem} or exists (select 1 from canopy.file f where f.content = file_content.digest and f.state in ('clean', 'not_scanned') and f.removed_at is null)`,
        `insert|${signedIn}`,
      ],
    },
  }
}
