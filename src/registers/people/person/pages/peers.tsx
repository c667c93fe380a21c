import { today } from '../../../../kit/clock.ts'
import { formatDay } from '../../../../kit/dates.ts'
import { sentenceCase } from '../../../../kit/names.ts'
import {
  type Answer,
  fieldContext,
  frame,
  type Handler,
  InsetText,
  identity,
  mayStartAt,
  type Picture,
  type RecordView,
  readRecord,
  recordNavigation,
  Table,
  type Visit,
  type Web,
  within,
} from '../../../../web/public.ts'
import { personRegister } from '../index.ts'
import { mayRecord } from '../pathway.ts'
import type { Person } from '../rules.ts'
import { factsOf } from '../words.ts'
import { FamilyPicture } from './family.tsx'
import { samePerson } from './load.ts'
import { mostPeers, type PeersData, readGroupPeers, readPeers } from './peersLoad.ts'
import { peerMapOf, registerOf } from './peersMap.ts'

const link = (words: string, href: string | undefined) =>
  href === undefined ? (
    words
  ) : (
    <a class="govuk-link" href={href}>
      {words}
    </a>
  )

/** "Likely, more than one source", and below it who says so. */
const How = ({ row: { sure, source } }: { readonly row: Picture['rows'][number] }) => (
  <span>
    {sentenceCase(sure ?? '')}
    {source && [<br />, source]}
  </span>
)

/** Every line of the map as a row, by the number on the line, and everybody and every group in it. */
const PeerLists = ({ picture }: { readonly picture: Picture }) => {
  const parts = picture.rows.some(({ part }) => part)
  return (
    <>
      <Table
        id="peer-lines"
        caption="Every line of the picture, by its number"
        captionClasses="govuk-table__caption--m"
        classes="canopy-table--worklist"
        head={[
          'Number',
          'Who',
          'Is or was',
          'To whom',
          ...(parts ? ['In the group'] : []),
          'How sure, and from where',
          'Since',
          'Until',
        ].map(content => ({ content }))}
        rows={picture.rows.map(row =>
          [
            String(row.number),
            link(row.who, row.whoHref),
            link(row.relation, row.href),
            link(row.toWhom, row.toWhomHref),
            ...(parts ? [row.part ?? '–'] : []),
            <How row={row} />,
            row.since || '–',
            row.until || '–',
          ].map((content, at) => ({ content, ...(at === 0 ? { attributes: { 'data-edge-row': row.edgeId } } : {}) })),
        )}
        narrow="rows"
      />
      <Table
        id="peer-nodes"
        caption="Everybody and every group in the picture"
        captionClasses="govuk-table__caption--m"
        head={['Name', 'What', 'Dates'].map(content => ({ content }))}
        rows={picture.nodes.map(({ id, name, href, what, dates }) => [
          { content: link(name, href), attributes: { 'data-node-row': id } },
          { content: what },
          { content: dates || '–' },
        ])}
        narrow="rows"
      />
    </>
  )
}

const Start = ({ web, visit }: { readonly web: Web; readonly visit: Visit }) =>
  mayRecord(visit.actor.role) ? (
    <ul class="govuk-list canopy-screen-only">
      <li>
        <a class="govuk-link" href="/relationship/start">
          Record a friend or associate as a relationship
        </a>
      </li>
      {mayStartAt(web, visit, '/peer-group') && (
        <li>
          <a class="govuk-link" href="/peer-group/start">
            Record a group
          </a>
        </li>
      )}
    </ul>
  ) : null

interface Shown {
  readonly web: Web
  readonly visit: Visit
  readonly data: PeersData
  readonly picture: Picture
  readonly address: string
  /** What stands there instead of a picture without a line. */
  readonly nothing: string
}

const PeerPicture = ({ web, visit, data, picture, address, nothing }: Shown) =>
  picture.rows.length === 0 ? (
    <>
      <InsetText>{nothing}</InsetText>
      <Start web={web} visit={visit} />
    </>
  ) : (
    <>
      <p class="govuk-body">{picture.summary}</p>
      <p class="govuk-body">
        To be in this picture is information about a child, not a finding against one. What is over is kept: children
        move between groups.
      </p>
      {data.found > mostPeers && (
        <InsetText>
          The picture and its lists show {mostPeers} of {data.found} people: those who left a group longest ago are left
          out first.
        </InsetText>
      )}
      <FamilyPicture picture={picture} label="Picture of friends and groups" />
      <p class="govuk-body canopy-screen-only">
        <a class="govuk-link" href={`${address}?format=svg`}>
          Download the picture (SVG)
        </a>
      </p>
      <PeerLists picture={picture} />
      <Start web={web} visit={visit} />
    </>
  )

const drawing = (web: Web, picture: Picture, name: string): Answer => ({
  file: web.pictures.standalone(picture),
  type: 'image/svg+xml; charset=utf-8',
  name,
})

const rowOf = (view: RecordView): Person => view.held.row as unknown as Person

/** Friends and groups of one child, the child in the middle (EXP-PEERMAP). */
export const peersPage: Handler = async (web, visit) => {
  const view = await readRecord(web.engine, visit.actor, personRegister, visit.params.reference ?? '')
  const row = rowOf(view)
  const { data, ids } = await within(web.engine, visit.actor, async tx => {
    const ids = await samePerson(tx, row.id)
    return { ids, data: await readPeers(tx, ids) }
  })
  const subject = data.people.find(({ id }) => ids.includes(id))
  const picture = web.pictures.peerMap(
    peerMapOf(web, data, { reference: subject?.reference ?? row.reference, subjects: new Set(ids) }),
  )
  if (visit.query.format === 'svg') return drawing(web, picture, `friends-and-groups-${row.reference}.svg`)
  const path = `/person/${row.reference}`
  return {
    page: frame(web, visit, {
      title: `Friends and groups ${row.reference}`,
      section: personRegister.record.plural,
      reference: row.reference,
      back: { href: path, text: `Person ${row.reference}` },
      wide: true,
      above: [identity(personRegister, view, fieldContext(view.directory), factsOf(row, today()))],
      children: (
        <>
          <h1 class="govuk-heading-l">Friends and groups on {formatDay(today())}</h1>
          <PeerPicture
            web={web}
            visit={visit}
            data={data}
            picture={picture}
            address={`${path}/peers`}
            nothing="No friend, associate or group of this person is recorded that you may see."
          />
        </>
      ),
    }),
  }
}

/** Who is or was in one group, the group in the middle, with the other groups of its members. */
export const groupMapPage: Handler = async (web, visit) => {
  const register = registerOf(web, 'peer_group')
  const view = await readRecord(web.engine, visit.actor, register, visit.params.reference ?? '')
  const { id, reference } = view.held.row
  const data = await within(web.engine, visit.actor, tx => readGroupPeers(tx, id))
  const picture = web.pictures.peerMap(peerMapOf(web, data, { reference }))
  if (visit.query.format === 'svg') return drawing(web, picture, `group-${reference}.svg`)
  const path = `/peer-group/${reference}`
  return {
    page: frame(web, visit, {
      title: `Map of group ${reference}`,
      section: register.record.plural,
      reference,
      back: { href: path, text: `Group ${reference}` },
      wide: true,
      above: [
        identity(register, view, fieldContext(view.directory)),
        recordNavigation(visit, register, reference, 'record'),
      ],
      children: (
        <>
          <h1 class="govuk-heading-l">Map of the group on {formatDay(today())}</h1>
          <PeerPicture
            web={web}
            visit={visit}
            data={data}
            picture={picture}
            address={`${path}/map`}
            nothing="Nobody is recorded as a member of this group that you may see."
          />
        </>
      ),
    }),
  }
}
