import { type Options, optionOf, plainLabelOf } from '../../../declare/field.ts'
import type { AnyRow } from '../../../declare/record.ts'
import type { PackDocument } from '../../../engine/documents/pack.ts'
import { type Meetings, typeOf } from '../../../engine/meetings/kinds.ts'
import type { FrozenPack } from '../../../engine/meetings/pack.ts'
import { type For, versionFor } from '../../../engine/meetings/version.ts'
import { directoryFor } from '../../../engine/people/directory.ts'
import { within } from '../../../engine/store/transaction.ts'
import { formatInstant } from '../../../kit/dates.ts'
import type { Visit, Web } from '../../web.ts'
import { runsThem } from './agenda.tsx'

export const audiences: readonly For[] = ['full', 'partner', 'school']

/** The words of a code of a register, or of one of its lines. */
export const words = (
  register: Meetings['registers']['item'],
  field: string,
  code: unknown,
  group?: string,
): string => {
  const declared = (group === undefined ? register.record.fields : register.record.lines[group]?.fields)?.[field]
  return declared?.kind === 'choice' && typeof code === 'string'
    ? (optionOf(declared.options as Options, code)?.label ?? code)
    : ''
}

/** What a page says, in the order in which it is read; nothing for what is empty. */
const told = ['sinceLast', 'whyNow', 'tried', 'plan', 'voice', 'asks', 'openActions', 'policeOnly'] as const

const factsOf = (meetings: Meetings, page: AnyRow, school: string | null): readonly (readonly [string, string])[] => {
  const { page: register } = meetings.registers
  const risk = words(register, 'risk', page.risk)
  const before = words(register, 'risk', page.riskBefore)
  const change = words(register, 'change', page.change)
  return [
    ...(risk === ''
      ? []
      : [['Risk', before === '' ? `${risk}. ${change}` : `${risk}, before ${before}. ${change}`] as const]),
    ...(page.aliases ? [['Also called', String(page.aliases)] as const] : []),
    ...(school ? [['School', school] as const] : []),
    ...(page.placedIn ? [['Placed in', String(page.placedIn)] as const] : []),
    ...told.flatMap(name => {
      const field = register.record.fields[name]
      return field && page[name] ? [[plainLabelOf(field), String(page[name])] as const] : []
    }),
  ]
}

export const titleOf = (page: AnyRow): string => `${String(page.position)}. ${String(page.called ?? 'Without a name')}`

/** Where a page stands in the article: the same in the contents, the picture and the counts. */
export const anchorOf = (page: AnyRow): string => page.reference.toLowerCase()

const networkOf = (page: AnyRow) =>
  typeof page.network === 'string'
    ? page.network.split('\n').map(line => {
        const [name = '', ...rest] = line.split(': ')
        return { name, is: rest.join(': ') }
      })
    : []

/** Which version, for which school, and the number of the copy; none for a preview. */
export interface Wanted {
  readonly audience: For
  readonly school: string | null
  readonly copy: number | null
}

/** A frozen pack as a document for one audience: what stands on its sheets, in the order of its sections. */
export const documentOf = async (
  web: Web,
  visit: Visit,
  meetings: Meetings,
  frozen: FrozenPack,
  wanted: Wanted,
): Promise<PackDocument> => {
  const { page: register, pack: packRegister } = meetings.registers
  const { pack, sitting: meeting, pages } = frozen
  const shown = versionFor(pages, wanted.audience, wanted.school)
  const { agencies } = await within(web.engine, visit.actor, tx =>
    directoryFor(tx, web.engine, register.record.fields, [...shown]),
  )
  const schoolName = (id: unknown) => agencies.find(one => one.id === id)?.name ?? null
  const version = words(packRegister, 'audience', wanted.audience, 'copies')
  const short = typeOf(meetings, meeting.kind).short
  const sectionField = register.record.fields.section
  const sections = sectionField?.kind === 'choice' ? Object.keys(sectionField.options) : []
  const own = wanted.audience === 'school'
  return {
    title: `${short}, ${formatInstant(String(meeting.startsAt))}: pack, version ${String(pack.number)}`,
    running: [
      `${pack.reference}, version ${String(pack.number)} (${version})`,
      'Official: sensitive',
      wanted.copy === null ? 'Preview: not to be given out' : `Copy ${wanted.copy}`,
      `as at ${formatInstant(String(pack.frozenAt))}`,
    ].join(', '),
    notes: [
      `As at ${formatInstant(String(pack.frozenAt))}. What has changed since stands in the records, not here.`,
      ...(own
        ? []
        : [
            `Children: ${pack.up} up, ${pack.down} down, ${pack.fresh} new, ${pack.same} the same.`,
            `Actions from last time: ${pack.actionsDone} done, ${pack.actionsLate} late, ${pack.actionsBlocked} blocked, ${pack.actionsOpen} not due yet.`,
          ]),
    ],
    sections: sections
      .map(section => ({
        title: words(register, 'section', section),
        pages: shown
          .filter(one => one.section === section)
          .map(one => ({
            id: anchorOf(one),
            title: titleOf(one),
            facts: factsOf(meetings, one, schoolName(one.school)),
            network: networkOf(one),
          })),
      }))
      .filter(({ pages: any }) => any.length > 0),
  }
}

export const audienceOf = (value: unknown): For => audiences.find(one => one === value) ?? 'partner'

/** Without the passages for police and council, whoever is not shown them; a school's version for those who run the meeting. */
export const mayHave = (meetings: Meetings, visit: Visit, audience: For): boolean => {
  const hidden = (
    meetings.registers.page.access.hide as Readonly<Record<string, readonly string[] | undefined>> | undefined
  )?.policeOnly
  return audience === 'full'
    ? !(hidden ?? []).includes(visit.actor.role)
    : audience === 'partner' || runsThem(meetings, visit)
}
