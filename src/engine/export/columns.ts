/** What a full export says of a record besides its answers; never taken from a file. */
export const engineExportColumns = [
  'reference',
  'state',
  'allocatedTo',
  'nextDueAt',
  'createdAt',
  'updatedAt',
  'closedAt',
] as const
