import { clock, hours, nextSchoolDay, workingDays } from '../../../declare/clock.ts'
import type { RowOf } from '../../../declare/record.ts'
import { operationEncompass } from './record.ts'
import { settings, statutoryFrom, voluntaryUntil } from './rules.ts'

/** A child without a school has no calendar but the council's, where one is loaded: else the next working day, provisional. */
const ownSchoolDay = (row: RowOf<typeof operationEncompass>) =>
  nextSchoolDay(row.school === null ? 'council' : 'school')

const told = { rule: 'OE-01', starts: 'attendedAt', meets: 'deliveredAt', due: ownSchoolDay } as const

export const toldVoluntary = clock(operationEncompass, {
  ...told,
  key: 'told_voluntary',
  label: 'Tell the school before its next school day',
  basis: 'Operation Encompass, a voluntary scheme of the police and schools until November 2025',
  validTo: voluntaryUntil,
})

export const toldStatutory = clock(operationEncompass, {
  ...told,
  key: 'told_statutory',
  label: 'Tell the school before its next school day',
  basis:
    'Victims and Prisoners Act 2024 (duty to notify schools) and the Home Office statutory guidance published 7 November 2025',
  validFrom: statutoryFrom,
})

export const acknowledgement = clock(operationEncompass, {
  key: 'acknowledgement',
  label: 'The key adult says that they have read it',
  basis: 'Local policy',
  rule: 'OE-02',
  starts: 'deliveredAt',
  meets: 'acknowledgedAt',
  when: row => row.cameBackAt === null || row.acknowledgedAt !== null,
  due: workingDays(settings.acknowledge),
})

/** What came back has reached nobody who can help: it has a clock of its own, beside that of the first delivery (TC-07). */
export const sendOn = clock(operationEncompass, {
  key: 'send_on',
  label: 'Send it to the right school',
  basis: 'Local policy',
  rule: 'OE-01',
  starts: 'cameBackAt',
  meets: 'sentOnAt',
  due: hours(settings.sendOn),
})

export const clocks = [toldVoluntary, toldStatutory, acknowledgement, sendOn]
