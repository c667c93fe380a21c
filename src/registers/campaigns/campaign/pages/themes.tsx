import { settingTypes } from '../../../../fields/lists/campaigns.ts'
import { headings, settingScale, versionsOf } from '../../../../fields/lists/settingQuestions.ts'
import { today } from '../../../../kit/clock.ts'
import {
  type Cell,
  fieldContext,
  frame,
  type Handler,
  identity,
  type Parts,
  partsOf,
  readRecord,
  shareRow,
  Table,
} from '../../../../web/public.ts'
import { campaignRegister } from '../index.ts'
import { settings } from '../rules.ts'
import { isReworded, type Rated, type Round, readRated, roundBefore } from './reading.ts'

const sum = (rated: readonly Rated[]): Parts => ({
  counted: rated.reduce((total, { met }) => total + met, 0),
  cases: rated.reduce((total, { cases }) => total + cases, 0),
})

const typeLabel = (type: string | null): string =>
  type === null ? 'Type not told' : (settingTypes[type as keyof typeof settingTypes] ?? type)

/** Statements that were asked in this round, in the words of its version, by code. */
const statementsOf = (row: Round) =>
  versionsOf(row.kind).find(({ version }) => version === row.setVersion)?.questions ?? []

interface Shown {
  readonly row: Round
  readonly types: readonly (string | null)[]
  readonly now: readonly Rated[]
  readonly before: readonly Rated[]
  readonly smallest: number
}

const headingWords = (code: string) => {
  const number = code.replace(/^E/, '').split('.')[0] ?? ''
  return `${number}. ${headings[number] ?? ''}`
}

/** One statement: each type, all together, how many do not meet it, and the round before, which may have asked in other words. */
const statementRow = ({ row, types, now, before, smallest }: Shown, code: string, title: string): readonly Cell[] => {
  const here = now.filter(({ statement }) => statement === code)
  const earlier = before.filter(({ statement }) => statement === code)
  const all = sum(here)
  const byType = shareRow(
    types.map(type => sum(here.filter(({ settingType }) => settingType === type))),
    smallest,
  )
  const versions = [...here, ...earlier].flatMap(one => one.versions)
  const broken = isReworded(row.kind, code, versions) ? ' [b]' : ''
  const withinRound = isReworded(
    row.kind,
    code,
    here.flatMap(one => one.versions),
  )
  const whole = shareRow([all], smallest)[0] ?? '[z]'
  return [
    { content: `${code} ${title} (${headingWords(code)})` },
    ...byType.map(content => ({ content })),
    { content: `${whole}${withinRound ? ' [b]' : ''}` },
    { content: whole === '[c]' ? '[c]' : String(all.cases - all.counted) },
    { content: earlier.length === 0 ? '[z]' : `${shareRow([sum(earlier)], smallest)[0] ?? '[z]'}${broken}` },
  ]
}

const standardRow = (shown: Shown, number: string): readonly Cell[] => {
  const under = (rated: readonly Rated[]) =>
    rated.filter(({ statement }) => statement.replace(/^E/, '').startsWith(`${number}.`))
  return [
    { content: `${number}. ${headings[number] ?? ''}` },
    { content: partsOf(sum(under(shown.now))) },
    { content: partsOf(sum(under(shown.before))) },
  ]
}

/** Where settings are weak: rows are statements, columns types; a small group is hidden. */
export const themesPage: Handler = async (web, visit) => {
  const view = await readRecord(web.engine, visit.actor, campaignRegister, visit.params.reference ?? '')
  const row = view.held.row as unknown as Round
  const last = await roundBefore(web, visit, row)
  const rated = await readRated(web, visit, row.id)
  const types = [...new Set(rated.map(({ settingType }) => settingType))].sort((a, b) =>
    typeLabel(a).localeCompare(typeLabel(b), 'en-GB'),
  )
  const shown: Shown = {
    ...{ row, types, now: rated, before: last ? await readRated(web, visit, last.id) : [] },
    smallest: web.engine.calendars.setting(settings.smallestGroup.key, today()),
  }
  const asked = statementsOf(row)
  return {
    page: frame(web, visit, {
      title: `Themes of ${row.title}`,
      section: campaignRegister.record.plural,
      reference: row.reference,
      back: { href: `/campaign/${row.reference}`, text: 'The campaign' },
      wide: true,
      above: identity(campaignRegister, view, fieldContext(view.directory)),
      children: (
        <>
          <h1 class="govuk-heading-l">Themes of {row.title}</h1>
          <p class="govuk-body">
            {row.kind === 'section11' ? (
              <a class="govuk-link" href="/figures/section11_standards_met">
                Agencies rate eight standards: see the figures of section 11 returns
              </a>
            ) : (
              <>
                Of returns that were submitted: how many answers are rated {settingScale.met}, the moderated rating
                where there is one. What does not apply is left out of both numbers.{' '}
                <a class="govuk-link" href="/figures/setting_statements_met">
                  Definition
                </a>
              </>
            )}
          </p>
          {rated.length === 0 && <p class="govuk-body">No return was submitted yet.</p>}
          {rated.length > 0 && (
            <>
              <Table
                id="standards"
                caption="By standard"
                captionClasses="govuk-table__caption--m"
                head={['Standard', 'This round', last?.title ?? 'Round before'].map(content => ({ content }))}
                rows={Object.keys(headings).map(number => standardRow(shown, number))}
                narrow="rows"
              />
              <Table
                id="themes"
                caption="By statement and type of setting"
                captionClasses="govuk-table__caption--m"
                head={['Statement', ...types.map(typeLabel), 'All', 'Not met', 'Round before'].map(content => ({
                  content,
                }))}
                rows={asked.map(({ code, title }) => statementRow(shown, code, title))}
                narrow="scroll"
              />
              <p class="govuk-body canopy-legend">
                <strong>[c]</strong> Fewer than {shown.smallest} answered, or the number could be worked out.{' '}
                <strong>[z]</strong> There was nothing to count. <strong>[b]</strong> The statement was asked in other
                words, so the two cannot be compared.
              </p>
            </>
          )}
        </>
      ),
    }),
  }
}
