import type { Field } from '../../declare/field.ts'
import { pathOf } from '../../declare/register.ts'
import type { Outcome } from '../../engine/outcome.ts'
import { historyIn } from '../../engine/store/read.ts'
import { within } from '../../engine/store/transaction.ts'
import { kindOf, show } from '../../fields/kinds.ts'
import { formatInstant } from '../../kit/dates.ts'
import { Button, ButtonGroup, Form, Table } from '../components/index.ts'
import type { Under } from '../forms/under.ts'
import { frame } from '../frame.tsx'
import type { Answer, Visit, Web } from '../web.ts'

/** Two people, one record: both texts side by side, nothing overwritten, the second person chooses. */
export const conflictPage = async (web: Web, visit: Visit, under: Under, outcome: Outcome): Promise<Answer> => {
  const { register, held, typed, context, draft } = under
  if (!held) throw outcome
  const history = await within(web.engine, visit.actor, tx => historyIn(tx, register, held.row.id))
  const since = history.filter(version => version.row.version > (draft.baseVersion ?? 0))
  const base = history.find(version => version.row.version === draft.baseVersion)
  const words = (name: string, value: unknown) => show(register.record.fields[name] as Field, value, context)
  const mine = (name: string): string => {
    const field = register.record.fields[name] as Field
    const parsed = kindOf(field).parse(field, typed, name, context)
    return parsed.ok ? words(name, parsed.value) : String(typed[name] ?? '')
  }
  const changed = Object.keys(register.record.fields).filter(
    name => JSON.stringify(base?.row[name] ?? null) !== JSON.stringify(history[0]?.row[name] ?? null),
  )
  const asked = under.pages.flatMap(page => Object.keys(page.fields)).filter(name => register.record.fields[name])
  const stillPossible = outcome.possible.some(one => one.action === under.action)
  return {
    status: 409,
    page: frame(web, visit, {
      title: 'Somebody else changed this record',
      section: `${register.record.title} ${held.row.reference}`,
      back: { href: `/${pathOf(register)}/${held.row.reference}` },
      children: (
        <>
          <h1 class="govuk-heading-l">Somebody else changed this record</h1>
          <p class="govuk-body">
            {outcome.message}. What you typed is saved as a draft. Nothing of yours or theirs is lost.
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {since.map(version => (
              <li>
                {version.byName}: {version.words.actions[version.action]}, {formatInstant(version.row.updatedAt)}
              </li>
            ))}
          </ul>
          <Table
            id="both"
            caption="What they wrote and what you typed"
            captionClasses="govuk-table__caption--m"
            head={['Question', 'When you began', 'Now on the record', 'What you typed'].map(content => ({ content }))}
            rows={[...new Set([...changed, ...asked])].map(name => [
              { content: (register.record.fields[name] as Field).question },
              { content: words(name, base?.row[name]) },
              { content: words(name, history[0]?.row[name]) },
              { content: asked.includes(name) ? mine(name) : '–' },
            ])}
            narrow="rows"
          />
          <ButtonGroup>
            {stillPossible && (
              <Form action={`${under.path}/go-on`} csrf={visit.csrf}>
                <Button>Go on with what I typed</Button>
              </Form>
            )}
            <Button href={`/${pathOf(register)}/${held.row.reference}`} kind="secondary">
              Go back to the record
            </Button>
          </ButtonGroup>
        </>
      ),
    }),
  }
}
