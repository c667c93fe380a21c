import type { EthnicGroupCode } from '../fields/lists/ethnicity.ts'
import type { Day } from '../kit/dates.ts'
import type { Random } from '../kit/random.ts'

/**
 * Invented people only. Given and family names are common ones of the communities of an inner London borough, drawn apart
 * from each other by chance: a likeness to a real person would be accident. Streets do not exist; wards do.
 */
export interface Community {
  /** How often a family of the borough belongs to it, out of 100. */
  readonly weight: number
  /** Ethnic groups of its families, in their order, from the first again after the last: no chance decides. */
  readonly ethnicity: readonly EthnicGroupCode[]
  readonly girls: readonly string[]
  readonly boys: readonly string[]
  readonly women: readonly string[]
  readonly men: readonly string[]
  readonly families: readonly string[]
}

const list = (text: string): readonly string[] => text.split(' ')

/** Two thirds of the children are of the global majority (figures.csv F018: 65.6%). */
export const communities = {
  british: {
    weight: 27,
    ethnicity: ['WBRI'],
    girls: list(
      'Daisy Poppy Ella Freya Ruby Evie Martha Nell Isla Lottie Maisie Edie Kitty Orla Tilly Hattie Amber Jess',
    ),
    boys: list(
      'Alfie Archie Finn Jude Stanley Ted Louie Ralph Connor Rory Mason Toby Kit Harvey Reggie Callum Jake Ellis',
    ),
    women: list('Kelly Stacey Donna Gemma Claire Leanne Sian Hayley Tracy Becky Nicola Kerry'),
    men: list('Darren Lee Craig Gary Stuart Shaun Dean Wayne Neil Barry Kev Russell'),
    families: list(
      'Ashdown Bramley Coldwell Dunmore Easter Fairlie Garside Hartnell Ibbotson Jessop Kirkby Langridge Marsden Nettleton Oakes Pritchard Quarmby Ridgeway Sewell Tanfield Upshaw Verney Whitlock Yardley',
    ),
  },
  european: {
    weight: 9,
    ethnicity: ['WOTH'],
    girls: list('Zofia Maja Lena Ioana Elena Chiara Lucia Ines Petra Daria Mila Ana'),
    boys: list('Jakub Kacper Filip Andrei Luca Matteo Mateus Diogo Pavel Milan Teo Ivo'),
    women: list('Agnieszka Katarzyna Simona Mihaela Paola Carla Fatima Ivana'),
    men: list('Piotr Marcin Bogdan Florin Marco Paulo Rui Goran'),
    families: list(
      'Zielinka Borowska Krolik Dragomar Ionel Bellacosa Ferramonti Caldeira Vilarinho Novotsky Petrescu Marinho',
    ),
  },
  turkish: {
    weight: 8,
    ethnicity: ['OOTH'],
    girls: list('Elif Defne Zeynep Ece Melis Dilan Berfin Selin Rojda Asya'),
    boys: list('Emir Kerem Baran Deniz Efe Azad Can Yusuf Serhat Mert'),
    women: list('Aysel Gulsen Hatice Songul Sevim Nuray Leyla Perihan'),
    men: list('Hasan Ibrahim Mehmet Kemal Cengiz Veli Serdar Orhan'),
    families: list(
      'Akbulak Demirtay Karadal Yildizer Ozturan Kayahanli Bozdere Cetinel Dogankaya Gunesli Sarioba Toprakci',
    ),
  },
  african: {
    weight: 14,
    ethnicity: ['BAFR'],
    girls: list('Amara Temi Zainab Abena Esi Ngozi Makena Hawa Blessing Ife Adaeze Wanjiru'),
    boys: list('Tobi Kwame Chidi Emeka Kofi Femi Musa Ayo Jabari Sekou Obinna Dayo'),
    women: list('Folake Adwoa Comfort Patience Bimpe Nneka Grace Mariama'),
    men: list('Segun Yaw Ikenna Samuel Olu Lamin Joseph Babatunde'),
    families: list(
      'Adebayode Okonjola Mensahene Boateyn Nwachuka Ogunlaja Asantewah Kamarako Diallomba Owusuwa Eneharo Balogunde',
    ),
  },
  somali: {
    weight: 9,
    ethnicity: ['BAFR'],
    girls: list('Ayaan Hodan Ifrah Sagal Hibaaq Idil Nasra Sahra Ubah Ladan'),
    boys: list('Abdirahim Liban Guled Zakariye Bilal Mahad Ayub Saalim Khadar Warsame'),
    women: list('Halimo Asha Fadumo Khadra Sahro Maryan Deqa Saynab'),
    men: list('Jama Farah Osman Abshir Cabdi Hirsi Said Nuur'),
    families: list(
      'Warfaale Jimcaleh Guuleed Shirdon Abokar Hirsiye Diriyeh Farabadan Nuuriye Elmigeel Samatere Yuusuufe',
    ),
  },
  caribbean: {
    weight: 8,
    ethnicity: ['BCRB'],
    girls: list('Tiana Shanice Renee Kezia Aaliyah Naomi Zuri Imani Jada Simone'),
    boys: list('Tyrell Jayden Marlon Kieran Dante Isaiah Micah Zion Andre Leon'),
    women: list('Marcia Yvonne Sharon Denise Jacqui Paulette Carol Sonia'),
    men: list('Winston Errol Delroy Clive Trevor Leroy Glen Desmond'),
    families: list(
      'Blakewell Campion Duhaney-Cole Francique Gordonel Hylton-Bay Lindoe Maragh Palmerin Rowecliffe Thelwell-Oak Wrayburn',
    ),
  },
  bangladeshi: {
    weight: 8,
    ethnicity: ['ABAN'],
    girls: list('Tasnim Nusrat Sumaiya Maliha Farhana Raisa Anika Jannat Sadia Mim'),
    boys: list('Tahmid Rafi Nabil Imran Shadman Arif Zayan Fahim Sakib Adnan'),
    women: list('Shirin Rokeya Nazma Salma Parveen Rehana Hasina Jesmin'),
    men: list('Shafiq Kamal Jalal Mizan Habib Ruhul Faruk Selim'),
    families: list(
      'Miahzada Chowdhar Talukdari Sarkarpur Bhuiyal Majumdel Laskarin Khondokir Pramanel Mollahar Howladari Sikdaroy',
    ),
  },
  southAndEastAsian: {
    weight: 6,
    ethnicity: ['AIND', 'AIND', 'AOTH', 'AOTH', 'CHNE', 'CHNE', 'APKN', 'APKN', 'AIND', 'AIND', 'AOTH', 'CHNE'],
    girls: list('Anaya Diya Mei Xinyi Linh Priya Hana Thuy Aisha Kavya'),
    boys: list('Arjun Vihaan Jun Minh Hao Rohan Kian Duc Haris Dev'),
    women: list('Meena Lan Hui Rukhsana Sunita Hoa Jyoti Yan'),
    men: list('Rakesh Tuan Wei Tariq Sanjay Long Anil Feng'),
    families: list(
      'Trivedani Bhattal Nguyenho Phamlin Zhongwei Laukim Qureshan Mirzadeh Joshiram Senapati Taninh Guoli',
    ),
  },
  mixedHeritage: {
    weight: 11,
    ethnicity: ['MWBC', 'MWBA', 'MWAS', 'MWBC', 'MWBA', 'MWAS', 'MWAS', 'MOTH', 'MWBA', 'MWBC', 'MWBA', 'MOTH'],
    girls: list('Maya Zara Nia Layla Esme Rosa Skye Tallulah Mila Sienna Remi Jasmine'),
    boys: list('Kai Noah Theo Elijah Malachi Rio Jaden Reuben Ezra Omari Leo Xavier'),
    women: list('Natalie Michelle Tasha Chantelle Lisa Monique Rachel Jade'),
    men: list('Curtis Marcus Adrian Jermaine Nathan Julian Aaron Dominic'),
    families: list(
      'Bellamyne Carrow-Obi Daventry-Ali Ellisande Foxworth-Ode Hollis-Amar Jourdain-Lee Kestrelby Lowndes-Eze Merriwick Penhale-Addo Stanhope-Diaz',
    ),
  },
} as const satisfies Readonly<Record<string, Community>>

export type CommunityKey = keyof typeof communities

/** The ethnic group of a family of a community. */
export const ethnicityOf = ({ ethnicity, families }: Community, familyName: string): EthnicGroupCode =>
  ethnicity[Math.max(0, families.indexOf(familyName)) % ethnicity.length] ?? 'NOBT'

const weights = Object.fromEntries(Object.entries(communities).map(([key, { weight }]) => [key, weight])) as Record<
  CommunityKey,
  number
>
export const drawCommunity = (random: Random): CommunityKey => random.weighted(weights)

const trees = list(
  'Alder Blackthorn Cedarwood Damson Elderflower Fernbrook Gorse Hollybush Ivywell Juniper Kestrel Lantern Medlar Nightjar Orchard Pippin Quince Rowanlea Sorrel Tansy Umber Violet Wagtail Yarrow',
)
const ways = list('Street Road Terrace Gardens Grove Walk Place Row Mews Square')
const estates = list('Larkspur Bittern Copperfield Millrace Tidewater Saltmarsh Foxglove Ropewalk')

/** An address on a street that does not exist, with the letters of a real postal district and no full postcode. */
export const drawAddress = (random: Random): string => {
  const district = random.pick(['N1', 'N4', 'N5', 'N7', 'N19', 'EC1'])
  return random.chance(0.45)
    ? `Flat ${random.between(1, 88)}, ${random.pick(estates)} House, ${district}`
    : `${random.between(1, 140)} ${random.pick(trees)} ${random.pick(ways)}, ${district}`
}

const wardsBefore = [
  'Barnsbury',
  'Bunhill',
  'Caledonian',
  'Canonbury',
  'Clerkenwell',
  'Finsbury Park',
  'Highbury East',
  'Highbury West',
  'Hillrise',
  'Holloway',
  'Junction',
  'Mildmay',
  "St George's",
  "St Mary's",
  "St Peter's",
  'Tollington',
]
const wardsSince = [
  'Arsenal',
  'Barnsbury',
  'Bunhill',
  'Caledonian',
  'Canonbury',
  'Clerkenwell',
  'Finsbury Park',
  'Highbury',
  'Hillrise',
  'Holloway',
  'Junction',
  'Laycock',
  'Mildmay',
  "St Mary's and St James'",
  "St Peter's and Canalside",
  'Tollington',
  'Tufnell Park',
]

/** The wards of Islington on a day: sixteen until the election of 5 May 2022, seventeen from then. */
export const wardsOn = (day: Day): readonly string[] => (day < '2022-05-05' ? wardsBefore : wardsSince)

/** A telephone number of the range that Ofcom keeps free for drama (020 7946 0000 to 0999). */
export const drawTelephone = (random: Random): string => `020 7946 0${String(random.between(0, 999)).padStart(3, '0')}`

/** An address in a domain that can never receive mail (RFC 2606). */
export const emailOf = (name: string, at: string): string =>
  `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@${at
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')
    .replaceAll(/^-|-$/g, '')}.example`
