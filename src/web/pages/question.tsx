import { labelOf } from '../../declare/field.ts'
import type { Problem } from '../../declare/input.ts'
import type { AnyRow } from '../../declare/record.ts'
import { pathOf } from '../../declare/register.ts'
import { hiddenFields } from '../../engine/store/columns.ts'
import { actionOf } from '../../engine/store/step.ts'
import { kindOf, show } from '../../fields/kinds.ts'
import type { Content } from '../components/common.ts'
import { Button, Details, Form, Question, SaveButtons, SummaryList } from '../components/index.ts'
import { type AskedPage, hasCheckPage, pageOfProblem, specsOf } from '../forms/asked.ts'
import type { Under } from '../forms/under.ts'
import { frame } from '../frame.tsx'
import type { Answer, Visit, Web } from '../web.ts'
import { Answers, LineGroups } from './recordParts.tsx'

const titleOf = (under: Under, page: AskedPage): string =>
  under.pages.length === 1 ? actionOf(under.register, under.action).label : page.title

/** What a register's own page shows beside the questions of a deed. */
export type Beside = (web: Web, visit: Visit, under: Under, page: number) => Promise<Content>

/** Where a problem is put right that is with no question of the deed; nothing where that is nowhere in particular. */
export type PutRight = (under: Under, problem: Problem) => string | undefined

/** What a register's own page adds to those of a deed. */
export interface Own {
  readonly beside?: Beside | undefined
  readonly putRight?: PutRight | undefined
}

/** What is known so far, folded away, so that nobody decides without looking. */
const KnownSoFar = ({ under, role }: { under: Under; role: string }) => {
  const { register, held, context } = under
  if (!held) return null
  const hidden = hiddenFields(register, role)
  const row = Object.fromEntries(Object.entries(held.row).filter(([name]) => !hidden.has(name))) as AnyRow
  return (
    <Details summary="What is on the record so far">
      <Answers register={register} row={row} context={context} />
      <LineGroups register={register} lines={held.lines} hidden={hidden} context={context} />
    </Details>
  )
}

export const questionPage = async (
  web: Web,
  visit: Visit,
  under: Under,
  at: number,
  problems: readonly Problem[],
  { beside, putRight }: Own,
): Promise<Answer> => {
  const page = under.pages[at] as AskedPage
  const specs = specsOf(page, under.typed, under.context)
  const deed = actionOf(under.register, under.action)
  const last = at === under.pages.length - 1
  const one = !hasCheckPage(under.register, under.action)
  const back =
    at > 0
      ? `${under.path}/${at}`
      : under.held
        ? `/${pathOf(under.register)}/${under.held.row.reference}`
        : `/${pathOf(under.register)}/start`
  return {
    status: problems.length > 0 ? 422 : 200,
    page: frame(web, visit, {
      title: titleOf(under, page),
      section: under.held ? `${under.register.record.title} ${under.held.row.reference}` : deed.label,
      problems,
      questions: specs,
      ...(putRight ? { problemHref: problem => putRight(under, problem) } : {}),
      back: { href: back },
      ...(under.held ? { reference: under.held.row.reference } : {}),
      children: (
        <>
          <span class="govuk-caption-l">
            {under.held ? `${under.register.record.title} ${under.held.row.reference}` : deed.label}
            {under.pages.length > 1 && `: step ${at + 1} of ${under.pages.length}`}
          </span>
          <h1 class="govuk-heading-l">{titleOf(under, page)}</h1>
          {(page.hint ?? deed.hint) && <p class="govuk-body">{page.hint ?? deed.hint}</p>}
          {beside && (await beside(web, visit, under, at))}
          <KnownSoFar under={under} role={visit.actor.role} />
          <Form
            action={`${under.path}/${at + 1}`}
            csrf={visit.csrf}
            autosave={`/drafts/${under.draft.id}`}
            version={under.draft.revision}
          >
            {specs.map(spec => (
              <Question spec={spec} problems={problems} />
            ))}
            <SaveButtons>{one ? deed.label : last ? 'Continue to check your answers' : 'Continue'}</SaveButtons>
          </Form>
        </>
      ),
    }),
  }
}

/** All answers on one page, each with the way to change it; everything wrong is said before the button is pressed. */
export const checkPage = (
  web: Web,
  visit: Visit,
  under: Under,
  problems: readonly Problem[],
  { putRight }: Own,
): Answer => {
  const deed = actionOf(under.register, under.action)
  const pageFor = (problem: Problem) =>
    putRight?.(under, problem) ?? `${under.path}/${pageOfProblem(under.pages, problem.field) + 1}#${problem.field}`
  return {
    status: problems.length > 0 ? 422 : 200,
    page: frame(web, visit, {
      title: 'Check your answers',
      section: under.held ? `${under.register.record.title} ${under.held.row.reference}` : deed.label,
      problems,
      problemHref: pageFor,
      back: { href: `${under.path}/${under.pages.length}` },
      children: (
        <>
          <h1 class="govuk-heading-l">Check your answers</h1>
          {under.pages.map((page, at) => (
            <SummaryList
              card={{ title: page.title, actions: [{ href: `${under.path}/${at + 1}`, text: 'Change' }] }}
              rows={Object.entries(page.fields).map(([name, field]) => ({
                key: labelOf(field),
                value: typedWords(under, name),
              }))}
            />
          ))}
          <Form action={`${under.path}/check`} csrf={visit.csrf}>
            <Button preventDoubleClick={true}>{deed.label}</Button>
          </Form>
        </>
      ),
    }),
  }
}

/** What was typed, as it will be understood; where it cannot be, the text itself. */
const typedWords = (under: Under, name: string): string => {
  const field = under.pages.map(page => page.fields[name]).find(found => found !== undefined)
  if (!field) return ''
  const parsed = kindOf(field).parse(field, under.typed, name, under.context)
  if (parsed.ok) return parsed.value === null ? 'Not given' : show(field, parsed.value, under.context)
  const typed = Object.entries(under.typed).filter(([key]) => key === name || key.startsWith(`${name}-`))
  return (
    typed
      .map(([, value]) => String(value))
      .join(' ')
      .trim() || 'Not given'
  )
}
