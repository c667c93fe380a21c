import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { report, sections } from '../src/app/report.ts'
import { runCommand } from '../src/commands/run.ts'
import type { Typed } from '../src/declare/input.ts'
import { figureOf } from '../src/engine/measures/figure.ts'
import { valueWords } from '../src/engine/measures/words.ts'
import { setNow } from '../src/kit/clock.ts'
import { reportOf } from '../src/publish/report/report.tsx'
import { piecesOf } from '../src/publish/report/section.ts'
import { recommendationRegister } from '../src/registers/assurance/recommendation/index.ts'
import { begun, enquiry, recommended, reviewer, terms } from '../src/registers/reviews/practice-review/examples.ts'
import { practiceReviewRegister } from '../src/registers/reviews/practice-review/index.ts'
import { contactsIn } from './support/contactsInTime.ts'
import { givenFor } from './support/given.ts'
import { createPeople, type People } from './support/people.ts'
import { createWorld, type World } from './support/world.ts'

const period = 'financial_year:2025-26'
let world: World
beforeAll(async () => {
  world = await createWorld()
  const { record, urgency, decide } = contactsIn(world)
  for (const source of ['6', '6', '2A', '3A']) await record('2025-05-12T09:00:00.000Z', { source })
  const decided = await record('2025-06-02T09:00:00.000Z')
  await urgency(decided, 'amber', '2025-06-02T09:30:00.000Z')
  await decide(decided, 'childInNeed', '2025-06-02T15:00:00.000Z')
  setNow('2026-06-01T09:00:00.000Z')
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

const build = async (which = report) =>
  (await which.build(world.engine, world.as('screening_manager'), 'A partnership', { period })).document

/** What is left of a document without figures, what declarations bring, periods, notes and drawings of figures. */
const typedIn = (html: string): string => {
  const drawings = /<div data-measure="[^"]+" data-period="[^"]+" data-as-at="[^"]+"><svg.*?<\/svg><\/div>/gs
  const told = /<(span)[^>]*\sdata-(?:measure|declared|period)(?:="[^"]*")?(?=[ >])[^>]*>[^<]*<\/\1>/g
  const notes = /<sup>.*?<\/sup>/g
  const bare = html.replace(/<style>.*?<\/style>/s, '').replace(/<title>.*?<\/title>/s, '')
  return bare
    .replace(drawings, '')
    .replace(told, '')
    .replace(notes, '')
    .replace(/<[^>]*>/g, ' ')
}

describe('every number of the yearly report', () => {
  it('comes from a figure, with its measure, period and moment', async () => {
    const html = await build()
    expect(typedIn(html)).not.toMatch(/\d/)
    expect(html.match(/data-measure="/g)?.length).toBeGreaterThan(60)
    // A planted number is found.
    expect(typedIn(html.replace('The contact team received', 'The 17 contact team received'))).toMatch(/17/)
    const told = [...html.matchAll(/<strong><span data-measure="(\w+)" data-period="([^"]+)"[^>]*>([^<]*)</g)]
    expect(told.length).toBeGreaterThan(10)
    for (const [, key = '', of = '', words] of told.filter(([, key]) => key === 'contacts' || key === 'checks_asked'))
      if (of === period) {
        const figure = await figureOf(world.engine, world.as('screening_manager'), key, { period: of })
        expect([valueWords(figure.unit, figure.value), '[z]', '[c]']).toContain(words)
      }
  })

  it('changes when a record changes', async () => {
    const before = await build()
    expect(before).toMatch(/data-measure="contacts"[^>]*>5</)
    await contactsIn(world).record('2026-03-30T09:00:00.000Z', { source: '6' })
    setNow('2026-06-01T09:00:00.000Z')
    const after = await build()
    expect(after).toMatch(/data-measure="contacts"[^>]*>6</)
    expect(after).not.toMatch(/The contact team received <strong><span data-measure="contacts"[^>]*>5</)
  })

  it('cannot be typed into its words', () => {
    for (const { blocks } of sections)
      for (const block of blocks) if ('text' in block) expect(() => piecesOf(block.text)).not.toThrow()
    expect(() => piecesOf('There were 17 contacts.')).toThrow('never typed')
    expect(() => piecesOf('There were {contacts.most} contacts.')).toThrow('no part')
    expect(() => reportOf([{ title: 'A', blocks: [{ text: 'Up by 3: {contacts}' }] }])).toThrow('never typed')
  })

  it.each(['src/app/report.ts', 'src/publish/report/article.tsx', 'src/publish/report/parts.tsx'])(
    'is not in the words of %s',
    file => {
      const source = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')
      const words = source
        .replace(/\/\*.*?\*\//gs, '')
        .replace(/<\/?h\d|"govuk-[\w -]+"/g, '')
        .split('\n')
        .filter(line => !/^import /.test(line))
      const typed = words.filter(
        line => /\d/.test(line) && !/indexOf|tabIndex|keys\[|length|share: typeof|biome-ignore/.test(line),
      )
      expect(typed).toEqual([])
    },
  )
})

describe('the document', () => {
  it('is whole: language, title, one heading, notes that are there, rows that add up, nothing from elsewhere', async () => {
    const html = await build()
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="en">/)
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html).not.toMatch(/<script|<link|src="|https?:\/\/(?!www\.w3\.org\/2000\/svg)/)
    for (const [, id] of html.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(`id="${id}"`)
    expect(html).toContain('Not recorded')
    expect(html).toContain('April 2025 to March 2026 (financial year 2025-26). As known on 1 June 2026')
  })

  it('quotes numbers that others publish with their source, for the periods they describe', async () => {
    expect(await build()).toContain('No published numbers are held that describe this period.')
    const asked = { period: 'financial_year:2021-22' }
    const { document } = await report.build(world.engine, world.as('screening_manager'), 'A partnership', asked)
    const row = /Children and young people aged 0 to 19<\/span>.*?<\/tr>/s.exec(document)?.[0] ?? ''
    expect(row).toContain('>41,200<')
    expect(row).toContain('annual report 2021 to 2022, page 8')
    expect(document).not.toContain('No published numbers')
    expect(typedIn(document)).not.toMatch(/\d/)
  })

  it('is for each person the sections of which they see all figures', async () => {
    const of = async (role: string) =>
      (await report.build(world.engine, world.as(role), 'A', { period })).document.match(/<h2[^>]*>[^<]*/g)?.join() ??
      ''
    const all = await of('scrutineer')
    for (const title of ['The front door', 'Harm outside the home']) expect(all).toContain(title)
    expect(await of('screening_manager')).not.toContain('Harm outside the home')
    const exploitation = await of('exploitation_coordinator')
    expect(exploitation).toContain('Harm outside the home')
    expect(exploitation).not.toContain('The front door')
    expect(report.isFor(world.engine, world.as('police_unit'))).toBe(false)
  })

  it('is for nobody who sees none, and hides small numbers from those who see no cases', async () => {
    const asked = { period }
    await expect(report.build(world.engine, world.as('administrator'), 'A', asked)).rejects.toMatchObject({
      kind: 'notFound',
    })
    const hidden = await report.build(world.engine, world.as('scrutineer'), 'A', asked)
    expect(hidden.document).toMatch(/data-measure="contacts"[^>]*>(\[c\]|6)</)
    expect(hidden.document).toContain('[c]')
  })
})

describe('reviews in the yearly report', () => {
  const manager = 'partnership_manager'
  const learning = reportOf(sections.filter(({ title }) => title === 'Learning from reviews'))
  const told = async (by: string, asAt?: string, of = period) =>
    (await learning.build(world.engine, world.as(by), 'A', { period: of, asAt })).document
  const rowsIn = (html: string, review: string) =>
    [...(html.split(`Review of ${review}`)[2]?.split('</table>')[0] ?? '').matchAll(/<tr.*?<\/tr>/gs)]
      .slice(1)
      .map(([row]) => [...row.matchAll(/<span data-declared(?:="")?>([^<]*)</g)].map(([, words]) => words))
  const recommend = (reference: string, more = {}) =>
    people.act(manager, practiceReviewRegister, 'recommend', { ...recommended, ...more }, reference)
  const underWay = async (name: string, decidedOn: string) => {
    setNow(`${decidedOn}T09:00:00.000Z`)
    const act = (action: string, typed: Typed, reference?: string) =>
      people.act(manager, practiceReviewRegister, action, typed, reference)
    const reference = await act('start', { ...begun, name, decidedOn })
    await act('addReviewer', { ...reviewer, declaredOn: decidedOn }, reference)
    await act('addEnquiry', enquiry, reference)
    await act('setTerms', { ...terms, chronologiesDueOn: '2026-12-01' }, reference)
    return reference
  }
  let people: People
  let before: string
  let answered: string
  beforeAll(async () => {
    people = createPeople(world)
    const one = await underWay('Child RA', '2025-11-03')
    await recommend(one)
    await recommend(one, { recNumber: '2', recTitle: 'The twin of the child', recAgency: '', recOwner: 'Agency lead' })
    const warned = await underWay('Child RB', '2025-12-01')
    await recommend(warned, { recTitle: 'Seeing children alone' })
    await people.act(manager, practiceReviewRegister, 'writeText', { reportText: 'Seen on 03/04/2021.' }, warned)
    const gone = await underWay('Child RC', '2025-02-03')
    await people.act('audit_lead', practiceReviewRegister, 'stop', { stoppedWhy: 'Invented' }, gone)
    before = '2026-05-12T09:00:00.000Z'
    setNow('2026-05-20T09:00:00.000Z')
    const { rows } = await world.engine.owner.query(
      `select reference from canopy.recommendation where source_ref = $1 and number = '1'`,
      [one],
    )
    answered = String(rows[0]?.reference)
    await people.act('agency_lead', recommendationRegister, 'accept', { answer: 'accepted', answerWhy: '' }, answered)
    setNow('2026-06-01T09:00:00.000Z')
  })

  it('stand with each recommendation, who answers, its day and its status, read at the moment of the figures', async () => {
    const row = (status: string) => [
      '1',
      'Training about adultification',
      'Metropolitan Police',
      '31 December 2026',
      status,
    ]
    const now = await told(manager)
    expect(rowsIn(now, 'Child RA')[0]).toEqual(row('Being carried out'))
    expect(now).toContain('Local child safeguarding practice review, decided on 3 November 2025. Under way.')
    expect(rowsIn(await told(manager, before), 'Child RA')[0]).toEqual(row('Not answered yet'))
    // Nobody is named: a colleague stands as their agency.
    expect(rowsIn(now, 'Child RA')[1]).toEqual(expect.arrayContaining(['2', 'Metropolitan Police', 'Not answered yet']))
    expect(now).not.toContain('Agency lead')
    expect(typedIn(now)).not.toMatch(/\d/)
    // One of the year before, which was stopped then, is none of this year.
    expect(now).not.toContain('Child RC')
    expect(await told(manager, undefined, 'financial_year:2024-25')).toContain('Child RC')
  })

  it('withhold the words that may tell who a child is, and those of a text that nobody has confirmed', async () => {
    const html = await told(manager)
    for (const [review, at] of [
      ['Child RA', 1],
      ['Child RB', 0],
    ] as const)
      expect(rowsIn(html, review)[at]?.[1], review).toBe('Not told: its words may tell who the child is')
    for (const words of ['twin', 'Seeing children alone']) expect(html).not.toContain(words)
  })

  it('are in the whole report of who reads all reviews, and told to nobody else', async () => {
    for (const by of ['scrutineer', 'audit_lead'])
      expect((await report.build(world.engine, world.as(by), 'A', { period })).document, by).toContain('Child RA')
    for (const by of ['analyst', 'agency_lead']) {
      const html = await told(by)
      expect(html, by).not.toContain('Child RA')
      expect(html, by).toContain('told to those alone who may open all')
    }
    expect(await told('scrutineer', undefined, 'financial_year:2020-21')).toContain('No review was under way')
  })
})

describe('canopy report build', () => {
  const folder = mkdtempSync(join(tmpdir(), 'canopy-report-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const run = (...words: string[]) =>
    runCommand(['report', ...words], () => ({
      ...givenFor(world.url, folder),
      report: (engine, actor, asked) => report.build(engine, actor, 'A partnership', asked),
    }))

  it('writes one file', async () => {
    const file = join(folder, 'report.html')
    expect(await run('build', '--year', '2025-26', '--format', 'html', '-o', file)).toBe(0)
    expect(readFileSync(file, 'utf8')).toMatch(/data-measure="contacts"[^>]*>6</)
  })

  it('says what is wrong, with exit code 2', async () => {
    const file = join(folder, 'none')
    for (const words of [
      ['build', '--year', '2025-26', '--format', 'docx', '-o', file],
      ['build', '--year', '2025-26', '--format', 'pdf', '-o', file],
      ['build', '--year', '2025-26', '--format', 'txt', '-o', file],
      ['build', '--year', 'last', '-o', file],
      ['build', '-o', file],
      ['build', '--year', '2025-26'],
      ['bild'],
    ])
      expect(await run(...words), words.join(' ')).toBe(2)
    expect(() => readFileSync(file)).toThrow()
  })
})
