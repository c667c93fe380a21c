import { optionOf } from '../../../../declare/field.ts'
import { type Day, daysBetween, formatDay } from '../../../../kit/dates.ts'
import { plural } from '../../../../kit/names.ts'
import { groupKinds, rhythms } from '../codes.ts'
import type { Group, Partner, Seat } from './load.ts'

/** What the page says of a group, a seat and the three, in words. */

export const kindWords = ({ kind }: Group): string => optionOf(groupKinds, kind)?.label ?? kind

export const seatWords = ({ postTitle, organisationName }: Pick<Seat, 'postTitle' | 'organisationName'>): string =>
  `${postTitle}, ${organisationName}`

export const isVacant = ({ state }: Seat): boolean => state === 'vacant'

/** "Sub-group, 12 seats, 1 vacant". */
export const factsWords = (group: Group, seats: readonly Seat[]): string => {
  const vacant = seats.filter(isVacant).length
  return [
    kindWords(group),
    ...(seats.length > 0 ? [plural(seats.length, 'seat')] : group.kind === 'linkedBoard' ? [] : ['no seats recorded']),
    ...(vacant > 0 ? [`${vacant} vacant`] : []),
  ].join(', ')
}

export const chairWords = (group: Group, seats: readonly Seat[]): string => {
  const seat = seats.find(({ id }) => id === group.chairSeat)
  // A board of others has its own chair, which is not the partnership's to record.
  if (seat === undefined && group.kind === 'linkedBoard') return ''
  if (seat === undefined) return 'Nobody has said which seat has the chair.'
  return `Chair: ${seatWords(seat)}${isVacant(seat) ? ' (vacant)' : ''}.`
}

export const metWords = ({ rhythm, known, met, lastMet }: Group): string => {
  const often = rhythm === null ? '' : `Meets: ${optionOf(rhythms, rhythm)?.label.toLowerCase()}. `
  if (!known) return `${often}Its meetings are not planned here.`
  if (lastMet === null) return `${often}No meeting of it was held.`
  const year = met === 0 ? 'Not held in the last year' : `Held ${plural(met, 'time')} in the last year`
  return `${often}${year}, last on ${formatDay(lastMet)}.`
}

export const endWords = ({ endsBy }: Group, today: Day): string | null => {
  if (endsBy === null) return null
  const over = daysBetween(endsBy, today)
  return over > 0
    ? `Was to end by ${formatDay(endsBy)}: ${plural(over, 'day')} ago.`
    : `To end by ${formatDay(endsBy)}.`
}

export const vacantWords = (seat: Seat, today: Day): string => {
  if (!isVacant(seat)) return 'Held'
  const days = seat.vacantSince === null ? 0 : daysBetween(seat.vacantSince, today)
  return seat.vacantSince === null ? 'Vacant' : `Vacant since ${formatDay(seat.vacantSince)} (${plural(days, 'day')})`
}

export const partnerWords = ({ name, from, until }: Partner): string =>
  until === null ? `${name}, since ${formatDay(from)}` : `${name}, from ${formatDay(from)} to ${formatDay(until)}`
