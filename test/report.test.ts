import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { report, sections } from '../src/app/report.ts'
import { runCommand } from '../src/commands/run.ts'
import { figureOf } from '../src/engine/measures/figure.ts'
import { valueWords } from '../src/engine/measures/words.ts'
import { setNow } from '../src/kit/clock.ts'
import { reportOf } from '../src/publish/report/report.tsx'
import { piecesOf } from '../src/publish/report/section.ts'
import { contactsIn } from './support/contactsInTime.ts'
import { givenFor } from './support/given.ts'
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
