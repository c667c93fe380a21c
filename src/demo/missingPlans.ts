import { addHours, type Instant } from '../kit/dates.ts'
import type { DemoContext } from './context.ts'

/** Up to when the first telling goes. */
export const loadedAt = (demo: DemoContext): Instant => demo.segments[0]?.until ?? demo.now

export type Place = 'home' | 'care' | 'larkspur' | 'copperfield' | 'kent'
/** What came of the interview, and how many hours after the return. */
export type After =
  | {
      readonly course: 'held'
      readonly offered: number
      readonly held: number
      readonly sent: number | null
      readonly worry?: true
      readonly concern?: true
      readonly named?: readonly string[]
    }
  | { readonly course: 'declined' | 'noContact'; readonly offered: number; readonly ended: number }
  | { readonly course: 'again'; readonly offered: number; readonly ended: number }
  | { readonly course: 'notOffered'; readonly ended: number }

export interface Plan {
  readonly key: string
  readonly child: string
  /** Hours before the load. */
  readonly since: number
  readonly lasted: number
  readonly from: Place
  readonly grade: 'high' | 'medium' | 'low'
  /** Of how many in 90 days this is the last. */
  readonly times?: number
  readonly after: After
  readonly estimated?: true
  readonly police?: true
}

const held = (offered: number, hours: number, sent: number | null, more: object = {}) =>
  ({ course: 'held', offered, held: hours, sent, ...more }) as After

/** At the load: four are missing, others wait for an offer, have one, have agreed, or are to be sent on. */
const told: readonly Plan[] = [
  { key: 'now high', child: 'a', since: 9, lasted: 23, from: 'larkspur', grade: 'high', after: held(6, 30, 32) },
  {
    key: 'now home',
    child: 'b',
    since: 31,
    lasted: 37,
    from: 'home',
    grade: 'medium',
    after: { course: 'declined', offered: 20, ended: 44 },
  },
  {
    key: 'now kent',
    child: 'c',
    since: 3,
    lasted: 22,
    from: 'kent',
    grade: 'medium',
    after: { course: 'notOffered', ended: 30 },
  },
  { key: 'waits', child: 'd', since: 41, lasted: 14, from: 'care', grade: 'medium', after: held(31, 60, 62) },
  {
    key: 'overdue',
    child: 'e',
    since: 88,
    lasted: 9,
    from: 'home',
    grade: 'low',
    after: { course: 'noContact', offered: 100, ended: 150 },
    estimated: true,
  },
  { key: 'agreed', child: 'f', since: 62, lasted: 12, from: 'home', grade: 'medium', after: held(18, 64, 66) },
  { key: 'to send', child: 'g', since: 80, lasted: 10, from: 'care', grade: 'medium', after: held(12, 58, 76) },
  {
    key: 'often 1',
    child: 'h',
    since: 24 * 39,
    lasted: 20,
    from: 'care',
    grade: 'medium',
    times: 1,
    after: held(20, 50, 52),
  },
  {
    key: 'often 2',
    child: 'h',
    since: 24 * 20,
    lasted: 30,
    from: 'care',
    grade: 'medium',
    times: 2,
    after: held(20, 40, 42),
  },
  {
    key: 'often 3',
    child: 'h',
    since: 24 * 9,
    lasted: 16,
    from: 'care',
    grade: 'medium',
    times: 3,
    after: { course: 'again', offered: 20, ended: 90 },
  },
  {
    key: 'often 4',
    child: 'h',
    since: 24 * 4.5,
    lasted: 40,
    from: 'care',
    grade: 'high',
    times: 4,
    after: held(15, 80, 84),
  },
  {
    key: 'sent',
    child: 'i',
    since: 24 * 11,
    lasted: 18,
    from: 'home',
    grade: 'medium',
    after: held(20, 60, 62, { named: ['the Nag, upstairs', 'Grey van, dented'] }),
  },
  {
    key: 'declined',
    child: 'j',
    since: 24 * 13,
    lasted: 8,
    from: 'home',
    grade: 'low',
    after: { course: 'declined', offered: 16, ended: 40 },
  },
  {
    key: 'not reached',
    child: 'k',
    since: 24 * 16,
    lasted: 26,
    from: 'home',
    grade: 'medium',
    after: { course: 'noContact', offered: 20, ended: 90 },
  },
  {
    key: 'concern',
    child: 'l',
    since: 24 * 26,
    lasted: 50,
    from: 'copperfield',
    grade: 'high',
    after: held(10, 40, 43, { worry: true, concern: true, named: ['We meet on the steps'] }),
  },
  {
    key: 'worry now',
    child: 'm',
    since: 60,
    lasted: 15,
    from: 'larkspur',
    grade: 'medium',
    after: held(12, 43, 47, { worry: true }),
  },
  { key: 'plan', child: 'n', since: 24 * 18, lasted: 12, from: 'larkspur', grade: 'medium', after: held(10, 30, 32) },
]

/** Ordinary episodes, one every three days or so, from six weeks before the load up to now. */
const ordinary = (demo: DemoContext): readonly Plan[] => {
  const found: Plan[] = []
  for (let n = 0; ; n += 1) {
    const hours = 24 * 41 - n * 74
    if (addHours(loadedAt(demo), -hours) > demo.now) return found
    const random = demo.random.fork(`missing ordinary ${n}`)
    const after: After =
      n % 4 === 1
        ? { course: 'declined', offered: 20, ended: 40 }
        : n % 4 === 3
          ? { course: 'noContact', offered: 22, ended: 80 }
          : held(16, random.between(30, 90), 96)
    found.push({
      key: `ordinary ${n}`,
      child: `ordinary ${n}`,
      since: hours,
      lasted: random.between(4, 40),
      from: n % 3 === 0 ? 'care' : 'home',
      grade: n % 5 === 2 ? 'low' : 'medium',
      after,
    })
  }
}

/** Episodes of the last six weeks and of now, with what follows in the days after the load. */
export const livePlans = (demo: DemoContext): readonly Plan[] => [...told, ...ordinary(demo)]
