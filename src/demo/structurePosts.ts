import { addDays, type Day, instantOf } from '../kit/dates.ts'
import { idFrom } from '../kit/ids.ts'
import { arrangementPartnerRegister } from '../registers/partnership/arrangement-partner/index.ts'
import { businessPostRegister } from '../registers/partnership/business-post/index.ts'
import type { DemoContext, DemoStory } from './context.ts'
import { loadedOn, workingDayBy } from './soFar.ts'
import { colleague, manager, opened } from './structureParts.ts'
import type { Values } from './telling.ts'
import { type Chronicle, chronicle } from './youthTelling.ts'

/** Posts of the business unit as the report names them, and the partners in the arrangements. */

interface PostPlan {
  readonly title: string
  readonly kind: string
  readonly hundredths: number
  readonly from: Day
}

const posts: readonly PostPlan[] = [
  { title: 'Business Manager', kind: 'manager', hundredths: 100, from: opened },
  { title: 'Training and Quality Assurance Manager', kind: 'trainingQuality', hundredths: 100, from: opened },
  // Part-time; how much of a full-time post is not in the report, and invented here.
  { title: 'Training administrator', kind: 'trainingAdministration', hundredths: 60, from: opened },
  { title: 'Workforce development officer', kind: 'workforceDevelopment', hundredths: 50, from: '2022-04-01' },
]

export const postLives = (demo: DemoContext): readonly Chronicle[] =>
  posts.map(({ title, kind, hundredths, from }) => {
    const random = demo.random.fork(`business post ${kind}`)
    const one = chronicle(businessPostRegister, random.id(), manager(demo)).on(from, 'start', {
      ...{ postTitle: title, kind, hundredths, fundedFrom: from, fundedUntil: null },
    })
    const take = (heldFrom: Day) => one.on(heldFrom, 'take', {}, { heldFrom, holder: colleague(random) })
    const leave = (lastDay: Day) => one.on(addDays(lastDay, 1), 'leave', {}, { lastDay, vacantWhy: 'Changed post' })
    const undone = (on: Day, words: string) => one.on(on, 'sayUndone', {}, { undoneFrom: on, undone: words })
    take(workingDayBy(addDays(from, 3)))
    if (kind === 'trainingQuality') {
      leave('2022-02-25')
      undone('2022-03-21', 'No bespoke training for needs that were found. Core courses go on.')
      take('2022-11-07')
    }
    if (kind === 'trainingAdministration') {
      const day = workingDayBy(addDays(loadedOn(demo), -41))
      leave(day)
      undone(workingDayBy(addDays(day, 12)), 'Feedback of courses is not counted; the manager answers bookings.')
    }
    return one
  })

interface PartnerPlan {
  readonly key: string
  readonly name: string
  readonly agency: string
  readonly role: 'statutory' | 'relevant'
  readonly sector: string
  readonly signs: string | null
  readonly from: Day
  readonly succeeds?: string
}

/** The days are those of the demonstration's records; only that of the integrated care board is the law's. */
const begin: Day = '2020-04-01'
const relevant = (agency: string, sector: string, more: Partial<PartnerPlan> = {}): PartnerPlan => ({
  ...{ key: agency, name: '', agency, role: 'relevant', sector, signs: null, from: begin },
  ...more,
})
const statutory = (agency: string, name: string, sector: string, signs: string, more: Partial<PartnerPlan> = {}) =>
  relevant(agency, sector, { role: 'statutory', name, signs, ...more })

/** Each with those who took its place. */
const partners: readonly (readonly PartnerPlan[])[] = [
  [statutory('council', 'London Borough of Islington', 'localAuthority', 'Director of Children’s Services')],
  [statutory('police', 'Metropolitan Police Service', 'police', 'Commander of the Basic Command Unit')],
  [
    statutory('ccg', 'NHS North Central London Clinical Commissioning Group', 'health', 'Chief nurse'),
    statutory('icb', 'NHS North Central London Integrated Care Board', 'health', 'Director of Safeguarding', {
      ...{ from: '2022-07-01', succeeds: 'ccg' },
    }),
  ],
  [relevant('crc', 'justice'), relevant('probation', 'justice', { from: '2021-06-26', succeeds: 'crc' })],
  ...['health'].map(agency => [relevant(agency, 'health')]),
  ...['lighthouse', 'harbour', 'stepping'].map(agency => [relevant(agency, 'voluntary')]),
]

const partnerId = (key: string): string => idFrom(`partner in the arrangements ${key}`, 'partner')

export const partnerStories = (demo: DemoContext): readonly DemoStory[] =>
  demo.since !== null
    ? []
    : partners.map(chain => ({
        register: arrangementPartnerRegister,
        deeds: chain.map(({ key, name, agency, role, sector, signs, from, succeeds }, n) => {
          const values: Values = {
            ...{ nameInLaw: name === '' ? demo.agency(agency).name : name, organisation: demo.agency(agency).id },
            ...{ partnerRole: role, sector, signatory: signs, inForceFrom: from },
            succeeds: succeeds === undefined ? null : partnerId(succeeds),
          }
          const moment = instantOf(from, `09:${String(10 + partners.indexOf(chain) + n).padStart(2, '0')}`)
          return { on: key, action: 'start', at: moment, actor: manager(demo), id: partnerId(key), values }
        }),
      }))
