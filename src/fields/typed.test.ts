import { describe, expect, it } from 'vitest'
import type { Field } from '../declare/field.ts'
import * as make from '../declare/field.ts'
import type { Typed } from '../declare/input.ts'
import type { FieldContext } from './kind.ts'
import { inputOf, parseField, typedFromJson } from './kinds.ts'
import { parseTime } from './moment.ts'

const nobody = { accounts: [], agencies: [], teams: [], relatedReference: () => undefined, relatedId: () => undefined }
const on = (eventDay: string): FieldContext => ({
  now: '2026-11-26T12:00:00.000Z',
  today: '2026-11-26',
  eventDay,
  directory: nobody,
})
/** The value, or the message of the one problem with the control it belongs to. */
const read = (field: Field, typed: Typed | string, eventDay = '2026-11-26') => {
  const parsed = parseField(field, typeof typed === 'string' ? { it: typed } : typed, 'it', on(eventDay))
  return parsed.ok ? parsed.value : parsed.problems.map(one => `${one.field}: ${one.message}`).join(' | ')
}
const parts = (day: string, month: string, year: string, time?: string): Typed => ({
  'it-day': day,
  'it-month': month,
  'it-year': year,
  ...(time === undefined ? {} : { 'it-time': time }),
})

describe('dates as people type them', () => {
  const born = make.date('Date of birth', { past: true })
  it.each([
    [parts('9', '3', '2026'), '2026-03-09'],
    [parts(' 09 ', ' march ', '2026'), '2026-03-09'],
    [parts('9', 'Sept', '2026'), '2026-09-09'],
    [parts('29', '2', '2024'), '2024-02-29'],
    ['2026-03-09', '2026-03-09'],
    ['9/3/2026', '2026-03-09'],
    ['9.3.2026', '2026-03-09'],
    ['9 March 2026', '2026-03-09'],
    [parts('26', '11', '2026'), '2026-11-26'],
    [parts('31', '2', '2026'), 'it-day: Date of birth must be a real date, like 27 3 2026'],
    [parts('29', '2', '2025'), 'it-day: Date of birth must be a real date, like 27 3 2026'],
    ['31/04/2026', 'it-day: Date of birth must be a real date, like 27 3 2026'],
    [parts('0', '1', '2026'), 'it-day: Date of birth must be a real date, like 27 3 2026'],
    [parts('1', '13', '2026'), 'it-day: Date of birth must be a real date, like 27 3 2026'],
    [parts('1', 'marshmallow', '2026'), 'it-day: Date of birth must be a real date, like 27 3 2026'],
    [parts('1.5', '3', '2026'), 'it-day: Date of birth must be a real date, like 27 3 2026'],
    [parts('٩', '3', '2026'), 'it-day: Date of birth must be a real date, like 27 3 2026'],
    [parts('27', '11', '2026'), 'it-day: Date of birth must be today or in the past'],
    [parts('1', '1', '2200'), 'it-day: Date of birth must be today or in the past'],
    [parts('1', '1', '1899'), 'it-year: Date of birth: the year must be between 1900 and 2200'],
    [parts('9', '3', '26'), 'it-year: Date of birth: the year must have 4 numbers, like 2026'],
    [parts('9', '', '2026'), 'it-month: Date of birth must include a month'],
    [parts('', '', '2026'), 'it-day: Date of birth must include a day and a month'],
    [parts('9', '3', ''), 'it-year: Date of birth must include a year'],
    ['yesterday', 'it-day: Date of birth must be a real date, like 27 3 2026'],
    ['46000', 'it-month: Date of birth must include a month and a year'],
    [{}, 'it-day: Enter the date of birth'],
  ] as const)('%j is %s', (typed, result) => expect(read(born, typed)).toBe(result))

  it('are kept as typed when they are wrong', () => {
    expect(inputOf(born, 'it', parts('31', '2', '26'), on('2026-11-26')).value).toEqual({
      day: '31',
      month: '2',
      year: '26',
    })
  })
})

describe('moments as people type them', () => {
  const arrived = make.moment('When did it arrive?', { label: 'Received', past: true })
  it.each([
    [parts('26', '11', '2026', '11:59'), '2026-11-26T11:59:00.000Z'],
    [parts('1', '6', '2026', '4:05pm'), '2026-06-01T15:05:00.000Z'],
    ['2026-05-12 09:40', '2026-05-12T08:40:00.000Z'],
    ['12 May 2026 at 4:05pm', '2026-05-12T15:05:00.000Z'],
    ['12/5/2026 noon', '2026-05-12T11:00:00.000Z'],
    ['2026-05-12T09:40:00+01:00', '2026-05-12T08:40:00.000Z'],
    ['2026-05-12T09:40+0100', '2026-05-12T08:40:00.000Z'],
    // Both nights the clocks change: 01:30 does not exist in March, and is the first of two in October.
    [parts('29', '3', '2026', '1:30'), '2026-03-29T01:30:00.000Z'],
    [parts('29', '3', '2026', '2:30'), '2026-03-29T01:30:00.000Z'],
    [parts('25', '10', '2026', '1:30'), '2026-10-25T00:30:00.000Z'],
    ['2026-10-25T01:30:00Z', '2026-10-25T01:30:00.000Z'],
    [parts('26', '11', '2026', '12:01'), 'it-day: Received must be in the past'],
    [parts('27', '11', '2026', 'noon'), 'it-day: Received must be in the past'],
    ['2026-05-12T25:00:00Z', 'it-day: Received must be a real date and time'],
    ['2026-02-31T10:00:00Z', 'it-day: Received must be a real date and time'],
    [parts('12', '5', '2026', ''), 'it-time: Received: enter a time, like 9:30am or 16:05'],
    [parts('12', '5', '2026', 'soon'), 'it-time: Received: enter a time, like 9:30am or 16:05'],
    [parts('31', '6', '2026', '9:00'), 'it-day: Received must be a real date, like 27 3 2026'],
    [parts('12', '5', '0026', '9:00'), 'it-year: Received: the year must be between 1900 and 2200'],
    ['0026-05-12T09:00:00Z', 'it-year: Received: the year must be between 1900 and 2200'],
    ['', 'it-day: Enter an answer to “When did it arrive?”'],
  ] as const)('%j is %s', (typed, result) => expect(read(arrived, typed)).toBe(result))

  it.each([
    ['4:05pm', '16:05'],
    ['4.05pm', '16:05'],
    ['16.05', '16:05'],
    ['16:05', '16:05'],
    ['noon', '12:00'],
    ['Midday', '12:00'],
    ['12am', '00:00'],
    ['12pm', '12:00'],
    ['12:30 am', '00:30'],
    ['4 pm', '16:00'],
    ['4.05 p.m.', '16:05'],
    ['9:30am', '09:30'],
    ['0:00', '00:00'],
    ['23:59', '23:59'],
    ['24:00', undefined],
    ['16:05pm', undefined],
    ['0am', undefined],
    ['4', undefined],
    ['1605', undefined],
    ['4:5pm', undefined],
    ['4:60pm', undefined],
    ['midnight', undefined],
    ['', undefined],
    ['-4:00', undefined],
  ])('a time of day: "%s" is %s', (typed, time) => expect(parseTime(typed)).toBe(time))
})

describe('text as people type it', () => {
  const long = make.longText('What happened?')
  const name = make.text('Name', { maxLength: 20 })

  it('may be 20,000 characters long, counted as people count them, and not one more', () => {
    expect(read(long, 'x'.repeat(20_000))).toHaveLength(20_000)
    expect(read(long, '🙂'.repeat(20_000))).toHaveLength(40_000)
    expect(read(long, 'x'.repeat(20_001))).toBe(
      'it: What happened? must be 20,000 characters or fewer. You have 20,001',
    )
    expect(read(long, '🙂'.repeat(20_001))).toMatch(/You have 20,001$/)
  })

  it.each([
    '👩‍👩‍👧‍👦',
    'e\u0301a\u0308',
    'محمد علي',
    'אבא',
    '=cmd()',
    '<script>alert(1)</script>',
    "O'Neil",
    '田中',
    'a\tb',
    '"quoted"',
  ])('is kept as it is: %s', text => expect(read(make.text('Name'), text)).toBe(text))

  it.each([
    [name, 'a\0b', 'it: Name has a character that cannot be shown. Delete it and type it again'],
    [name, 'a\u0007b', 'it: Name has a character that cannot be shown. Delete it and type it again'],
    [name, 'a\uD800b', 'it: Name has a character that cannot be shown. Delete it and type it again'],
    [name, 'a\nb', 'it: Name must be one line'],
    [name, 'a\rb', 'it: Name must be one line'],
    [name, 'a\u2028b', 'it: Name must be one line'],
    [name, ' \u00A0\t', 'it: Enter the name'],
    [name, '\u200B\u200D', 'it: Enter the name'],
    [name, 'x'.repeat(21), 'it: Name must be 20 characters or fewer. You have 21'],
    [long, 'a\r\nb\rc', 'a\nb\nc'],
    [long, '  a\n', 'a'],
  ] as const)('%#', (field, text, result) => expect(read(field, text)).toBe(result))
})

describe('numbers, yes and no, and lists as people type them', () => {
  const children = make.wholeNumber('How many children?', { label: 'Children', max: 2000 })
  it.each([
    ['12', 12],
    ['1,204', 1204],
    ['0', 0],
    ['-0', 0],
    ['007', 7],
    ['1,2', 'it: Children must be a whole number, like 12'],
    ['1.5', 'it: Children must be a whole number, like 12'],
    ['1e3', 'it: Children must be a whole number, like 12'],
    ['twelve', 'it: Children must be a whole number, like 12'],
    ['0x10', 'it: Children must be a whole number, like 12'],
    ['٣', 'it: Children must be a whole number, like 12'],
    ['-1', 'it: Children must be between 0 and 2000'],
    ['2001', 'it: Children must be between 0 and 2000'],
    ['99999999999999999999', 'it: Children must be a whole number, like 12'],
  ] as const)('the number "%s" is %s', (typed, result) => expect(read(children, typed)).toBe(result))

  it.each([
    ['yes', true],
    ['Y', true],
    ['TRUE', true],
    ['no', false],
    ['n', false],
    ['maybe', 'it: Alone? must be yes or no'],
    ['1', 'it: Alone? must be yes or no'],
  ] as const)('"%s" is %s', (typed, result) => expect(read(make.yesNo('Alone?'), typed)).toBe(result))

  const source = make.choice(
    'Who is it from?',
    {
      '1A': 'Family',
      '10': 'Unknown',
      '4': 'Housing',
      '5D': { label: 'Early help', from: '2022-04-01', to: '2026-03-31' },
    },
    { label: 'Source' },
  )
  it.each([
    ['1A', '2026-11-26', '1A'],
    ['family', '2026-11-26', '1A'],
    ['5D', '2022-04-01', '5D'],
    ['5D', '2026-03-31', '5D'],
    ['5D', '2022-03-31', 'it: Source cannot be “5D”. It must be one of: 1A, 4, 10'],
    ['early help', '2026-04-01', 'it: Source cannot be “early help”. It must be one of: 1A, 4, 10'],
    ['constructor', '2026-11-26', 'it: Source cannot be “constructor”. It must be one of: 1A, 4, 10'],
    ['__proto__', '2026-11-26', 'it: Source cannot be “__proto__”. It must be one of: 1A, 4, 10'],
    ['', '2026-11-26', 'it: Select an answer to “Who is it from?”'],
  ])('the code "%s" on %s is %s', (typed, day, result) => expect(read(source, typed, day)).toBe(result))

  it('offer the codes of the day of the event, numbered codes in the order of their numbers', () => {
    const offered = (day: string) => {
      const input = inputOf(source, 'it', {}, on(day))
      return 'items' in input ? input.items.map(item => item.value) : []
    }
    expect(offered('2022-04-01')).toEqual(['1A', '4', '5D', '10'])
    expect(offered('2022-03-31')).toEqual(['1A', '4', '10'])
  })

  const colours = make.choices('Which?', { red: 'Red', blue: 'Blue' })
  it.each([
    [{ it: ['red', 'blue', 'red'] }, ['red', 'blue']],
    [{ it: 'red; Blue' }, ['red', 'blue']],
    [{ it: ['', 'red'] }, ['red']],
    [{ it: ['red', 'toString'] }, 'it: Which cannot be “toString”. It must be one of: red, blue'],
    [{ it: ' ; ' }, 'it: Select at least one answer to “Which?”'],
  ] as const)('the list %j is %j', (typed, result) => expect(read(colours, typed)).toEqual(result))

  it('say what is wrong with somebody nobody knows', () => {
    expect(read(make.staff('Who visited?'), 'Nobody')).toBe('it: Who visited: “Nobody” is not on the list')
    expect(read(make.agency('Agency?'), 'x'.repeat(100))).toBe(`it: Agency: “${'x'.repeat(60)}” is not on the list`)
    expect(read(make.related('Which?', 'sample'), 'SMP-1')).toBe('it: There is no record “SMP-1” that you can see')
  })

  it('come from JSON with nothing as nothing', () => {
    expect(typedFromJson({ a: null, b: false, c: 0, d: ['x'], e: '' })).toEqual({
      a: '',
      b: 'false',
      c: '0',
      d: ['x'],
      e: '',
    })
  })
})
