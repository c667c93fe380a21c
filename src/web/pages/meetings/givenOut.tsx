import { type Options, optionOf, plainLabelOf } from '../../../declare/field.ts'
import type { AnyRow } from '../../../declare/record.ts'
import { pathOf } from '../../../declare/register.ts'
import type { Role } from '../../../declare/roles.ts'
import type { PackDocument } from '../../../engine/documents/pack.ts'
import { type Meetings, typeOf } from '../../../engine/meetings/kinds.ts'
import {
  type Difference,
  differenceOf,
  type FrozenPack,
  freezePack,
  packsOf,
  takeCopy,
} from '../../../engine/meetings/pack.ts'
import { type For, versionFor } from '../../../engine/meetings/version.ts'
import { notFound } from '../../../engine/outcome.ts'
import { directoryFor } from '../../../engine/people/directory.ts'
import { within } from '../../../engine/store/transaction.ts'
import { now } from '../../../kit/clock.ts'
import { formatInstant } from '../../../kit/dates.ts'
import { plural } from '../../../kit/names.ts'
import { Button, ButtonGroup, Form, InsetText, Radios, Select, Table, TextInput } from '../../components/index.ts'
import { frame } from '../../frame.tsx'
import type { Handler, HandWrittenPage, Visit, Web } from '../../web.ts'
import { runsThem } from './agenda.tsx'
import { PackArticle, packHtml } from './packArticle.tsx'
import { pathsOf } from './words.ts'

const audiences: readonly For[] = ['full', 'partner', 'school']

const words = (register: Meetings['registers']['item'], field: string, code: unknown, group?: string): string => {
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

const networkOf = (page: AnyRow) =>
  typeof page.network === 'string'
    ? page.network.split('\n').map(line => {
        const [name = '', ...rest] = line.split(': ')
        return { name, is: rest.join(': ') }
      })
    : []

interface Wanted {
  readonly audience: For
  readonly school: string | null
  readonly copy: number | null
}

const documentOf = async (
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
            id: one.reference.toLowerCase(),
            title: `${String(one.position)}. ${String(one.called ?? 'Without a name')}`,
            facts: factsOf(meetings, one, schoolName(one.school)),
            network: networkOf(one),
          })),
      }))
      .filter(({ pages: any }) => any.length > 0),
  }
}

const audienceOf = (value: unknown): For => audiences.find(one => one === value) ?? 'partner'

/** Without the passages for police and council, whoever is not shown them; a school's version for those who run the meeting. */
const mayHave = (meetings: Meetings, visit: Visit, audience: For): boolean => {
  const hidden = (
    meetings.registers.page.access.hide as Readonly<Record<string, readonly string[] | undefined>> | undefined
  )?.policeOnly
  return audience === 'full'
    ? !(hidden ?? []).includes(visit.actor.role)
    : audience === 'partner' || runsThem(meetings, visit)
}

const Changes = ({ meetings, differences }: { meetings: Meetings; differences: readonly Difference[] }) => {
  const { page: register } = meetings.registers
  const said = { added: 'New page', removed: 'Page taken out', changed: 'Changed' } as const
  return (
    <Table
      id="differences"
      caption="What differs from the version before"
      captionClasses="govuk-table__caption--m"
      narrow="rows"
      head={['Page', 'What', 'In'].map(content => ({ content }))}
      rows={differences.map(({ page, what, fields }) => [
        { content: `${String(page.position)}. ${String(page.called ?? '')}` },
        { content: said[what] },
        {
          content:
            fields
              .map(name => {
                const field = register.record.fields[name]
                return field ? plainLabelOf(field) : name
              })
              .join(', ') || '–',
        },
      ])}
    />
  )
}

const GiveOut = ({
  meetings,
  visit,
  frozen,
  schools,
}: {
  meetings: Meetings
  visit: Visit
  frozen: FrozenPack
  schools: readonly { id: string; name: string }[]
}) => {
  const { pack: register } = meetings.registers
  const paths = pathsOf(meetings, frozen.sitting.reference)
  return (
    <Form action={`${paths.pack}/${frozen.pack.reference}/copy`} csrf={visit.csrf}>
      <h2 class="govuk-heading-m">Give out a copy</h2>
      <p class="govuk-body">
        Each copy has its number on every sheet. Who took it, in which version and for whom is kept.
      </p>
      <Radios
        name="audience"
        legend="Which version?"
        legendClasses="govuk-fieldset__legend--s"
        items={audiences
          .filter(one => mayHave(meetings, visit, one))
          .map(value => ({ value, label: words(register, 'audience', value, 'copies') }))}
      />
      <Select
        id="school"
        name="school"
        label="For which school, if it is for a school?"
        labelClasses="govuk-label--s"
        items={[{ value: '', text: 'No school' }, ...schools.map(({ id, name }) => ({ value: id, text: name }))]}
        value=""
      />
      <TextInput id="forWhom" name="forWhom" label="For whom?" labelClasses="govuk-label--s" value="" />
      <ButtonGroup>
        <Button name="form" value="word">
          Word
        </Button>
        <Button name="form" value="pdf" kind="secondary">
          PDF
        </Button>
      </ButtonGroup>
    </Form>
  )
}

const schoolsIn = async (web: Web, visit: Visit, meetings: Meetings, pages: readonly AnyRow[]) => {
  const { agencies } = await within(web.engine, visit.actor, tx =>
    directoryFor(tx, web.engine, meetings.registers.page.record.fields, [...pages]),
  )
  const ids = new Set(pages.map(({ school }) => school))
  return agencies.filter(({ id }) => ids.has(id))
}

/** The packs of a meeting: freezing, what changed, a preview, and copies. */
const packShown =
  (meetings: Meetings): Handler =>
  async (web, visit) => {
    const { reference = '' } = visit.params
    const packs = await packsOf(web.engine, visit.actor, meetings, reference)
    const paths = pathsOf(meetings, reference)
    const [newest, before] = packs
    const runs = runsThem(meetings, visit)
    const wanted = audienceOf(visit.query.as)
    const audience = mayHave(meetings, visit, wanted) ? wanted : 'partner'
    const school = typeof visit.query.school === 'string' && visit.query.school !== '' ? visit.query.school : null
    const document = newest ? await documentOf(web, visit, meetings, newest, { audience, school, copy: null }) : null
    const schools = newest ? await schoolsIn(web, visit, meetings, newest.pages) : []
    return {
      page: frame(web, visit, {
        title: 'Pack',
        section: `Meeting ${reference}`,
        back: { href: paths.own, text: 'The meeting' },
        reference: newest?.pack.reference ?? reference,
        children: (
          <>
            <span class="govuk-caption-l">Meeting {reference}</span>
            <h1 class="govuk-heading-l">Pack</h1>
            {runs && (
              <Form action={`${paths.pack}/freeze`} csrf={visit.csrf}>
                <Button preventDoubleClick={true}>{newest ? 'Freeze the next version' : 'Freeze the pack'}</Button>
              </Form>
            )}
            {!newest && <p class="govuk-body">Nothing is frozen yet. The pack is made of what is on the agenda.</p>}
            {newest && document && (
              <>
                <InsetText>
                  Version {String(newest.pack.number)}, as at {formatInstant(String(newest.pack.frozenAt))}:{' '}
                  {plural(newest.pages.length, 'page')}.
                </InsetText>
                {before && (
                  <Changes meetings={meetings} differences={differenceOf(meetings, before.pages, newest.pages)} />
                )}
                {runs && <GiveOut meetings={meetings} visit={visit} frozen={newest} schools={schools} />}
                <h2 class="govuk-heading-m">
                  Preview: {words(meetings.registers.pack, 'audience', audience, 'copies')}
                </h2>
                <ul class="govuk-list">
                  {audiences
                    .filter(one => one !== audience && one !== 'school' && mayHave(meetings, visit, one))
                    .map(one => (
                      <li>
                        <a class="govuk-link" href={`${paths.pack}?as=${one}`}>
                          Preview as {words(meetings.registers.pack, 'audience', one, 'copies').toLowerCase()}
                        </a>
                      </li>
                    ))}
                  {runs &&
                    schools.map(({ id, name }) => (
                      <li>
                        <a class="govuk-link" href={`${paths.pack}?as=school&school=${id}`}>
                          Preview for {name}
                        </a>
                      </li>
                    ))}
                </ul>
                <PackArticle document={document} />
              </>
            )}
          </>
        ),
      }),
    }
  }

const freeze =
  (meetings: Meetings): Handler =>
  async (web, visit) => {
    const { reference = '' } = visit.params
    await freezePack(web.engine, visit.actor, meetings, reference)
    return { redirect: pathsOf(meetings, reference).pack }
  }

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const copyOf =
  (meetings: Meetings): Handler =>
  async (web, visit) => {
    const { reference = '', pack = '' } = visit.params
    const { typed } = visit
    const audience = audiences.find(one => one === typed.audience)
    const school = typeof typed.school === 'string' && typed.school !== '' ? typed.school : null
    if (!audience || !mayHave(meetings, visit, audience) || (audience === 'school' && school === null))
      return { redirect: `${pathsOf(meetings, reference).pack}?missing=version` }
    const frozen = (await packsOf(web.engine, visit.actor, meetings, reference)).find(
      one => one.pack.reference === pack,
    )
    if (!frozen) throw notFound()
    const form = typed.form === 'pdf' ? 'pdf' : 'word'
    const { copy } = await takeCopy(web.engine, visit.actor, meetings, pack, {
      audience,
      school: audience === 'school' ? (school ?? '') : '',
      form,
      forWhom: typeof typed.forWhom === 'string' ? typed.forWhom : '',
    })
    await web.engine.ledger.write({
      at: now(),
      actor: visit.actor,
      event: 'exported',
      register: meetings.registers.pack.record.key,
      recordId: frozen.pack.id,
      reference: pack,
      detail: `${audience} ${form} copy ${copy}`,
    })
    const document = await documentOf(web, visit, meetings, frozen, { audience, school, copy })
    const name = `${pack}-${audience}-${copy}`
    return form === 'word'
      ? { file: await web.documents.pack(document), type: wordType, name: `${name}.docx` }
      : {
          file: await web.documents.pdf(packHtml(document), document.running),
          type: 'application/pdf',
          name: `${name}.pdf`,
        }
  }

/** Packs of a meeting: frozen, compared, previewed for each audience, given out in Word and PDF. */
export const packOfMeetingPages = (meetings: Meetings, readers: readonly Role[]): readonly HandWrittenPage[] => {
  const path = `/${pathOf(meetings.registers.sitting)}/:reference/pack`
  return [
    { method: 'GET', path, by: readers, name: 'meeting pack', handler: packShown(meetings) },
    { method: 'POST', path: `${path}/freeze`, by: readers, name: 'freeze pack', handler: freeze(meetings) },
    { method: 'POST', path: `${path}/:pack/copy`, by: readers, name: 'copy of pack', handler: copyOf(meetings) },
  ]
}
