import type { Instant } from '../kit/dates.ts'
import { addHours } from '../kit/dates.ts'
import type { Random } from '../kit/random.ts'
import { rhythmOf } from './arrivals.ts'
import type { ContactPlan } from './contactPlan.ts'
import { type Worry, words } from './contactWords.ts'
import { drawTelephone, emailOf } from './names.ts'
import { hoursFrom, later, type Telling, tell, type Values } from './telling.ts'

const worries: Readonly<Record<string, Readonly<Partial<Record<Worry, number>>>>> = {
  police: {
    domesticAbuse: 46,
    harmOutsideHome: 16,
    missing: 12,
    physicalHarm: 7,
    parentalNeed: 6,
    neglect: 4,
    sexualHarm: 4,
    mentalHealth: 5,
  },
  school: {
    physicalHarm: 18,
    emotionalHarm: 16,
    neglect: 16,
    mentalHealth: 16,
    domesticAbuse: 8,
    harmOutsideHome: 7,
    disability: 5,
    housingMoney: 6,
    sexualHarm: 4,
    other: 4,
  },
  hospital: {
    mentalHealth: 30,
    physicalHarm: 22,
    parentalNeed: 16,
    neglect: 10,
    domesticAbuse: 12,
    disability: 6,
    other: 4,
  },
  public: {
    emotionalHarm: 18,
    neglect: 16,
    physicalHarm: 14,
    housingMoney: 14,
    parentalNeed: 12,
    domesticAbuse: 10,
    privateFostering: 2,
    other: 14,
  },
  office: {
    parentalNeed: 20,
    housingMoney: 18,
    neglect: 14,
    disability: 12,
    domesticAbuse: 14,
    mentalHealth: 10,
    privateFostering: 2,
    harmOutsideHome: 6,
    other: 4,
  },
}

const channels: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  police: { policeReport: 92, phone: 5, email: 3 },
  school: { form: 72, phone: 18, email: 10 },
  hospital: { form: 52, email: 26, phone: 22 },
  public: { phone: 78, email: 11, inPerson: 8, letter: 3 },
  office: { email: 44, form: 36, phone: 18, letter: 2 },
}

const agencyNames: Readonly<Record<string, readonly string[]>> = {
  '3A': ['Copperbeech Surgery', 'Millrace Medical Practice', 'Tollgate Health Centre'],
  '3B': ['Health visiting, north', 'Health visiting, south'],
  '3C': ['School nursing'],
  '3D': ['Community midwifery', 'Child development team', 'Speech and language therapy'],
  '3E': ['Emergency department, Whittington Hospital'],
  '3F': [
    'Children’s ward, Whittington Hospital',
    'Maternity, Whittington Hospital',
    'Child and adolescent mental health service',
  ],
  '4': ['Homes and Neighbourhoods', 'Larkspur Housing Association'],
  '5A': ['Adult Social Care', 'Drug and alcohol service'],
  '5B': ['Youth Justice Service', 'Targeted youth support'],
  '5C': ['Children’s services of a neighbouring borough'],
  '5D': ['Early Help Bright Futures'],
  '6': ['Metropolitan Police'],
  '7': ['Probation Service', 'Family court advisory service', 'Magistrates’ court'],
  '8': ['Lantern Yard Family Centre', 'Harbour Women’s Aid', 'Sunflower Court Children’s Centre'],
  '2B': ['Education Welfare Service', 'Tuition service'],
}

const jobs: Readonly<Record<string, string>> = {
  police: 'police officer',
  school: 'designated safeguarding lead',
  hospital: 'nurse',
  office: 'practitioner',
}

const referrerOf = ({ demo, plan, random }: Telling): Values => {
  const rhythm = rhythmOf(plan.source)
  if (plan.source === '9') return { referrerName: null, referrerAgency: null, referrerContact: null }
  const telephone = drawTelephone(random)
  const adult = plan.household.adults[0]
  if (rhythm === 'public')
    return {
      referrerName:
        plan.source === '1A' && adult
          ? `${adult.name}, ${adult.relationship}`
          : `${random.pick(['A neighbour', 'A family friend', 'The young person', 'A childminder'])}`,
      referrerAgency: null,
      referrerContact: telephone,
    }
  const school = plan.household.children[plan.child]?.school
  const agency =
    plan.source === '2A'
      ? (school ?? random.pick(demo.schools).name)
      : random.pick(agencyNames[plan.source] ?? ['Not stated'])
  const name = `${random.pick('ABCDEFGHJKLMNOPRSTW'.split(''))}. ${random.pick(['Fernsby', 'Akoto-Reed', 'Lindell', 'Marchetta', 'Osgoode', 'Pellworm', 'Quayle-Tan', 'Rookwood', 'Sarraf-Day', 'Thistlewood', 'Umarov-Lee', 'Wexcombe'])}`
  return {
    referrerName: `${name}, ${jobs[rhythm] ?? 'practitioner'}`,
    referrerAgency: agency,
    referrerContact: random.chance(0.5) ? telephone : emailOf(name.slice(3), agency),
  }
}

const consentOf = (random: Random, outcome: string, worry: Worry): Values => {
  const severe = ['physicalHarm', 'sexualHarm', 'domesticAbuse', 'harmOutsideHome'].includes(worry)
  const consent = random.weighted({
    agreed: outcome === 'statutory' ? 40 : 70,
    refused: outcome === 'earlyHelp' ? 0 : 8,
    notSought: severe ? 40 : 18,
  })
  return {
    consent,
    whyNotSought:
      consent === 'notSought'
        ? random.weighted({
            riskOfHarm: severe ? 60 : 15,
            unableToContact: 45,
            undueDelay: 15,
            evidence: severe ? 8 : 1,
            flightRisk: 2,
          })
        : null,
    consentBy:
      consent === 'notSought'
        ? null
        : random.pick(['Mother, by telephone', 'Father, in person', 'Mother, at the school', 'The young person, 16']),
  }
}

const childOf = ({ household, child }: ContactPlan): Values => {
  const it = household.children[child]
  return {
    givenName: it?.givenName ?? null,
    familyName: household.familyName,
    bornOn: it?.bornOn ?? null,
    expectedOn: it?.expectedOn ?? null,
    sex: it?.sex ?? 'unknown',
    ethnicity: household.ethnicity,
    address: household.address,
    ward: household.ward,
    school: it?.school ?? null,
  }
}

/** Forms, reports and e-mails come in at any hour by themselves; people are recorded in office hours. */
const recordedAt = ({ plan, random }: Telling, channel: string): Instant => {
  const byItself = addHours(plan.receivedAt, hoursFrom(random, 0.01, 0.15))
  const byHand = later(plan.receivedAt, hoursFrom(random, 0.03, random.chance(0.9) ? 0.35 : 1.2))
  return plan.recordedAt ?? (['form', 'policeReport', 'email'].includes(channel) ? byItself : byHand)
}

/** When a contact was recorded, with which worry and by which way it came. */
export interface Received {
  readonly at: Instant
  readonly worry: Worry
  readonly channel: string
}

/** Records the contact; tells when, with which worry and by which way. */
export const receive = (telling: Telling): Received => {
  const { demo, plan, random } = telling
  const rhythm = rhythmOf(plan.source)
  const worry = random.weighted(worries[rhythm] as Record<Worry, number>)
  const channel = random.weighted(channels[rhythm] as Record<string, number>)
  const at = recordedAt(telling, channel)
  const by = random.chance(0.6) ? 'business_support' : 'screener'
  const name = plan.household.children[plan.child]?.givenName ?? 'the baby'
  const severe = plan.outcome === 'statutory'
  tell(
    telling,
    'start',
    at,
    random.pick(demo.holders(by, at)),
    {
      receivedAt: plan.receivedAt,
      channel,
      source: plan.source,
      ...referrerOf(telling),
      ...childOf(plan),
      worry,
      whatHappened: words.happened(random, worry, name),
      safeNow: random.weighted({ yes: severe ? 60 : 82, notKnown: severe ? 28 : 16, no: severe ? 12 : 2 }),
      familyKnows: words.familyKnows(random),
      ...consentOf(random, plan.outcome, worry),
    },
    { id: plan.id },
  )
  return { at, worry, channel }
}

/** Acknowledgement, adults, and the written form after a call: beside the main way, whoever has time. */
export const sideDeeds = (telling: Telling, at: Instant, worry: Worry, channel: string): void => {
  const { demo, plan, random } = telling
  const reception = () => random.pick(demo.holders('business_support', at))
  if (plan.source !== '9') {
    const acknowledged = later(at, random.chance(0.95) ? hoursFrom(random, 0.05, 6) : hoursFrom(random, 10, 24))
    tell(telling, 'acknowledge', acknowledged, reception(), { acknowledgedAt: acknowledged })
  }
  const adults = plan.told !== 'briefly' && random.chance(0.3) ? plan.household.adults : []
  const spared = plan.told === 'plainly' && random.fork('adults').chance(0.6)
  for (const adult of adults) {
    const doer = reception()
    if (!spared)
      tell(
        telling,
        'addAdult',
        addHours(at, 0.05),
        doer,
        {},
        {
          line: {
            name: adult.name,
            relationship: adult.relationship,
            parentalResponsibility: adult.responsible,
            adultBornOn: null,
            safeContact:
              worry === 'domesticAbuse' && adult.relationship === 'mother'
                ? 'Telephone between 10am and 2pm. No messages, no letters.'
                : null,
          },
        },
      )
  }
  const professional = !['public'].includes(rhythmOf(plan.source))
  if (channel === 'phone' && professional) {
    const written = addHours(at, random.chance(0.85) ? hoursFrom(random, 1, 24) : hoursFrom(random, 50, 90))
    const typedIn = later(written, 0.4)
    tell(telling, 'recordWrittenForm', typedIn, reception(), { writtenFormAt: written })
  }
}
