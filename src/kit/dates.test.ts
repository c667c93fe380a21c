import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { dayNumber, dayOfNumber, londonOffset, summerTime } from './calendar.ts'
import {
  addDays,
  addHours,
  addMonths,
  ageOn,
  daysBetween,
  formatDay,
  formatInstant,
  formatRelativeAge,
  formatShortDay,
  formatTime,
  type Instant,
  instantOf,
  instantOfMillis,
  isDay,
  isInstant,
  londonDay,
  londonTime,
  millisOf,
  monthName,
  schoolYearOf,
  toInstant,
  weekday,
  weekdayName,
} from './dates.ts'

const from = Date.parse('1970-01-01T00:00:00Z')
const to = Date.parse('2199-12-31T23:59:59Z')
const anyMillis = fc.integer({ min: from / 1000, max: to / 1000 }).map(seconds => seconds * 1000)
const anyDay = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2199-12-31') }).map(dayOfNumber)
const london = (millis: number) => Temporal.Instant.fromEpochMilliseconds(millis).toZonedDateTimeISO('Europe/London')

describe('days', () => {
  it('are those of the Gregorian calendar, each numbered once, from the year 1 to 9999', () => {
    expect(dayNumber('1970-01-01')).toBe(0)
    expect(dayNumber('0001-01-01')).toBe(-719_162)
    expect(dayNumber('9999-12-31')).toBe(2_932_896)
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), number => {
        const day = dayOfNumber(number)
        expect(dayNumber(day)).toBe(number)
        expect(Temporal.PlainDate.from('1970-01-01').add({ days: number }).toString()).toBe(day)
        expect(weekday(day)).toBe(Temporal.PlainDate.from(day).dayOfWeek)
      }),
      { numRuns: 3000 },
    )
  })

  it.each([
    '2026-02-31',
    '2025-02-29',
    '1900-02-29',
    '2026-00-10',
    '2026-13-01',
    '2026-04-31',
    '0000-01-01',
    '2026-1-01',
    '26-01-01',
    '2026-01-01 ',
    ' 2026-01-01',
    '2026-01-01T00:00',
    '',
    '٢٠٢٦-٠١-٠١',
    '2026-01-00',
    '+002026-01-01',
  ])('that do not exist or are written otherwise are none: "%s"', text => {
    expect(isDay(text)).toBe(false)
    expect(() => dayNumber(text)).toThrow(/is not a day such as/)
  })

  it('are 29 in February of leap years only', () => {
    expect(['2024-02-29', '2000-02-29', '2096-02-29'].every(isDay)).toBe(true)
    expect(['2023-02-29', '2100-02-29'].some(isDay)).toBe(false)
  })

  it('add up: months clamp to the last day, as Temporal does', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, n) => {
        expect(addMonths(day, n)).toBe(Temporal.PlainDate.from(day).add({ months: n }).toString())
        expect(addDays(day, n)).toBe(Temporal.PlainDate.from(day).add({ days: n }).toString())
        expect(daysBetween(day, addDays(day, n))).toBe(n)
      }),
      { numRuns: 2000 },
    )
    expect(addMonths('2021-11-30', 3)).toBe('2022-02-28')
    expect(addMonths('2020-02-29', 12)).toBe('2021-02-28')
  })
})

describe('London', () => {
  it('has the clock of the time-zone data at random moments', () => {
    fc.assert(
      fc.property(anyMillis, millis => {
        const there = london(millis)
        const instant = instantOfMillis(millis)
        expect(instant).toBe(new Date(millis).toISOString())
        expect(londonDay(instant)).toBe(there.toPlainDate().toString())
        expect(londonTime(instant)).toBe(there.toPlainTime().toString({ smallestUnit: 'minute' }))
        expect(londonOffset(millis) * 1_000_000).toBe(there.offsetNanoseconds)
      }),
      { numRuns: 4000 },
    )
  })

  it('has it within an hour of every change of the clocks from 1996 to 2100', () => {
    for (let year = 1996; year <= 2100; year += 1)
      for (const month of [3, 10]) {
        const last = Temporal.PlainDate.from({ year, month, day: 31 })
        const sunday = last.subtract({ days: last.dayOfWeek % 7 })
        const change = Date.parse(`${sunday}T01:00:00Z`)
        for (const minutes of [-90, -61, -60, -1, 0, 1, 59, 60, 61, 120]) {
          const millis = change + minutes * 60_000
          expect(londonOffset(millis) * 1_000_000, `${sunday} ${minutes}`).toBe(london(millis).offsetNanoseconds)
          expect(summerTime(instantOfMillis(millis))).toBe(london(millis).offsetNanoseconds !== 0)
        }
      }
  })

  it('kept British Standard Time all year from 1968 to 1971', () => {
    expect(londonTime('1970-12-25T12:00:00.000Z')).toBe('13:00')
    expect(instantOf('1970-12-25', '13:00')).toBe('1970-12-25T12:00:00.000Z')
  })

  it('turns a wall clock into the moment Temporal means, also on both nights the clocks change', () => {
    const minutes = fc.integer({ min: 0, max: 1439 })
    const nights = fc.constantFrom('2026-03-29', '2026-10-25', '2022-03-27', '2022-10-30')
    fc.assert(
      fc.property(
        fc.oneof(
          anyDay.filter(day => day >= '1970-01-02'),
          nights,
        ),
        minutes,
        (day, minute) => {
          const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
          const meant = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime('Europe/London', {
            disambiguation: 'compatible',
          })
          expect(instantOf(day, time)).toBe(instantOfMillis(meant.epochMilliseconds))
        },
      ),
      { numRuns: 3000 },
    )
    // Forward: 01:30 does not exist and is 02:30. Back: of two 01:30 the earlier.
    expect(instantOf('2026-03-29', '01:30')).toBe('2026-03-29T01:30:00.000Z')
    expect(londonTime(instantOf('2026-03-29', '01:30'))).toBe('02:30')
    expect(instantOf('2026-10-25', '01:30')).toBe('2026-10-25T00:30:00.000Z')
    expect(londonTime('2026-10-25T01:30:00.000Z')).toBe('01:30')
  })

  it('has days of 23 and of 25 hours', () => {
    const length = (day: string) =>
      (millisOf(instantOf(addDays(day, 1), '00:00')) - millisOf(instantOf(day, '00:00'))) / 3_600_000
    expect([length('2026-03-29'), length('2026-10-25'), length('2026-06-01')]).toEqual([23, 25, 24])
    expect(addHours('2026-10-24T23:00:00.000Z', 25)).toBe('2026-10-26T00:00:00.000Z')
  })
})

describe('moments', () => {
  const same: readonly [string, Instant][] = [
    ['2022-04-15T18:00:00+01:00', '2022-04-15T17:00:00.000Z'],
    ['2022-04-15T18:00Z', '2022-04-15T18:00:00.000Z'],
    ['2022-04-15T18:00:00.123456Z', '2022-04-15T18:00:00.123Z'],
    ['2022-04-15T23:30:00-05:30', '2022-04-16T05:00:00.000Z'],
  ]
  it.each(same)('are read with any offset: %s', (text, instant) => expect(toInstant(text)).toBe(instant))

  it.each([
    '2022-04-15T18:00:00',
    '2022-02-30T18:00:00Z',
    '2022-04-15T24:00:00Z',
    '2022-04-15 18:00Z',
    '2022-04-15',
    'now',
    '',
    '2022-04-15T18:60Z',
    '2022-04-15T18:00+1:00',
  ])('are refused where they mean nothing: "%s"', text =>
    expect(() => toInstant(text)).toThrow(/is not a moment such as/),
  )

  it('are Instants only as this system writes them', () => {
    expect(isInstant('2026-11-24T09:00:00.000Z')).toBe(true)
    expect(['2026-11-24T09:00:00Z', '2026-02-30T09:00:00.000Z', '2026-11-24T25:00:00.000Z'].some(isInstant)).toBe(false)
    expect(() => instantOf('2026-11-24', '9:00')).toThrow('9:00 is not a time such as 16:05')
    expect(() => millisOf('soon')).toThrow(/is not a moment/)
  })
})

describe('words for people', () => {
  it('follow the GOV.UK style', () => {
    expect(formatDay('2026-09-03')).toBe('3 September 2026')
    expect(formatShortDay('2026-09-03')).toBe('3 Sep 2026')
    expect(formatInstant('2026-09-03T15:05:00.000Z')).toBe('3 September 2026 at 4:05pm')
    expect(['00:00', '00:30', '11:00', '12:00', '12:01', '23:59'].map(formatTime)).toEqual([
      '12am',
      '12:30am',
      '11am',
      '12pm',
      '12:01pm',
      '11:59pm',
    ])
    expect(weekdayName('2026-11-27')).toBe('Friday')
    expect(monthName('2026-11-27')).toBe('November')
    expect(() => monthName('2026-13-01')).toThrow(/is not a day/)
  })

  it('say how old a person is', () => {
    const cases: readonly [string, string, string][] = [
      ['2026-11-27', '2026-11-26', 'not yet born'],
      ['2026-11-26', '2026-11-26', '0 days'],
      ['2026-11-25', '2026-11-26', '1 day'],
      ['2026-10-29', '2026-11-26', '4 weeks'],
      ['2026-08-27', '2026-11-26', '13 weeks'],
      ['2026-08-26', '2026-11-26', '3 months'],
      ['2024-11-27', '2026-11-26', '23 months'],
      ['2024-11-26', '2026-11-26', '2 years'],
      ['2009-02-15', '2026-11-26', '17 years'],
    ]
    for (const [born, on, words] of cases) expect(formatRelativeAge(born, on), `${born} on ${on}`).toBe(words)
  })

  it('count birthdays: one of 29 February comes on 1 March in a year without it', () => {
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17)
    expect(ageOn('2008-02-29', '2026-03-01')).toBe(18)
    expect(ageOn('2026-12-01', '2026-11-26')).toBe(-1)
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 40_000 }), (born, days) => {
        const on = addDays(born, days)
        const years = Temporal.PlainDate.from(born).until(on, { largestUnit: 'years' }).years
        // Temporal counts 28 February as the birthday of 29 February; the law of England does not.
        if (!born.endsWith('02-29')) expect(ageOn(born, on)).toBe(years)
      }),
    )
  })

  it('name the school year', () => {
    expect(schoolYearOf('2026-08-31')).toBe('2025-26')
    expect(schoolYearOf('2026-09-01')).toBe('2026-27')
    expect(schoolYearOf('1999-09-01')).toBe('1999-00')
  })
})
