import { pathOf } from '../../../../declare/register.ts'
import { plural } from '../../../../kit/names.ts'
import {
  Alert,
  Button,
  Due,
  draftFor,
  Form,
  frame,
  type Handler,
  type HandWrittenPage,
  inLines,
  Outcome,
  perform,
  Radios,
  saveDraft,
  type Visit,
  type Web,
  within,
} from '../../../../web/public.ts'
import { agencyCheckRegister } from '../index.ts'

const path = `/${pathOf(agencyCheckRegister)}`
export const severalPath = `${path}/answer-several`

/** As many as are looked up in one sitting; the next ones follow. */
const atOnce = 20

interface Open {
  readonly id: string
  readonly reference: string
  readonly version: number
  readonly people: string
  readonly question: string
  readonly urgency: string
  readonly dueAt: string | null
  readonly queryReply: string | null
  readonly [more: string]: unknown
}

const openChecks = (web: Web, visit: Visit): Promise<readonly Open[]> =>
  within(web.engine, visit.actor, tx =>
    tx.query<Open>(
      `select id, reference, version, people, question, urgency, next_due_at as "dueAt", query_reply as "queryReply"
         from canopy.agency_check where state = 'asked' order by next_due_at nulls last, reference limit $1`,
      [atOnce],
    ),
  )

/** Answers that say all there is to say: whoever knows something writes it on the page of the check. */
const short = { notKnown: 'Not known to us', knownNothing: 'Known, nothing of concern' } as const
const isShort = (value: unknown): value is keyof typeof short =>
  typeof value === 'string' && Object.hasOwn(short, value)

const nameOf = ({ reference }: Open): string => `answer-${reference}`

/** What became of the answers that could not be given. */
interface Result {
  readonly given: number
  readonly refused: readonly { readonly reference: string; readonly why: string }[]
}

const shown = (web: Web, visit: Visit, checks: readonly Open[], result?: Result) => ({
  status: result && result.refused.length > 0 ? 409 : 200,
  page: frame(web, visit, {
    title: 'Answer several checks',
    section: agencyCheckRegister.record.plural,
    back: { href: path },
    wide: true,
    children: (
      <>
        <h1 class="govuk-heading-l">Answer several checks</h1>
        {result && result.refused.length > 0 && (
          <Alert variant="warning" title={`${plural(result.given, 'answer')} given, ${result.refused.length} not`}>
            <ul class="govuk-list">
              {result.refused.map(({ reference, why }) => (
                <li>
                  {reference}: {why}
                </li>
              ))}
            </ul>
          </Alert>
        )}
        {checks.length === 0 ? (
          <p class="govuk-body">No check waits for an answer.</p>
        ) : (
          <>
            <p class="govuk-body">
              The {plural(checks.length, 'check')} due first. Leave a check empty to answer it later. If you know
              something, or cannot share, answer it on its own page.
            </p>
            <Form action={severalPath} csrf={visit.csrf}>
              {checks.map(check => (
                <section class="govuk-summary-card" aria-labelledby={check.reference}>
                  <div class="govuk-summary-card__title-wrapper">
                    <h2 class="govuk-summary-card__title" id={check.reference}>
                      {check.reference}
                    </h2>
                  </div>
                  <div class="govuk-summary-card__content">
                    <div class="govuk-body">
                      <Due register={agencyCheckRegister} clock="answer" dueAt={check.dueAt} />
                    </div>
                    <p class="govuk-body">
                      <strong>They ask about</strong>
                      <br />
                      {inLines(check.people)}
                    </p>
                    <p class="govuk-body">
                      <strong>They ask</strong>
                      <br />
                      {inLines(check.question)}
                    </p>
                    {check.queryReply && <p class="govuk-body">Reply to your question: {inLines(check.queryReply)}</p>}
                    <input type="hidden" name={`version-${check.reference}`} value={check.version} />
                    <Radios
                      name={nameOf(check)}
                      legend={`What does your agency know? (${check.reference})`}
                      small={true}
                      items={Object.entries(short).map(([value, label]) => ({ value, label }))}
                    />
                    <p class="govuk-body">
                      <a class="govuk-link" href={`${path}/${check.reference}/answer/1`}>
                        Known, or cannot share: answer on its own page
                        <span class="govuk-visually-hidden"> {check.reference}</span>
                      </a>
                    </p>
                  </div>
                </section>
              ))}
              <Button preventDoubleClick={true}>Send the answers</Button>
            </Form>
          </>
        )}
      </>
    ),
  }),
})

const showSeveral: Handler = async (web, visit) => shown(web, visit, await openChecks(web, visit))

/** The references answered in the form, in its order. */
const answered = (visit: Visit): readonly { reference: string; answer: keyof typeof short; version: number }[] =>
  Object.entries(visit.typed).flatMap(([name, answer]) => {
    const [, reference] = /^answer-(CHK-\d\d-\d+)$/.exec(name) ?? []
    return reference !== undefined && isShort(answer)
      ? [{ reference, answer, version: Number(visit.typed[`version-${reference}`]) }]
      : []
  })

/** Each answer is a deed of its own: one that is refused, because a colleague was quicker, stops no other. */
const sendSeveral: Handler = async (web, visit) => {
  const refused: { reference: string; why: string }[] = []
  const chosen = answered(visit)
  for (const { reference, answer, version } of chosen)
    try {
      await perform(web.engine, visit.actor, {
        register: agencyCheckRegister,
        action: 'answer',
        reference,
        typed: { answer, information: '', whyCannotShare: '', referrerMayKnow: '', familyMayKnow: '' },
        ...(Number.isInteger(version) && version > 0 ? { version } : {}),
      })
    } catch (error) {
      if (!(error instanceof Outcome) || error.kind === 'notFound') throw error
      refused.push({ reference, why: error.message })
    }
  if (refused.length > 0)
    return shown(web, visit, await openChecks(web, visit), { given: chosen.length - refused.length, refused })
  return { redirect: chosen.length > 0 ? `${severalPath}?done=answer` : severalPath }
}

/** After the session ended: each answer waits in the draft of its check. */
const keepSeveral = async (web: Web, visit: Visit): Promise<void> => {
  const chosen = new Map(answered(visit).map(one => [one.reference, one.answer]))
  const checks = await openChecks(web, visit)
  await within(web.engine, visit.actor, async tx => {
    for (const { id, reference, version } of checks) {
      const answer = chosen.get(reference)
      if (answer === undefined) continue
      const draft = await draftFor(tx, agencyCheckRegister.record.key, id, 'answer', version)
      await saveDraft(tx, draft.id, { answer })
    }
  })
}

const by = ['check_answerer'] as const
const name = 'agency_check answer several'

/** Many checks on one page, for police and health, who look people up one after the other. */
export const severalPages: readonly HandWrittenPage[] = [
  {
    method: 'GET',
    path: severalPath,
    by,
    name,
    handler: showSeveral,
    navigation: { text: 'Answer several', order: 1 },
  },
  { method: 'POST', path: severalPath, by, name, handler: sendSeveral, keep: keepSeveral },
]
