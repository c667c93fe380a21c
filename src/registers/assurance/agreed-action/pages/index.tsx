import type { HandWrittenPage } from '../../../../web/public.ts'
import { boardPage, path } from './board.tsx'
import { sheetFile, wordFile } from './boardFiles.ts'

/** Those who follow actions of plans; who only has one of a meeting finds it among their own work. */
const readers = [
  'partnership_manager',
  'audit_lead',
  'scrutineer',
  'agency_lead',
  'youth_safety_lead',
  'youth_justice_manager',
] as const

/** The board of all actions of the partnership's own work, and the same as a file. */
export const agreedActionPages: readonly HandWrittenPage[] = [
  {
    method: 'GET',
    path,
    by: readers,
    name: 'board of actions',
    handler: boardPage,
    navigation: { text: 'Board of actions', order: 45 },
  },
  { method: 'GET', path: `${path}.docx`, by: readers, name: 'board of actions in Word', handler: wordFile },
  { method: 'GET', path: `${path}.xlsx`, by: readers, name: 'board of actions in Excel', handler: sheetFile },
]
