import type { EthnicGroupCode } from '../fields/lists/ethnicity.ts'
import type { Day } from '../kit/dates.ts'
import type { Relation } from '../registers/care/private-fostering/rules.ts'

/** A notification as it came in. Invented people only. */
interface Notified {
  readonly child: readonly [
    given: string,
    family: string,
    age: number,
    sex: 'female' | 'male',
    ethnicity: EthnicGroupCode,
  ]
  readonly language: string
  readonly by: string
  readonly toldUs: string
  readonly carer: string
  readonly relation: Relation
  readonly why: string
  /** Which social worker visits: the private fostering team, team East or team West. */
  readonly worker: 'ines.carvalhinho' | 'sunita.patelaar' | 'tomasz.wroblinski'
}

/** Found not to be private fostering. */
export interface Other extends Notified {
  readonly on: Day
  readonly length: 'days28OrMore' | 'under28Days'
  readonly firstVisit: number
  readonly closed: number
  readonly whyNot: string
  readonly whyNotText: string
}

/** Private fostering; days counted from the notification. */
export interface Kept extends Notified {
  readonly on: Day
  readonly taken: number
  readonly visits: readonly number[]
  readonly assessed: number
  readonly ended?: {
    readonly after: number
    readonly reason: string
    readonly destination: string
    readonly note: string
  }
}

/** Under way when the demonstration is loaded; the notification so many days before it. */
export type UnderWay = Omit<Kept, 'on'> & { readonly before: number }

/** Visits after the first: at intervals of so many days. */
const every = (first: number, step: number, until: number): readonly number[] =>
  Array.from({ length: Math.floor((until - first) / step) + 1 }, (_, n) => first + n * step)

export const others: readonly Other[] = [
  {
    child: ['Tolu', 'Adeyemi-Hart', 7, 'male', 'BAFR'],
    language: 'English',
    by: 'school',
    toldUs: 'His mother is in hospital and a woman brings him to school. He calls her Grandma.',
    carer: 'Folake Adeyemi-Hart',
    relation: 'grandparent',
    why: 'parentUnwell',
    worker: 'ines.carvalhinho',
    on: '2021-04-19',
    length: 'days28OrMore',
    firstVisit: 4,
    closed: 10,
    whyNot: 'closeRelative',
    whyNotText: 'The birth certificates show that she is the mother of the mother.',
  },
  {
    child: ['Giulia', 'Bellacosa', 14, 'female', 'WOTH'],
    language: 'Italian',
    by: 'languageSchool',
    toldUs: 'A student of the summer course stays with a host family for two weeks.',
    carer: 'Wendy Fairlie-Moss',
    relation: 'hostFamily',
    why: 'study',
    worker: 'ines.carvalhinho',
    on: '2021-06-28',
    length: 'under28Days',
    firstVisit: 7,
    closed: 17,
    whyNot: 'shortStay',
    whyNotText: 'The school confirmed the dates of arrival and flight home. She has gone home.',
  },
  {
    child: ['Kacper', 'Borowska', 11, 'male', 'WOTH'],
    language: 'Polish',
    by: 'health',
    toldUs: 'The surgery asks who may agree to a vaccination: he came with his father’s brother.',
    carer: 'Marcin Borowska',
    relation: 'auntUncle',
    why: 'parentsAbroad',
    worker: 'tomasz.wroblinski',
    on: '2021-07-12',
    length: 'days28OrMore',
    firstVisit: 8,
    closed: 15,
    whyNot: 'closeRelative',
    whyNotText: 'The father confirmed by video call, with papers, that the carer is his brother.',
  },
  {
    child: ['Rosa', 'Marinho', 9, 'female', 'WOTH'],
    language: 'Portuguese',
    by: 'council',
    toldUs: 'The housing office met a girl who was not on the tenancy. The tenant looks after her.',
    carer: 'Paola Marinho',
    relation: 'sibling',
    why: 'bereavement',
    worker: 'sunita.patelaar',
    on: '2021-09-13',
    length: 'days28OrMore',
    firstVisit: 4,
    closed: 22,
    whyNot: 'closeRelative',
    whyNotText: 'Sisters of full blood, by both birth certificates.',
  },
  {
    child: ['Deniz', 'Toprakci', 13, 'male', 'OOTH'],
    language: 'Turkish',
    by: 'school',
    toldUs: 'He says that he lives with a man who is not his father while his mother is away.',
    carer: 'Serdar Toprakci',
    relation: 'stepParent',
    why: 'parentsAbroad',
    worker: 'tomasz.wroblinski',
    on: '2021-10-11',
    length: 'days28OrMore',
    firstVisit: 8,
    closed: 16,
    whyNot: 'closeRelative',
    whyNotText: 'The carer is married to the mother. The marriage certificate was seen.',
  },
  {
    child: ['Nell', 'Coldwell', 15, 'female', 'WBRI'],
    language: 'English',
    by: 'police',
    toldUs: 'Found at the home of a friend after an argument with her mother.',
    carer: 'Hayley Verney',
    relation: 'friendsParent',
    why: 'familyBreakdown',
    worker: 'sunita.patelaar',
    on: '2021-11-22',
    length: 'under28Days',
    firstVisit: 3,
    closed: 16,
    whyNot: 'shortStay',
    whyNotText: 'She went home after nine days. Early help works with her and her mother.',
  },
  {
    child: ['Samira', 'Yardley-Noor', 6, 'female', 'MWAS'],
    language: 'English',
    by: 'otherCouncil',
    toldUs: 'A family that moved here is known to another council as private foster carers.',
    carer: 'Becky Yardley',
    relation: 'parentalResponsibility',
    why: 'parentInPrison',
    worker: 'ines.carvalhinho',
    on: '2022-01-17',
    length: 'days28OrMore',
    firstVisit: 7,
    closed: 28,
    whyNot: 'parent',
    whyNotText: 'A special guardianship order of December gives the carer parental responsibility.',
  },
  {
    child: ['Emir', 'Gunesli', 12, 'male', 'OOTH'],
    language: 'Turkish',
    by: 'public',
    toldUs: 'A neighbour says that a new boy lives next door and does not go to school.',
    carer: 'Nuray Gunesli',
    relation: 'cousin',
    why: 'study',
    worker: 'tomasz.wroblinski',
    on: '2022-03-07',
    length: 'days28OrMore',
    firstVisit: 9,
    closed: 21,
    whyNot: 'familyLivesThere',
    whyNotText: 'The mother lives in the same home. She was there at the visit, with her papers.',
  },
]

export const kept: readonly Kept[] = [
  {
    child: ['Chidi', 'Nwachuku-Bell', 10, 'male', 'BAFR'],
    language: 'Igbo',
    by: 'school',
    toldUs: 'Lives with a friend of his mother since Easter. His mother works abroad until next summer.',
    carer: 'Grace Osei-Lund',
    relation: 'familyFriend',
    why: 'parentsAbroad',
    worker: 'ines.carvalhinho',
    on: '2021-05-10',
    taken: 1,
    visits: [7, ...every(49, 40, 409)],
    assessed: 42,
    ended: { after: 430, reason: 'returned', destination: 'abroad', note: 'With his mother, as planned.' },
  },
  {
    child: ['Lucia', 'Caldeira', 14, 'female', 'WOTH'],
    language: 'Portuguese',
    by: 'carer',
    toldUs: 'The daughter of a cousin has come to live here and go to school.',
    carer: 'Ivana Caldeira-Frost',
    relation: 'cousin',
    why: 'study',
    worker: 'sunita.patelaar',
    on: '2021-12-06',
    taken: 2,
    visits: [15, ...every(56, 41, 179)],
    assessed: 63,
    ended: { after: 220, reason: 'carerEnded', destination: 'parent', note: 'Her father came to live in London.' },
  },
]

export const underWay: readonly UnderWay[] = [
  {
    child: ['Amara', 'Ezenwa-Cole', 11, 'female', 'BAFR'],
    language: 'English',
    by: 'school',
    toldUs: 'Lives with a friend of her mother. Her mother works abroad.',
    carer: 'Ruth Quarmby-Addo',
    relation: 'familyFriend',
    why: 'parentsAbroad',
    worker: 'ines.carvalhinho',
    before: 435,
    taken: 1,
    visits: [6, ...every(45, 40, 405), 482],
    assessed: 41,
  },
  {
    child: ['Danylo', 'Koval-Petrenko', 13, 'male', 'WOTH'],
    language: 'Ukrainian',
    by: 'council',
    toldUs: 'Came with his aunt, who has gone back. The sponsor goes on looking after him.',
    carer: 'Helen Ridgeway-Price',
    relation: 'sponsor',
    why: 'fledWar',
    worker: 'sunita.patelaar',
    before: 204,
    taken: 2,
    visits: [7, 47, 87, 127, 155, 210],
    assessed: 50,
  },
  {
    child: ['Elif', 'Akbulak', 9, 'female', 'OOTH'],
    language: 'Turkish',
    by: 'health',
    toldUs: 'A great-aunt asks whom she can register the girl with. The parents are abroad.',
    carer: 'Sevim Akbulak',
    relation: 'greatAuntUncle',
    why: 'parentUnwell',
    worker: 'tomasz.wroblinski',
    before: 120,
    taken: 1,
    visits: [6, 43, 82, 122, 162],
    assessed: 49,
  },
  {
    child: ['Jess', 'Langridge', 14, 'female', 'WBRI'],
    language: 'English',
    by: 'school',
    toldUs: 'Has lived with the family of a friend since October and does not want to go home.',
    carer: 'Donna Kirkby',
    relation: 'friendsParent',
    why: 'familyBreakdown',
    worker: 'ines.carvalhinho',
    before: 23,
    taken: 1,
    visits: [7, 42, 80],
    assessed: 39,
  },
  {
    child: ['Mateus', 'Vilarinho', 12, 'male', 'WOTH'],
    language: 'Portuguese',
    by: 'languageSchool',
    toldUs: 'Stays with a host family until the summer. The school asks what it has to tell us.',
    carer: 'Sian Tanfield',
    relation: 'hostFamily',
    why: 'study',
    worker: 'tomasz.wroblinski',
    before: 3,
    taken: 5,
    visits: [8, 47, 85],
    assessed: 45,
  },
]
