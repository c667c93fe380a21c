import type { Typed } from '../../../../declare/input.ts'
import { pathOf } from '../../../../declare/register.ts'
import { parseField } from '../../../../fields/kinds.ts'
import {
  afterSaving,
  Button,
  Form,
  frame,
  type Handler,
  keepLongForm,
  longFormPage,
  mayBegin,
  type OpenForm,
  openForm,
  orSent,
  placeOf,
  Unfinished,
  type Visit,
  WarningText,
} from '../../../../web/public.ts'
import { telephoneProblems } from '../checks.ts'
import { worryReportRegister } from '../index.ts'
import { worryReport } from '../record.ts'
import { entryNames } from './names.ts'

const path = `/${pathOf(worryReportRegister)}`

/** Says when not to use it, what is needed, and which reports of the place wait to be finished. */
export const startPage: Handler = async (web, visit) => {
  mayBegin(web, visit, worryReportRegister)
  const title = 'Tell us you are worried about a child'
  return {
    page: frame(web, visit, {
      title,
      section: worryReportRegister.record.plural,
      back: { href: path, text: 'Our reports' },
      children: (
        <>
          <h1 class="govuk-heading-l">{title}</h1>
          <WarningText>If a child is in immediate danger, call 999.</WarningText>
          <p class="govuk-body">
            If you think a child is being harmed now, telephone the contact team first: {web.telephone}. Use this form
            to follow up your call, or to ask for help for a family.
          </p>
          <p class="govuk-body">
            It takes about 20 minutes. We save as you type, and your colleagues can go on with it. You can stop and come
            back for 30 days.
          </p>
          <p class="govuk-body">You will need:</p>
          <ul class="govuk-list govuk-list--bullet">
            <li>names and dates of birth, and the address</li>
            <li>what you saw and heard</li>
            <li>what the family knows</li>
          </ul>
          <Form action={`${path}/start`} csrf={visit.csrf}>
            <Button preventDoubleClick={true} isStartButton={true}>
              Start a new report
            </Button>
          </Form>
          {await Unfinished(web, visit, worryReportRegister, (typed: Typed) => entryNames(typed))}
        </>
      ),
    }),
  }
}

const answersOf = (form: OpenForm) => {
  const value = (name: keyof typeof worryReport.fields) => {
    const parsed = parseField({ ...worryReport.fields[name], required: false }, form.typed, name, form.context)
    return parsed.ok ? parsed.value : null
  }
  return {
    safeNow: value('safeNow'),
    spokenTo: value('spokenTo'),
    spokenAt: value('spokenAt'),
    notReached: value('notReached'),
  } as Parameters<typeof telephoneProblems>[0]
}

const isSafe = (form: OpenForm): boolean => ['yes', null].includes(answersOf(form).safeNow)

/** The pages that stand here by hand have no number in their address's pattern. */
export const onPage = (visit: Visit, page: '1' | '2'): Visit => ({ ...visit, params: { ...visit.params, page } })

/** After "no" or "I am not sure", the telephone comes first; whoever says that the child is safe goes on. */
export const saveSafety: Handler = (web, posted) =>
  orSent(worryReportRegister, async () => {
    const visit = onPage(posted, '1')
    const form = await openForm(web, visit, worryReportRegister)
    const place = placeOf(form, visit.params)
    if (visit.typed._choose !== undefined) return { redirect: place.path }
    const draft = await keepLongForm(web, visit, form, place)
    const answered = await afterSaving(web, visit, form, draft)
    const safe = isSafe({ ...form, typed: draft.typed })
    return 'redirect' in answered && answered.redirect === place.next && safe ? { redirect: form.path } : answered
  })

/** The telephone page: the number, and the form goes on only after the call, or after nobody answered. */
export const telephonePage: Handler = (web, asked) =>
  orSent(worryReportRegister, async () => {
    const visit = onPage(asked, '2')
    const form = await openForm(web, visit, worryReportRegister)
    return longFormPage(web, visit, form, placeOf(form, visit.params), [], beside(web.telephone))
  })

export const saveTelephone: Handler = (web, posted) =>
  orSent(worryReportRegister, async () => {
    const visit = onPage(posted, '2')
    const form = await openForm(web, visit, worryReportRegister)
    const draft = await keepLongForm(web, visit, form, placeOf(form, visit.params))
    const wrong = (saved: OpenForm) => telephoneProblems(answersOf(saved))
    return afterSaving(web, visit, form, draft, wrong, beside(web.telephone))
  })

const beside = (telephone: string) => (
  <>
    <WarningText>Telephone now: {telephone}. Do not wait for this form.</WarningText>
    <p class="govuk-body">If a child is in immediate danger, call 999.</p>
  </>
)
