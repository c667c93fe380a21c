import type { StoryDeed } from '../engine/store/story.ts'
import { addDays, addHours, instantOf } from '../kit/dates.ts'
import { contactRegister } from '../registers/front-door/contact/index.ts'
import { worryReportRegister } from '../registers/front-door/worry-report/index.ts'
import type { DemoContext, DemoStory } from './context.ts'
import { communities, drawCommunity, drawTelephone, ethnicityOf } from './names.ts'
import { type Life, loadedOn, tellLives, workingDayBy } from './soFar.ts'
import { tell, type Values } from './telling.ts'

/** How many reports of the last weeks there are, and how many days apart. */
const count = 14
const daysApart = 3
/** Some are still with the contact team on the day of loading. */
const undecided = 3

const worries = [
  {
    worry: 'neglect',
    whatHappened:
      'Comes to school hungry most days and in clothes that are too small. The mother says that money has run out.',
    childWords: 'There was nothing in the fridge again.',
    decision: 'earlyHelp',
    referrerText: 'Thank you. We have offered the family early help and may ask you to take part.',
  },
  {
    worry: 'physicalHarm',
    whatHappened: 'A bruise on the upper arm, seen at sports. The explanation changed twice.',
    childWords: 'He got cross because I was loud.',
    decision: 'childInNeed',
    referrerText: 'Thank you. A social worker carries out an assessment and will talk with you this week.',
  },
  {
    worry: 'mentalHealth',
    whatHappened:
      'Has stopped eating with the others and says that nobody would miss him. We have talked with the parents.',
    childWords: 'I just want to sleep.',
    decision: 'informationAdvice',
    referrerText: 'Thank you. We have given the family and you the ways to help, and take no further step now.',
  },
  {
    worry: 'harmOutsideHome',
    whatHappened: 'Picked up after school by young adults whom nobody knows, with a second telephone since last week.',
    childWords: 'They are just friends.',
    decision: 'childInNeed',
    referrerText: 'Thank you. A social worker carries out an assessment. Tell us at once of anything new.',
  },
] as const

/** A report of a school about one or two children of a family, and what the contact team made of it. */
const lifeOf = (demo: DemoContext, n: number): Life => {
  const random = demo.random.fork(`report ${n}`)
  const day = workingDayBy(addDays(loadedOn(demo), -1 - n * daysApart))
  const at = (hours: number) => addHours(instantOf(day, '10:00'), hours)
  const school = random.pick(demo.schools)
  const sender = random.pick(demo.holders('setting_lead', at(0)).filter(({ agencyId }) => agencyId === school.agencyId))
  const [screener, manager] = [demo.actor('dev.shah', 'screener'), demo.actor('mo.farouk', 'screening_manager')]
  const community = communities[drawCommunity(random)]
  const familyName = random.pick(community.families)
  const story = worries[n % worries.length] ?? worries[0]
  const safe = n % 5 !== 2
  const deeds: StoryDeed[] = []
  const start: Values = {
    safeNow: safe ? 'yes' : 'notSure',
    spokenTo: safe ? null : 'Ruth Adeyinka',
    spokenAt: safe ? null : at(-1),
    whatHappened: story.whatHappened,
    childWords: story.childWords,
    worry: story.worry,
    familyKnows: n % 3 === 0 ? 'notTold' : 'told',
    whyNotTold: n % 3 === 0 ? ['moreRisk'] : null,
    consent: n % 3 === 0 ? 'notSought' : 'agreed',
    whyNotSought: n % 3 === 0 ? 'riskOfHarm' : null,
    doneSoFar: 'We talked with the child and wrote down what was said.',
    job: 'Designated safeguarding lead',
    telephone: drawTelephone(random),
  }
  const id = random.id()
  tell({ deeds }, 'start', at(0), sender, start, { id })
  const ages = n % 4 === 1 ? [9, 6] : [random.between(5, 15)]
  const contacts = ages.map(() => random.id())
  for (const [nth, age] of ages.entries()) {
    const girl = random.chance(0.5)
    const line = {
      givenName: random.pick(girl ? community.girls : community.boys),
      familyName,
      born: 'yes',
      bornOn: addDays(day, -age * 365 - random.between(0, 300)),
      sex: girl ? 'female' : 'male',
      ethnicity: ethnicityOf(community, familyName),
      interpreter: 'no',
      disability: 'notKnown',
      sameAddress: nth > 0 ? true : null,
      address: nth > 0 ? null : `${random.between(1, 90)} Elm Road, N7`,
      school: school.name,
      whereNow: 'At school',
      whereUntil: '3:15pm',
    }
    tell({ deeds }, 'addChild', at(0), sender, {}, { line })
  }
  const sent = { sender: sender.name, setting: school.name, source: '2A' }
  tell({ deeds }, 'send', at(0), sender, sent, { opens: contacts })
  // Those of the last days are decided after the day of loading, and closed when the service has accepted.
  const waits = n < undecided ? 96 : 0
  const looked = n === 0 ? waits : 0
  for (const [nth, contact] of contacts.entries()) {
    const on = { on: contact }
    const hours = 0.5 + nth * 0.2
    tell(
      { deeds },
      'setUrgency',
      at(looked + hours),
      screener,
      { urgency: 'green', urgencyWhy: 'Safe at school today' },
      on,
    )
    const decided = {
      decision: story.decision,
      threshold: story.decision === 'childInNeed' ? 'level3' : 'level2',
      passedTo: story.decision === 'informationAdvice' ? null : 'Team East',
      rationale: 'What the school has seen over some weeks fits together; nothing is known from before.',
      referrerText: story.referrerText,
    }
    tell({ deeds }, 'decide', at(waits + hours + 2), screener, decided, on)
    tell({ deeds }, 'agree', at(waits + hours + 4), manager, { informationSought: 'enough', agreementNote: null }, on)
    const accepted = at(waits + hours + 6)
    if (story.decision !== 'informationAdvice') {
      const by = { acceptedAt: accepted, acceptedByName: 'Gloria Mensahel' }
      tell({ deeds }, 'acceptHandOver', accepted, screener, by, on)
    }
    tell({ deeds }, 'close', at(waits + hours + 7), screener, {}, on)
  }
  tell({ deeds }, 'markRead', at(waits + (n % 3 === 1 ? 120 : 30)), sender)
  return { register: worryReportRegister, id, deeds, moves: { register: contactRegister, by: 'report' } }
}

/** Reports of the last weeks through the portal: some wait for a decision, some for being read, and the rest are read. */
export const reportStories = (demo: DemoContext): Iterable<DemoStory> =>
  tellLives(
    demo,
    Array.from({ length: count }, (_, n) => lifeOf(demo, n)),
  )
