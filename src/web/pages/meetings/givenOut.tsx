import { plainLabelOf } from '../../../declare/field.ts'
import type { Problem } from '../../../declare/input.ts'
import type { AnyRow } from '../../../declare/record.ts'
import { pathOf } from '../../../declare/register.ts'
import type { Role } from '../../../declare/roles.ts'
import type { Meetings } from '../../../engine/meetings/kinds.ts'
import {
  type Difference,
  differenceOf,
  type FrozenPack,
  freezePack,
  packsOf,
  takeCopy,
} from '../../../engine/meetings/pack.ts'
import { notFound } from '../../../engine/outcome.ts'
import { directoryFor } from '../../../engine/people/directory.ts'
import { within } from '../../../engine/store/transaction.ts'
import { now } from '../../../kit/clock.ts'
import { formatInstant } from '../../../kit/dates.ts'
import { plural } from '../../../kit/names.ts'
import { Button, ButtonGroup, Form, InsetText, Radios, Select, Table, TextInput } from '../../components/index.ts'
import { frame } from '../../frame.tsx'
import type { Answer, Handler, HandWrittenPage, Visit, Web } from '../../web.ts'
import { runsThem } from './agenda.tsx'
import { PackArticle, packHtml } from './packArticle.tsx'
import { anchorOf, audienceOf, audiences, documentOf, mayHave, titleOf, words } from './packModel.ts'
import { pathsOf } from './words.ts'

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
        { content: titleOf(page) },
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

/** Who moved which way, each with the way to the page: the numbers of the pack are these (MACE-5). */
const Moved = ({ meetings, frozen }: { meetings: Meetings; frozen: FrozenPack }) => {
  const { page: register } = meetings.registers
  const children = frozen.pages.filter(({ section }) => section === 'children')
  const field = register.record.fields.change
  const codes = field?.kind === 'choice' ? Object.keys(field.options) : []
  return (
    <Table
      id="moved"
      caption="Children by what changed since last time"
      captionClasses="govuk-table__caption--m"
      narrow="rows"
      head={['Change', 'Children', 'Who'].map(content => ({ content }))}
      rows={codes.map(code => {
        const moved = children.filter(({ change }) => change === code)
        return [
          { content: words(register, 'change', code) },
          { content: String(moved.length), format: 'numeric' as const },
          {
            content:
              moved.length === 0
                ? '–'
                : moved.map((page, at) => (
                    <>
                      {at > 0 && ', '}
                      <a class="govuk-link" href={`#${anchorOf(page)}`}>
                        {titleOf(page)}
                      </a>
                    </>
                  )),
          },
        ]
      })}
    />
  )
}

const messageFor = (problems: readonly Problem[], field: string): string | undefined =>
  problems.find(one => one.field === field)?.message

const GiveOut = ({
  meetings,
  visit,
  frozen,
  schools,
  problems,
}: {
  meetings: Meetings
  visit: Visit
  frozen: FrozenPack
  schools: readonly { id: string; name: string }[]
  problems: readonly Problem[]
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
        error={messageFor(problems, 'audience')}
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
        error={messageFor(problems, 'school')}
        value={String(visit.typed.school ?? '')}
      />
      <TextInput
        id="forWhom"
        name="forWhom"
        label="For whom? (optional)"
        labelClasses="govuk-label--s"
        value={String(visit.typed.forWhom ?? '')}
      />
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
const showPack = async (
  web: Web,
  visit: Visit,
  meetings: Meetings,
  problems: readonly Problem[] = [],
): Promise<Answer> => {
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
    status: problems.length > 0 ? 422 : 200,
    page: frame(web, visit, {
      title: 'Pack',
      problems,
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
              <Moved meetings={meetings} frozen={newest} />
              {before && (
                <Changes meetings={meetings} differences={differenceOf(meetings, before.pages, newest.pages)} />
              )}
              {runs && (
                <GiveOut meetings={meetings} visit={visit} frozen={newest} schools={schools} problems={problems} />
              )}
              <h2 class="govuk-heading-m">Preview: {words(meetings.registers.pack, 'audience', audience, 'copies')}</h2>
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
    const problems = [
      ...(!audience || !mayHave(meetings, visit, audience)
        ? [{ field: 'audience', message: 'Select which version the copy is of' }]
        : []),
      ...(audience === 'school' && school === null
        ? [{ field: 'school', message: 'Select which school it is for' }]
        : []),
    ]
    if (!audience || problems.length > 0) return showPack(web, visit, meetings, problems)
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
    { method: 'GET', path, by: readers, name: 'meeting pack', handler: (web, visit) => showPack(web, visit, meetings) },
    { method: 'POST', path: `${path}/freeze`, by: readers, name: 'freeze pack', handler: freeze(meetings) },
    { method: 'POST', path: `${path}/:pack/copy`, by: readers, name: 'copy of pack', handler: copyOf(meetings) },
  ]
}
