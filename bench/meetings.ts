import { setTimeout as pause } from 'node:timers/promises'
import { links } from '../src/app/links.ts'
import { meetings } from '../src/app/meetings/index.ts'
import { registers } from '../src/app/registers.ts'
import { roles } from '../src/app/roles.ts'
import type { BenchResult } from '../src/commands/bench.ts'
import { openDatabase } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import type { Typed } from '../src/declare/input.ts'
import { type Actor, system } from '../src/engine/actor.ts'
import { createEngine, type OpenEngine } from '../src/engine/createEngine.ts'
import { makeAgenda } from '../src/engine/meetings/agenda.ts'
import { freezePack } from '../src/engine/meetings/pack.ts'
import { readMeeting } from '../src/engine/meetings/read.ts'
import { actorByUsername, addAccount, addAgencies } from '../src/engine/people/posts.ts'
import { openSession } from '../src/engine/people/sessions.ts'
import { perform } from '../src/engine/store/perform.ts'
import { within } from '../src/engine/store/transaction.ts'
import { now, today } from '../src/kit/clock.ts'
import { addHours } from '../src/kit/dates.ts'
import { dailyCaseRegister } from '../src/registers/domestic-abuse/daily-case/index.ts'
import { panelNominationRegister } from '../src/registers/harm-outside-home/panel-nomination/index.ts'
import { ratio, spread, withFolder } from './measure.ts'
import { startCanopy } from './server.ts'

// A daily meeting of fifteen cases and seven agencies, typed by one person and followed by fifteen; and a pack of forty pages in Word
// and PDF. Beside each, from the same process, a page without records.

const cases = 15
const followers = 15
const packPages = 40
const rounds = 3
const actionsEach = Number(process.env.CANOPY_BENCH_ACTIONS ?? 40)
const agencies = ['police', 'health', 'housing', 'probation', 'adults', 'council', 'voluntary']

interface Filled {
  readonly officer: Actor
  readonly token: string
  readonly followers: readonly string[]
  readonly daily: string
  readonly item: string
  readonly panel: string
  readonly pack: string
  readonly agendaMs: readonly number[]
}

const fill = async (engine: OpenEngine): Promise<Filled> => {
  await within(engine, system(), tx =>
    addAgencies(
      tx,
      agencies.map(code => ({
        code,
        name: `Agency ${code}`,
        kind: code,
        teams: [{ code: `run-${code}`, name: `Team ${code}` }],
      })),
      '2015-01-01',
    ),
  )
  const person = async (username: string, role: string, agency: string, team?: string) => {
    const post = { role, agency, ...(team === undefined ? {} : { team }) }
    const actor = await within(engine, system(), async tx => {
      await addAccount(tx, { username, name: username, posts: [post] }, 'none', '2015-01-01')
      return actorByUsername(tx, username, undefined, today())
    })
    if (!actor) throw new Error('The bench has nobody to work as')
    return actor
  }
  const lead = await person('lead', 'domestic_abuse_lead', 'council', 'run-council')
  const officer = await person('officer', 'meeting_officer', 'council', 'run-council')
  const coordinator = await person('coordinator', 'exploitation_coordinator', 'council', 'run-council')
  const members = await Promise.all(
    Array.from({ length: followers }, (_, n) =>
      person(`member${n}`, 'panel_member', agencies[n % agencies.length] ?? ''),
    ),
  )
  const start = async (by: Actor, register: (typeof registers)[number], typed: Typed) =>
    (await perform(engine, by, { register, action: 'start', typed })).reference
  const invited = agencies.map(code => `Agency ${code}`)
  const plan = (kind: string) =>
    start(officer, meetings.registers.sitting, {
      ...{ kind, name: '', startsAt: addHours(now(), 24), minutes: '60', place: '', chair: 'officer' },
      ...{ invited, needed: [], newSince: '', answersBy: '' },
    })
  const refer = async (n: number) => {
    const reference = await start(lead, dailyCaseRegister, {
      ...{ referredOn: today(), referredBy: 'Agency police', criterion: 'visible', consent: 'agreed', whyWithout: '' },
      ...{ adultPerson: '', adultGiven: `Given${n}`, adultFamily: `Family${n}`, adultBornOn: '', adultSex: 'female' },
      ...{ adultAddress: `${n} Bench Street`, adultTelephone: '', safeContact: 'Text', housing: '' },
      ...{ harmPerson: '', harmGiven: `Other${n}`, harmFamily: `Bench${n}`, harmBornOn: '', relation: 'partner' },
    })
    await perform(engine, lead, {
      register: dailyCaseRegister,
      action: 'addIncident',
      reference,
      typed: {
        ...{ happenedAt: addHours(now(), -2), toldBy: 'police', policeReference: '', what: 'threats' },
        ...{ account: `Given${n} was threatened. `.repeat(10), score: '15', judgement: '' },
      },
    })
  }
  const agendaMs: number[] = []
  let daily = ''
  for (let round = 0; round <= rounds; round += 1) {
    for (let n = 0; n < cases; n += 1) await refer(round * cases + n)
    daily = await plan('daily')
    const from = performance.now()
    await makeAgenda(engine, officer, meetings, daily)
    if (round > 0) agendaMs.push(performance.now() - from)
  }
  await perform(engine, officer, { register: meetings.registers.sitting, action: 'begin', reference: daily, typed: {} })
  const item = (await readMeeting(engine, officer, meetings, daily)).entries[0]?.item.reference ?? ''
  for (let n = 0; n < packPages; n += 1) {
    const reference = await start(coordinator, panelNominationRegister, {
      ...{ subject: 'place', person: '', peerGroup: '', label: `Place ${n}`, alsoCalled: '', nominatedOn: today() },
      ...{
        kinds: ['criminal'],
        criteria: ['named'],
        risk: 'moderate',
        whyNow: 'Named again by three children. '.repeat(20),
      },
      ...{
        tried: 'Patrols, lighting, a youth worker. '.repeat(20),
        plan: 'To go on with it. '.repeat(20),
        childVoice: '',
      },
      ...{ asks: 'To look together. '.repeat(10), policeOnly: '', school: '', placedIn: '' },
    })
    await perform(engine, officer, {
      register: panelNominationRegister,
      action: 'accept',
      reference,
      typed: { siftWhy: 'Yes' },
    })
  }
  const panel = await plan('exploitation')
  await makeAgenda(engine, officer, meetings, panel)
  const { reference: pack } = await freezePack(engine, officer, meetings, panel)
  const tokens: string[] = []
  for (const member of members) tokens.push(await openSession(engine, member))
  return { officer, token: await openSession(engine, officer), followers: tokens, daily, item, panel, pack, agendaMs }
}

const p95 = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN

/** Follows as the browser does; notes when each version was seen. */
const follow = async (
  address: string,
  token: string,
  { daily, item }: Filled,
  seen: Map<string, number[]>,
  stop: { now: boolean },
) => {
  const headers = { cookie: `canopy_session=${token}`, accept: 'application/json', 'canopy-idle': '1' }
  let since = ''
  while (!stop.now) {
    const answer = await fetch(`${address}/meeting/${daily}/live/${item}/changes?since=${encodeURIComponent(since)}`, {
      headers,
    })
    const { version, html = '' } = (await answer.json()) as { version: string; html?: string }
    since = version
    for (const [, task = ''] of html.matchAll(/(Task \d+)</g))
      seen.set(task, [...(seen.get(task) ?? []), performance.now()])
  }
}

export const run = (out: (line: string) => void): Promise<BenchResult> =>
  withFolder(async folder => {
    const database = await openDatabase({ dataFolder: folder, note: () => {} })
    try {
      await migrate(database.url)
      const engine = await createEngine(database.url, { registers, links, roles }, 4)
      const filled = await fill(engine).finally(() => engine.close())
      out(`agenda of ${cases} cases: ${filled.agendaMs.map(ms => ms.toFixed(0)).join(', ')} ms`)
      const server = await startCanopy(folder, ['--empty'])
      try {
        const headers = { cookie: `canopy_session=${filled.token}` }
        const page = await (
          await fetch(`${server.address}/meeting/${filled.daily}/live/${filled.item}`, { headers })
        ).text()
        const csrf = /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? ''
        const seen = new Map<string, number[]>()
        const stop = { now: false }
        const following = filled.followers.map(token => follow(server.address, token, filled, seen, stop))
        const save: number[] = []
        const plain: number[] = []
        const sent = new Map<string, number>()
        await pause(1000)
        for (let n = 0; n < actionsEach; n += 1) {
          const task = `Task ${n}`
          const body = new URLSearchParams({ _csrf: csrf, key: `bench ${n}`, who: '', what: task, by: 'tomorrow noon' })
          const from = performance.now()
          const answer = await fetch(`${server.address}/meeting/${filled.daily}/live/${filled.item}/actions`, {
            ...{ method: 'POST', headers, body, redirect: 'manual' },
          })
          const done = performance.now()
          await answer.text()
          if (n > 5) save.push(done - from)
          sent.set(task, done)
          const before = performance.now()
          await (await fetch(`${server.address}/accessibility`, { headers })).text()
          plain.push(performance.now() - before)
          await pause(700)
        }
        await pause(2000)
        stop.now = true
        const waits = [...sent].flatMap(([task, at]) => {
          const firsts = (seen.get(task) ?? []).sort((a, b) => a - b).slice(0, followers)
          return firsts.map(one => Math.max(0, one - at))
        })
        const unseen = [...sent.keys()].filter(task => (seen.get(task) ?? []).length < followers).length
        const packs: number[] = []
        for (let round = 0; round <= rounds; round += 1) {
          const from = performance.now()
          for (const form of ['word', 'pdf']) {
            const body = new URLSearchParams({ _csrf: csrf, audience: 'full', school: '', forWhom: '', form })
            const answer = await fetch(`${server.address}/meeting/${filled.panel}/pack/${filled.pack}/copy`, {
              method: 'POST',
              headers,
              body,
            })
            const bytes = Buffer.from(await answer.arrayBuffer())
            const sheets = bytes.toString('latin1').match(/\/Type \/Page\n/g)?.length ?? 0
            if (!answer.ok || bytes.byteLength < 10_000 || (form === 'pdf' && sheets < packPages))
              throw new Error(`The pack in ${form} was not made (${answer.status}, ${sheets} sheets)`)
          }
          // The first round starts the browser that prints.
          if (round > 0) packs.push((performance.now() - from) / 1000)
          out(`pack, round ${round}: ${((performance.now() - from) / 1000).toFixed(1)} s`)
        }
        await Promise.race([Promise.all(following), pause(25_000)])
        const saving = spread('saving an action with 15 people following, p95', 'ms', [p95(save)], 150)
        const quiet = spread('page without records, p95 in between', 'ms', [p95(plain)])
        return {
          bench: 'meetings',
          measured: [
            spread(`agenda of ${cases} cases with ${agencies.length} agencies`, 'ms', filled.agendaMs, 300),
            saving,
            spread('until those who follow see it, p95', 'ms', [p95(waits)], 1000),
            spread(`pack of ${packPages} pages in Word and PDF`, 's', packs, 5),
            quiet,
          ],
          ratios: [{ name: 'saving an action to a page without records', value: ratio(saving.median, quiet.median) }],
          faults: unseen === 0 ? [] : [`${unseen} actions were not seen by everybody who followed`],
        }
      } finally {
        await server.stop()
      }
    } finally {
      await database.close()
    }
  })
