import type { Register } from '../../declare/register.ts'
import { exportList, mayExport } from '../../engine/export/exportList.ts'
import { notFound } from '../../engine/outcome.ts'
import { readListQuery } from '../listQuery.ts'
import type { Handler } from '../web.ts'

/** The list as it is seen, over all its pages, as a file. The reading is in the ledger before it leaves. */
export const exportPage =
  (register: Register): Handler =>
  async (web, visit) => {
    if (!mayExport(register, visit.actor.role)) throw notFound()
    const format = visit.query.format === 'xlsx' ? 'xlsx' : 'csv'
    const query = readListQuery(register, visit)
    const { name, type, body } = await exportList(web.engine, visit.actor, register, query, format)
    return { file: body, type, name }
  }
