import {
  type DeliveryCounts,
  type DeliveryLine,
  type DeliveryState,
  listDeliveries,
  retryDelivery,
} from '../../engine/outbox/deliveries.ts'
import { formatInstant } from '../../kit/dates.ts'
import { isId } from '../../kit/ids.ts'
import { Button, type Cell, type Colour, Form, SubNavigation, Table, Tag } from '../components/index.ts'
import { frame } from '../frame.tsx'
import type { Handler, HandWrittenPage, Visit } from '../web.ts'

const path = '/deliveries'

const states: Readonly<Record<DeliveryState, { readonly text: string; readonly colour: Colour }>> = {
  failed: { text: 'Failed', colour: 'red' },
  waiting: { text: 'Waiting', colour: 'yellow' },
  sending: { text: 'Being sent', colour: 'yellow' },
  sent: { text: 'Sent', colour: 'green' },
  held_back: { text: 'Held back', colour: 'grey' },
}

const isState = (text: unknown): text is DeliveryState => typeof text === 'string' && Object.hasOwn(states, text)

const reasons: Readonly<Record<string, string>> = {
  no_address: 'The account is closed or has no e-mail address',
  nothing_to_send: 'Nothing to send: read in Canopy, or not to be sent any more',
  mail_off: 'E-mail is switched off',
  interrupted: 'Canopy was stopped each time',
  secret: 'Canopy runs with another secret than before. Make a new link',
}

const rowOf = (visit: Visit, line: DeliveryLine): readonly Cell[] => {
  const { text, colour } = states[line.state]
  const again = line.state === 'failed' || line.state === 'held_back'
  const name = line.name ?? 'Somebody who is invited'
  const kind = line.name === null ? 'Invitation' : line.digest ? 'Digest' : line.urgent ? 'Urgent' : 'At once'
  return [
    { content: name },
    { content: formatInstant(line.createdAt) },
    { content: kind },
    { content: <Tag colour={colour}>{text}</Tag> },
    { content: String(line.attempts) },
    { content: line.failure === null ? '–' : (reasons[line.failure] ?? line.failure) },
    {
      content: again ? (
        <Form action={path} csrf={visit.csrf}>
          <Button kind="secondary" name="delivery" value={line.id} classes="govuk-!-margin-bottom-0">
            Try again
            <span class="govuk-visually-hidden">
              : to {name}, {formatInstant(line.createdAt)}
            </span>
          </Button>
        </Form>
      ) : line.sentAt !== null ? (
        `Sent ${formatInstant(line.sentAt)}`
      ) : (
        `Not before ${formatInstant(line.nextTryAt)}`
      ),
    },
  ]
}

const StateLinks = ({ chosen, counts }: { chosen: DeliveryState | null; counts: DeliveryCounts }) => (
  <SubNavigation
    label="Deliveries by state"
    items={[
      { text: 'All', href: path, current: chosen === null },
      ...(Object.keys(states) as DeliveryState[]).map(state => ({
        text: `${states[state].text} (${counts[state] ?? 0})`,
        href: `${path}?state=${state}`,
        current: chosen === state,
      })),
    ]}
  />
)

const show: Handler = async (web, visit) => {
  const state = isState(visit.query.state) ? visit.query.state : null
  const { lines, counts } = await listDeliveries(web.engine, visit.actor, state)
  return {
    page: frame(web, visit, {
      title: 'Deliveries',
      wide: true,
      children: (
        <>
          <h1 class="govuk-heading-l">Deliveries</h1>
          <p class="govuk-body">
            E-mails that tell colleagues of notices or invite them, newest first: to whom and when, never about what.
            What fails is tried eight times over about a day.
          </p>
          <StateLinks chosen={state} counts={counts} />
          {lines.length === 0 ? (
            <p class="govuk-body">There are no such deliveries.</p>
          ) : (
            <Table
              caption="The newest deliveries"
              captionClasses="govuk-table__caption--m"
              head={['To', 'Written', 'How', 'State', 'Tries', 'Why not', 'Next'].map(content => ({ content }))}
              rows={lines.map(line => rowOf(visit, line))}
              narrow="rows"
            />
          )}
        </>
      ),
    }),
  }
}

const tryAgain: Handler = async (web, visit) => {
  const { delivery } = visit.typed
  if (typeof delivery === 'string' && isId(delivery)) await retryDelivery(web.engine, visit.actor, delivery)
  return { redirect: path }
}

/** The log of e-mails, for administrators. */
export const deliveriesPages: readonly HandWrittenPage[] = [
  {
    method: 'GET',
    path,
    by: ['administrator'],
    name: 'deliveries',
    handler: show,
    navigation: { text: 'Deliveries', order: 80 },
  },
  { method: 'POST', path, by: ['administrator'], name: 'retry delivery', handler: tryAgain },
]
