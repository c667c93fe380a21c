import type { Problem } from '../../declare/input.ts'
import { pathOf } from '../../declare/register.ts'
import { notFound } from '../../engine/outcome.ts'
import { listTokens, type TokenLine } from '../../engine/people/apiTokens.ts'
import {
  addWebhook,
  type EventLine,
  endWebhook,
  eventsFor,
  listEvents,
  listWebhooks,
  pauseWebhook,
  replayEvent,
  replayFrom,
  resumeWebhook,
  type WebhookLine,
} from '../../engine/webhooks/subscriptions.ts'
import { now } from '../../kit/clock.ts'
import { formatInstant } from '../../kit/dates.ts'
import { plural } from '../../kit/names.ts'
import {
  Button,
  ButtonGroup,
  type Cell,
  Checkboxes,
  type Colour,
  Form,
  InsetText,
  Radios,
  SummaryList,
  Table,
  Tag,
  TextInput,
  WarningText,
} from '../components/index.ts'
import type { Answer, Handler, HandWrittenPage, Visit, Web } from '../web.ts'
import { problemsOf, showPage, typedText } from './peopleFrame.tsx'
import { errorOf } from './peopleParts.tsx'

const base = '/administration/webhooks'

const StateTag = ({ of }: { readonly of: WebhookLine }) => {
  if (of.endedAt !== null) return <Tag colour="grey">Ended</Tag>
  return of.pausedAt === null ? <Tag colour="green">Runs</Tag> : <Tag colour="red">Paused</Tag>
}

const done: Readonly<Record<string, string>> = {
  resume: 'The subscription goes on. What waits is sent within a few seconds',
  pause: 'The subscription is paused. What happens meanwhile waits',
  end: 'The subscription has ended',
  replay: 'The events are sent again within a few seconds, if the subscription runs',
}
const bannerOf = ({ query }: Visit): string | undefined =>
  typeof query.done === 'string' && Object.hasOwn(done, query.done) ? done[query.done] : undefined

const list: Handler = async (web, visit) => {
  const all = await listWebhooks(web.engine, visit.actor)
  const content = (
    <>
      <p class="govuk-body">
        Other systems are told when a record was changed: which one and by what, and nothing about anybody. Each is told
        in order; one that does not answer holds up nobody else.
      </p>
      <Button href={`${base}/add`}>Add a subscription</Button>
      {all.length === 0 ? (
        <p class="govuk-body">There are no subscriptions yet.</p>
      ) : (
        <Table
          caption="Subscriptions"
          captionClasses="govuk-table__caption--m"
          head={['System', 'Address', 'State', 'Waiting', 'Dead'].map(content => ({ content }))}
          rows={all.map(one => [
            {
              content: (
                <a class="govuk-link canopy-breaks" href={`${base}/${one.id}`}>
                  {one.name}
                  <span class="govuk-visually-hidden">, added {formatInstant(one.createdAt)}</span>
                </a>
              ),
            },
            { content: <span class="canopy-breaks">{one.address}</span> },
            { content: <StateTag of={one} /> },
            { content: String(one.waiting) },
            { content: String(one.dead) },
          ])}
          narrow="rows"
        />
      )}
    </>
  )
  return showPage(web, { ...visit, banner: bannerOf(visit) }, 'Webhooks', content, { wide: true })
}

const liveTokens = async (web: Web, visit: Visit): Promise<readonly TokenLine[]> =>
  (await listTokens(web.engine, visit.actor)).filter(
    one => one.revokedAt === null && one.expiresAt > now() && eventsFor(web.engine, one).length > 0,
  )

const chosenToken = async (web: Web, visit: Visit): Promise<TokenLine | undefined> =>
  (await liveTokens(web, visit)).find(({ id }) => id === typedText(visit, 'token'))

const askToken = async (web: Web, visit: Visit, problems: readonly Problem[]): Promise<Answer> => {
  const tokens = await liveTokens(web, visit)
  const content =
    tokens.length === 0 ? (
      <p class="govuk-body">
        No system has a token that reads a register.{' '}
        <a class="govuk-link" href="/administration/tokens/give">
          Give one first
        </a>
        .
      </p>
    ) : (
      <Form action={`${base}/add`} csrf={visit.csrf}>
        <Radios
          name="token"
          legend="Which system is told?"
          legendClasses="govuk-fieldset__legend--m"
          hint="It is told of records that its token reads."
          items={tokens.map(one => ({
            value: one.id,
            label: one.name,
            hint: `Token given ${formatInstant(one.createdAt)}`,
          }))}
          value={typedText(visit, 'token')}
          error={errorOf(problems, 'token')}
        />
        <Button name="_step" value="token">
          Continue
        </Button>
      </Form>
    )
  return showPage(web, visit, 'Add a subscription', content, { problems, back: base })
}

const eventsTyped = ({ typed }: Visit): readonly string[] => (typed.events === undefined ? [] : [typed.events].flat())

const askEvents = (web: Web, visit: Visit, token: TokenLine, problems: readonly Problem[]): Answer => {
  const content = (
    <Form action={`${base}/add`} csrf={visit.csrf}>
      <input type="hidden" name="token" value={token.id} />
      <TextInput
        name="address"
        label="Which address is told?"
        hint="It begins with https://"
        spellcheck={false}
        value={typedText(visit, 'address')}
        error={errorOf(problems, 'address')}
      />
      <Checkboxes
        name="events"
        legend="What is it told of?"
        legendClasses="govuk-fieldset__legend--m"
        hint="Every change of a record in these registers that the token may see."
        items={eventsFor(web.engine, token).map(({ event, words }) => ({ value: event, label: words }))}
        values={eventsTyped(visit)}
        error={errorOf(problems, 'events')}
      />
      <Button name="_step" value="add" preventDoubleClick={true}>
        Add the subscription
      </Button>
    </Form>
  )
  return showPage(web, visit, 'What it is told', content, { problems, caption: token.name, back: `${base}/add` })
}

const showAdd: Handler = (web, visit) => askToken(web, visit, [])

const postAdd: Handler = async (web, visit) => {
  const token = await chosenToken(web, visit)
  if (!token) return askToken(web, visit, [{ field: 'token', message: 'Select the system that is told' }])
  if (typedText(visit, '_step') !== 'add') return askEvents(web, visit, token, [])
  const wanted = { token: token.id, address: typedText(visit, 'address').trim(), events: eventsTyped(visit) }
  const webhooks = { engine: web.engine, secret: web.secret, privateToo: web.webhookPrivate }
  try {
    const { secret } = await addWebhook(webhooks, visit.actor, wanted)
    return showPage(
      web,
      visit,
      'The secret',
      <>
        <WarningText>
          This is the only time that the secret is shown. With it the system knows that Canopy sent what it hears.
        </WarningText>
        <InsetText>
          <strong class="canopy-breaks">{secret}</strong>
        </InsetText>
        <p class="govuk-body">
          <a class="govuk-link" href={base}>
            All subscriptions
          </a>
        </p>
      </>,
    )
  } catch (error) {
    return askEvents(web, visit, token, problemsOf(error, 'address'))
  }
}

const states: Readonly<Record<EventLine['state'], { readonly text: string; readonly colour: Colour }>> = {
  waiting: { text: 'Waiting', colour: 'yellow' },
  delivered: { text: 'Delivered', colour: 'green' },
  dead: { text: 'Dead', colour: 'red' },
}

const reasons: Readonly<Record<string, string>> = {
  timeout: 'No answer within 5 seconds',
  unreachable: 'Could not be reached',
  address_refused: 'The address is of a private network',
  secret: 'Canopy runs with another secret than before',
}
const reasonOf = (failure: string | null): string =>
  failure === null ? '–' : (reasons[failure] ?? failure.replace(/^status_/, 'Answered with status '))

const eventRow = (web: Web, visit: Visit, webhook: WebhookLine, one: EventLine): readonly Cell[] => {
  const register = web.engine.registers.find(({ record }) => record.key === one.register)
  const { text, colour } = states[one.state]
  const again = one.state !== 'waiting' && webhook.endedAt === null
  return [
    { content: String(one.sequence) },
    { content: `${register ? pathOf(register) : one.register} ${one.reference}, ${one.action}` },
    { content: formatInstant(one.at) },
    { content: <Tag colour={colour}>{text}</Tag> },
    { content: String(one.attempts) },
    { content: reasonOf(one.failure) },
    {
      content: again ? (
        <Form action={`${base}/${webhook.id}`} csrf={visit.csrf}>
          <input type="hidden" name="event" value={one.id} />
          <Button kind="secondary" name="_do" value="replay" classes="govuk-!-margin-bottom-0">
            Send again
            <span class="govuk-visually-hidden">: event {one.sequence}</span>
          </Button>
        </Form>
      ) : (
        '–'
      ),
    },
  ]
}

const webhookOf = async (web: Web, visit: Visit): Promise<WebhookLine> => {
  const found = (await listWebhooks(web.engine, visit.actor)).find(({ id }) => id === visit.params.webhook)
  if (!found) throw notFound()
  return found
}

const Deeds = ({ visit, webhook }: { readonly visit: Visit; readonly webhook: WebhookLine }) => (
  <Form action={`${base}/${webhook.id}`} csrf={visit.csrf}>
    <ButtonGroup>
      {webhook.pausedAt === null ? (
        <Button kind="secondary" name="_do" value="pause">
          Pause
        </Button>
      ) : (
        <Button name="_do" value="resume">
          Resume
        </Button>
      )}
      <Button kind="warning" name="_do" value="end" preventDoubleClick={true}>
        End the subscription
      </Button>
    </ButtonGroup>
  </Form>
)

/** "Contacts", or one deed of them: "Contacts: agree". */
const toldOf = (web: Web, event: string): string => {
  const [key, action] = event.split(':')
  const plural = web.engine.registers.find(({ record }) => record.key === key)?.record.plural ?? event
  return action === '*' ? plural : `${plural}: ${action}`
}

const webhookPage = async (web: Web, visit: Visit, problems: readonly Problem[]): Promise<Answer> => {
  const webhook = await webhookOf(web, visit)
  const events = await listEvents(web.engine, visit.actor, webhook.id)
  const content = (
    <>
      <SummaryList
        rows={[
          { key: 'Address', value: <span class="canopy-breaks">{webhook.address}</span> },
          { key: 'Told of', value: webhook.events.map(event => toldOf(web, event)).join(', ') },
          { key: 'State', value: <StateTag of={webhook} /> },
          { key: 'Waiting', value: plural(webhook.waiting, 'event') },
          { key: 'Dead', value: plural(webhook.dead, 'event') },
        ]}
      />
      {webhook.endedAt === null && <Deeds visit={visit} webhook={webhook} />}
      {events.length > 0 && webhook.endedAt === null && (
        <Form action={`${base}/${webhook.id}`} csrf={visit.csrf}>
          <TextInput
            name="sequence"
            label="Send again from number"
            hint={`Every event from this number on, in order. The last is ${webhook.lastSequence}`}
            classes="govuk-input--width-5"
            inputMode="numeric"
            value={typedText(visit, 'sequence')}
            error={errorOf(problems, 'sequence')}
          />
          <Button kind="secondary" name="_do" value="replayFrom">
            Send again from there
          </Button>
        </Form>
      )}
      {events.length === 0 ? (
        <p class="govuk-body">Nothing was sent yet.</p>
      ) : (
        <Table
          caption="Events: dead ones first, then the newest"
          captionClasses="govuk-table__caption--m"
          head={['Number', 'What', 'When', 'State', 'Tries', 'Why not', 'Again'].map(content => ({ content }))}
          rows={events.map(one => eventRow(web, visit, webhook, one))}
          narrow="rows"
        />
      )}
    </>
  )
  const shown = { ...visit, banner: bannerOf(visit) }
  return showPage(web, shown, webhook.name, content, { caption: 'Subscription', problems, back: base, wide: true })
}

const show: Handler = (web, visit) => webhookPage(web, visit, [])

const post: Handler = async (web, visit) => {
  const { id } = await webhookOf(web, visit)
  const deed = typedText(visit, '_do')
  const here = `${base}/${id}`
  const deeds: Readonly<Record<string, () => Promise<void>>> = {
    pause: () => pauseWebhook(web.engine, visit.actor, id),
    resume: () => resumeWebhook(web.engine, visit.actor, id),
    end: () => endWebhook(web.engine, visit.actor, id),
    replay: () => replayEvent(web.engine, visit.actor, id, typedText(visit, 'event')),
    replayFrom: () =>
      replayFrom(web.engine, visit.actor, id, Number(typedText(visit, 'sequence').trim() || Number.NaN)),
  }
  const does = Object.hasOwn(deeds, deed) ? deeds[deed] : undefined
  if (!does) return { redirect: here }
  try {
    await does()
  } catch (error) {
    return webhookPage(web, visit, problemsOf(error, 'sequence'))
  }
  return { redirect: `${here}?done=${deed === 'replayFrom' ? 'replay' : deed}` }
}

const by: HandWrittenPage['by'] = ['administrator']

/** Which other systems are told of what, for administrators. */
export const webhooksPages: readonly HandWrittenPage[] = [
  { method: 'GET', path: base, by, name: 'webhooks', handler: list, navigation: { text: 'Webhooks', order: 87 } },
  { method: 'GET', path: `${base}/add`, by, name: 'add webhook', handler: showAdd },
  { method: 'POST', path: `${base}/add`, by, name: 'add webhook', handler: postAdd },
  { method: 'GET', path: `${base}/:webhook`, by, name: 'webhook', handler: show },
  { method: 'POST', path: `${base}/:webhook`, by, name: 'webhook', handler: post },
]
