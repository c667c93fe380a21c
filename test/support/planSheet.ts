import exceljs from 'exceljs'
import { type PlanItem, planOf2020 } from '../../src/demo/planOf2020.ts'

const head = ['No', 'Recommendation', 'Outcome Required', 'Lead/s', 'Timescale', 'RAG status', 'Update']

/**
 * The plan of 2020 as people keep it: a title over the headings, and one merged cell for a recommendation that has several parts.
 * @param version which of its updates it tells
 */
export const planWorkbook = async (
  version: 'july' | 'september',
  { items = planOf2020, status = '' }: { readonly items?: readonly PlanItem[]; readonly status?: string } = {},
): Promise<Buffer> => {
  const workbook = new exceljs.Workbook()
  const sheet = workbook.addWorksheet('Plan')
  sheet.addRow(['Addressing disproportionality: action plan'])
  sheet.mergeCells('A1:G1')
  sheet.addRow([])
  sheet.addRow(head)
  for (const { number, words, outcome, parts } of items) {
    const from = sheet.rowCount + 1
    for (const part of parts)
      sheet.addRow([`${number}.`, words, outcome, part.leads, part.timescale, status, part[version]])
    for (const column of parts.length > 1 ? ['A', 'B', 'C'] : [])
      sheet.mergeCells(`${column}${from}:${column}${sheet.rowCount}`)
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
