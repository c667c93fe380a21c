import type { Role } from '../../declare/roles.ts'
import { leadRole } from '../../engine/people/administer.ts'
import {
  chasingRoles,
  listSettings,
  type SettingLine,
  type SettingQuery,
  settingKinds,
} from '../../engine/people/settingDirectory.ts'
import { formatDay, londonDay } from '../../kit/dates.ts'
import { plural } from '../../kit/names.ts'
import {
  type AppliedFilter,
  type Cell,
  FilterPanel,
  inLines,
  ResultsPages,
  Select,
  Table,
  Tag,
  TextInput,
} from '../components/index.ts'
import { frame } from '../frame.tsx'
import type { Handler, HandWrittenPage, Query } from '../web.ts'

const path = '/directory'
const perPage = 50
const onlyWords = { noLead: 'No designated safeguarding lead', unconfirmed: 'Not confirmed in time' } as const

const one = (query: Query, name: string): string => {
  const value = query[name]
  return typeof value === 'string' ? value.trim().slice(0, 100) : ''
}

const readQuery = (query: Query, chases: boolean): SettingQuery => {
  const [kind, only] = [one(query, 'kind'), one(query, 'only')]
  return {
    name: one(query, 'name').replaceAll('\0', ''),
    kind: Object.hasOwn(settingKinds, kind) ? kind : '',
    only: chases && (only === 'noLead' || only === 'unconfirmed') ? only : '',
  }
}

const addressOf = (query: SettingQuery, page = 1): string => {
  const chosen = Object.entries({ ...query, page: page > 1 ? String(page) : '' }).filter(([, value]) => value !== '')
  return chosen.length === 0 ? path : `${path}?${new URLSearchParams(chosen)}`
}

const appliedOf = (query: SettingQuery): readonly AppliedFilter[] => [
  ...(query.name === '' ? [] : [{ text: `Name: ${query.name}`, removeHref: addressOf({ ...query, name: '' }) }]),
  ...(query.kind === ''
    ? []
    : [{ text: `Kind: ${settingKinds[query.kind]}`, removeHref: addressOf({ ...query, kind: '' }) }]),
  ...(query.only === '' ? [] : [{ text: onlyWords[query.only], removeHref: addressOf({ ...query, only: '' }) }]),
]

const people = (names: readonly string[]) => (names.length === 0 ? 'None named' : inLines(names.join('\n')))

const rowOf = (setting: SettingLine, chases: boolean): readonly Cell[] => [
  {
    content: (
      <>
        <strong>{setting.name}</strong>
        {setting.address && (
          <>
            <br />
            {inLines(setting.address)}
          </>
        )}
      </>
    ),
  },
  { content: settingKinds[setting.kind] ?? setting.kind },
  { content: setting.telephone ?? 'Not given' },
  {
    content: setting.leads.length === 0 && chases ? <Tag colour="red">No lead</Tag> : people(setting.leads),
  },
  { content: people(setting.deputies) },
  { content: `From ${formatDay(setting.from)}` },
  {
    content: (
      <>
        {setting.confirmedAt ? formatDay(londonDay(setting.confirmedAt)) : 'Never'}
        {chases && setting.unconfirmed && (
          <>
            <br />
            <Tag colour="yellow">Ask them</Tag>
          </>
        )}
      </>
    ),
  },
]

const heads = [
  'Setting',
  'Kind',
  'Telephone',
  'Designated safeguarding lead',
  'Deputies',
  'In the partnership',
  'People last confirmed',
]

const Filters = ({ query, chases }: { query: SettingQuery; chases: boolean }) => (
  <FilterPanel action={path} applied={appliedOf(query)} clearHref={path}>
    <TextInput name="name" label="Name of the setting" labelClasses="govuk-label--s" value={query.name} />
    <Select
      name="kind"
      label="Kind"
      labelClasses="govuk-label--s"
      value={query.kind}
      items={[{ value: '', text: 'All' }, ...Object.entries(settingKinds).map(([value, text]) => ({ value, text }))]}
    />
    {chases && (
      <Select
        name="only"
        label="Show"
        labelClasses="govuk-label--s"
        value={query.only}
        items={[
          { value: '', text: 'All settings' },
          ...Object.entries(onlyWords).map(([value, text]) => ({ value, text })),
        ]}
      />
    )}
  </FilterPanel>
)

const show: Handler = async (web, visit) => {
  const chases = chasingRoles.includes(visit.actor.role)
  const query = readQuery(visit.query, chases)
  const settings = await listSettings(web.engine, visit.actor, query)
  const last = Math.max(1, Math.ceil(settings.length / perPage))
  const page = Math.min(last, Math.max(1, Math.trunc(Number(one(visit.query, 'page'))) || 1))
  const shown = settings.slice((page - 1) * perPage, page * perPage)
  return {
    page: frame(web, visit, {
      title: 'Directory of settings',
      wide: true,
      children: (
        <>
          <h1 class="govuk-heading-l">Directory of settings</h1>
          <p class="govuk-body">
            Schools, nurseries, practices, clubs and charities of the partnership, and who answers for safeguarding
            there. Each says once a term that its people are listed rightly.
            {visit.actor.role === leadRole && (
              <>
                {' '}
                You keep your own setting under{' '}
                <a class="govuk-link" href="/our-people">
                  Our people
                </a>
                .
              </>
            )}
          </p>
          <Filters query={query} chases={chases} />
          {shown.length === 0 ? (
            <p class="govuk-body">No setting fits.</p>
          ) : (
            <Table
              id="settings"
              caption={plural(settings.length, 'setting')}
              captionClasses="govuk-table__caption--m"
              head={heads.map(content => ({ content }))}
              rows={shown.map(setting => rowOf(setting, chases))}
              narrow="rows"
            />
          )}
          <ResultsPages
            page={page}
            perPage={perPage}
            total={settings.length}
            hrefOf={number => addressOf(query, number)}
            noun="settings"
          />
        </>
      ),
    }),
  }
}

/** The settings of the partnership and who answers for safeguarding in them: for everybody who signs in. */
export const directoryPage = (roles: readonly Role[]): HandWrittenPage => ({
  method: 'GET',
  path,
  by: roles,
  name: 'directory of settings',
  handler: show,
  navigation: { text: 'Directory of settings', order: 80 },
})
