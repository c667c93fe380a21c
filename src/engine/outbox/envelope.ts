import { dateOf } from '../../kit/clock.ts'
import type { Message } from './transport.ts'

/** A message as nodemailer takes it. Canopy writes it by itself: no answer of an absent person is wanted. */
export const envelopeOf = ({ id, to, subject, body, at }: Message, from: string) => ({
  from,
  to,
  subject,
  text: body,
  date: dateOf(at),
  messageId: `<${id}@${from.split('@')[1]?.replace(/>.*$/, '') ?? 'canopy'}>`,
  headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  disableFileAccess: true,
  disableUrlAccess: true,
})
