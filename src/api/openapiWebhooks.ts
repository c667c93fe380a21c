import { pathOf, type Register } from '../declare/register.ts'
import { id, type Json, jsonBody, moment, object, parameter, schemaAt, text, whole } from './openapiParts.ts'

/** An event as it is told. */
export const webhookSchemas: Json = {
  Event: {
    ...object({
      id: { ...id, description: 'Of this event, also when it is told again: whoever knows it has done it' },
      sequence: { ...whole, description: '1 for the first of a subscription, and one more for each' },
      register: text,
      reference: text,
      action: { ...text, description: '`start`, or the action that was done' },
      state: text,
      version: whole,
      at: moment,
    }),
    description: 'Which record was changed by what. What is in it is read with the token.',
  },
}

const header = (name: string, description: string): Json => ({
  ...parameter(name, description, text),
  in: 'header',
  required: true,
})

const exampleOf = (register: Register | undefined): Json => {
  const [action = 'start', deed] = Object.entries(register?.pathway.actions ?? {})[0] ?? []
  return {
    id: '0b0f6c3e-6b3f-4c55-9a0e-0d7c0a5be2a1',
    sequence: 42,
    register: register ? pathOf(register) : '',
    reference: `${register?.record.reference ?? ''}-26-00042`,
    action,
    state: deed?.to ?? register?.pathway.starts ?? '',
    version: 2,
    at: '2026-05-13T08:30:00.000Z',
  }
}

/** What Canopy sends of its own accord (OpenAPI 3.1: `webhooks`), with an example of the first register. */
export const webhooksOf = ([register]: readonly Register[]): Json => ({
  recordChanged: {
    post: {
      operationId: 'recordChanged',
      summary: 'A record was changed',
      description:
        'Sent to the address of a subscription, one event after the other: the next waits until this one was answered with a status of 200 to 299 within 5 seconds. Redirections are not followed. Compare the signature without telling by time where it differs, and refuse one whose time is more than 5 minutes away. An event that you know already is answered with 200 and done no second time.',
      parameters: [
        header('Canopy-Event', 'The id of the event'),
        header(
          'Canopy-Signature',
          '`t=` seconds since 1970, a comma, `v1=` HMAC-SHA-256 of those seconds, a full stop and the body, in hexadecimal, with the secret of the subscription',
        ),
      ],
      requestBody: {
        required: true,
        content: jsonBody(schemaAt('Event'), {
          examples: { example1: { summary: 'A deed on a record', value: exampleOf(register) } },
        }),
      },
      responses: { '200': { description: 'Heard' } },
    },
  },
})
