import type { NewAccount, NewAgency } from '../engine/people/posts.ts'

/** Invented settings for small children: nurseries, childminders and clubs. Chains and networks answer for several. */
export interface EarlyYearsPlan {
  readonly code: string
  readonly name: string
  readonly kind: 'nursery' | 'childminder' | 'club'
  /** Who answers for its safeguarding, by the name of the person. */
  readonly lead: string
}

const nurseries =
  'Blue Door|Puddle Lane|Button Box|Little Compass|Snowdrop|Wren House|Tumbledown|Honeycomb|Paper Boat|Apple Core|Teapot Row|Moonbeam|Treehouse|Pebble|Lamplight|Hopscotch|Clover|Mulberry|Rowan|Sandcastle|Willow Pattern|Bluebird|Kite Street|Daisy Chain|Otter|Robin Hill|Firefly|Gingerbread|Skipping Rope|Conker'
const minders =
  'Abara|Bellweather|Caspersen|Dunmoor|Ekwueme-Lane|Farraday|Goldacre|Hollins|Ivanov-Reed|Jarrold|Kettleby|Lomasney|Mirren-Okoye|Newbold|Orchard|Pettifer|Quayle|Rosenthal-May|Sallow|Thackeray-Boateng|Umber|Vale|Whitlow|Xanthou|Yardley|Zeller|Arkwright-Diop|Birdsall|Crowther-Nunes'
const clubs =
  'Rocket|Lantern|Jigsaw|Pirate Ship|Paintbox|Skylight|Marble|Trampoline|Campfire|Drumbeat|Ladder|Windmill|Bicycle|Seagull|Whistle'

const nurseryLeads = [
  'Philippa Strand-Oyelowo',
  'Tobias Hawtrey',
  'Ngozi Pemberley',
  'Calista Brome',
  'Rafferty Oduya-Cole',
  'Winifred Sallis',
]
const minderLeads = ['Marguerite Tolland', 'Dimitra Fenwick-Asare', 'Hugo Brackenbury']
const clubLeads = ['Selina Marchbank', 'Jerome Attleborough', 'Ottilie Vance-Mbaye']

const plansOf = (
  names: string,
  kind: EarlyYearsPlan['kind'],
  name: (one: string) => string,
  leads: readonly string[],
  each: number,
): readonly EarlyYearsPlan[] =>
  names.split('|').map((one, at) => ({
    code: `${kind}_${String(at + 1).padStart(2, '0')}`,
    name: name(one),
    kind,
    lead: leads[Math.floor(at / each)] ?? '',
  }))

export const earlyYearsPlans: readonly EarlyYearsPlan[] = [
  ...plansOf(nurseries, 'nursery', one => `${one} Nursery`, nurseryLeads, 5),
  ...plansOf(minders, 'childminder', one => `${one} Childminding`, minderLeads, 10),
  ...plansOf(clubs, 'club', one => `${one} After School Club`, clubLeads, 5),
]

export const earlyYearsAgencies: readonly NewAgency[] = earlyYearsPlans.map(({ code, name, kind }) => ({
  code,
  name,
  kind,
}))

/** One person for several settings: each is a post of its own, and the header changes between them. */
export const earlyYearsAccounts: readonly NewAccount[] = [...nurseryLeads, ...minderLeads, ...clubLeads].map(
  (name, at) => ({
    username: name.toLowerCase().replaceAll(/[^a-z]+/g, '.'),
    name,
    ...(at === 0 ? { demonstration: 'Safeguarding lead of five nurseries' } : {}),
    posts: earlyYearsPlans
      .filter(({ lead }) => lead === name)
      .map(({ code }) => ({ role: 'setting_lead', agency: code })),
  }),
)
