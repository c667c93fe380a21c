import { versionOn } from '../declare/questionSet.ts'
import type { Actor } from '../engine/actor.ts'
import type { StoryDeed } from '../engine/store/story.ts'
import { versionsOf } from '../fields/lists/settingQuestions.ts'
import { addDays, addHours, type Day, type Instant, instantOf } from '../kit/dates.ts'
import type { Random } from '../kit/random.ts'
import { settingReturnRegister } from '../registers/campaigns/setting-return/index.ts'
import type { DemoContext } from './context.ts'
import { earlyYearsPlans } from './earlyYears.ts'
import { schoolPlans } from './schools.ts'
import { type Life, workingDayBy } from './soFar.ts'
import { tell, type Values } from './telling.ts'

/** A setting that is asked, whoever answers for it. */
export interface Asked {
  readonly code: string
  readonly type: string
  readonly area: string
}

/** One round as it is told: the same identifiers for its campaign and its returns wherever they are named. */
export interface RoundPlan {
  readonly key: 'section175' | 'early_years'
  readonly round: string
  readonly opens: Day
  readonly closes: Day
}

const areas = ['North', 'East', 'South', 'West']
const typeOfPhase = {
  nursery: 'nurserySchool',
  primary: 'primary',
  secondary: 'secondary',
  special: 'special',
} as const

/** Schools, nurseries of schools and colleges; the only college stands among the special schools of the demonstration. */
export const schoolsAsked: readonly Asked[] = schoolPlans.map(({ urn, name, phase }, at) => ({
  code: urn,
  type: name === 'New Compass College' ? 'college' : typeOfPhase[phase],
  area: areas[at % areas.length] ?? '',
}))
export const earlyYearsAsked: readonly Asked[] = [
  ...earlyYearsPlans.map(({ code, kind }, at) => ({ code, type: kind, area: areas[at % areas.length] ?? '' })),
  { code: 'bramble', type: 'nursery', area: 'North' },
]

export const campaignId = (demo: DemoContext, key: string, round: string): string =>
  demo.random.fork(`campaign ${key} ${round}`).id()
export const returnId = (demo: DemoContext, round: string, code: string): string =>
  demo.random.fork(`setting return ${round} ${code}`).id()

export const versionAt = (key: string, day: Day): number => versionOn(versionsOf(key), day)?.version ?? 1

const evidence: Readonly<Record<string, string>> = {
  1: 'Minutes of the autumn term; the report of the lead was item 4',
  2: 'The policy is on the website with the date of its last review',
  3: 'Posters in each corridor; asked on a walk through the building',
  4: 'The record of checks was looked through with the business manager in September',
  5: 'Training records of all staff, certificates seen',
  6: 'Answers of the children to the autumn questions, and what was changed',
  7: 'Two plans in which we take part; notes of the meetings',
  8: 'Five records read by somebody who did not write them',
}
const promised: Readonly<Record<string, readonly [string, string]>> = {
  1: ['Put safeguarding on the agenda of every meeting', 'Chair'],
  2: ['Bring the policy up to date and show it to parents', 'Head or manager'],
  3: ['Name a second deputy', 'Head or manager'],
  4: ['Complete the checks of volunteers in the record', 'Business manager'],
  5: ['Train the staff who joined since summer', 'Safeguarding lead'],
  6: ['Ask children each term and tell them what changed', 'Safeguarding lead'],
  7: ['Agree with the health visitor how to reach each other', 'Safeguarding lead'],
  8: ['Have five records read by somebody else each term', 'Deputy'],
}
const standardOf = (code: string): string => code.replace(/^E/, '').split('.')[0] ?? '1'

/** How a setting rates a statement: mostly met; records of checks and what children say are the weak places. */
const ratingOf = (random: Random, code: string): 'met' | 'partly' | 'notYet' | 'doesNotApply' => {
  const weak = ['4', '6'].includes(standardOf(code)) ? 0.09 : 0.025
  if (random.chance(weak)) return random.chance(0.8) ? 'partly' : 'notYet'
  return random.chance(0.01) ? 'doesNotApply' : 'met'
}

export const answerLine = (random: Random, code: string, version: number, dueOn: Day): Values => {
  const rating = ratingOf(random, code)
  const [task, who] = promised[standardOf(code)] ?? ['', '']
  const less = rating === 'partly' || rating === 'notYet'
  return {
    ...{ statement: code, askedVersion: version, rating },
    evidence: rating === 'doesNotApply' ? null : (evidence[standardOf(code)] ?? null),
    whyNotApplicable: rating === 'doesNotApply' ? 'We work alone and employ nobody' : null,
    task: less ? task : null,
    taskOwner: less ? who : null,
    taskDueOn: less ? dueOn : null,
  }
}

/** A return deed by deed, each some minutes after the one before. */
export class Teller {
  readonly deeds: StoryDeed[] = []
  constructor(
    readonly demo: DemoContext,
    readonly plan: RoundPlan,
    readonly setting: Asked,
    readonly lead: Actor,
    readonly auditor: Actor,
  ) {}

  get id(): string {
    return returnId(this.demo, this.plan.round, this.setting.code)
  }
  get life(): Life {
    return { register: settingReturnRegister, id: this.id, deeds: this.deeds }
  }
  on(day: Day, action: string, by: Actor, values: Values = {}, line?: Values, more: Partial<StoryDeed> = {}): Teller {
    const at: Instant = addHours(instantOf(workingDayBy(day), '09:40'), this.deeds.length / 20)
    tell({ deeds: this.deeds }, action, at, by, values, { ...(line === undefined ? {} : { line }), ...more })
    return this
  }
  /** Added and sent on the day on which the round opens, with the return of the round before where there is one. */
  sent(previousRound: string | null): Teller {
    const { demo, plan, setting, auditor } = this
    const { key, opens, closes, round } = plan
    return this.on(
      opens,
      'start',
      auditor,
      {
        ...{ campaign: campaignId(demo, key, round), askedOf: demo.agency(setting.code).id },
        ...{ settingType: setting.type, area: setting.area },
        previous: previousRound === null ? null : returnId(demo, previousRound, setting.code),
      },
      undefined,
      { id: this.id },
    ).on(opens, 'send', auditor, { sentOn: opens, dueOn: closes, setKey: key, setVersion: versionAt(key, opens) })
  }
  /** So many of its statements, in one sitting; the statements that came with an action. */
  answers(random: Random, day: Day, from: number, upTo: number, version: number): readonly string[] {
    const { key } = this.plan
    const codes = versionsOf(key)[0]?.questions.map(({ code }) => code) ?? []
    return codes.slice(from, upTo).filter(code => {
      const line = answerLine(random, code, version, addDays(day, 70))
      this.on(day, 'answer', this.lead, {}, line)
      return line.task !== null
    })
  }
  /** Head and governors, by name, as the lead records it; a childminder has nobody above. */
  signed(day: Day, head: string, governor: string): Teller {
    const alone = this.setting.type === 'childminder'
    const above =
      this.plan.key === 'section175'
        ? { governorAs: 'governor', governorName: governor, governorSignedOn: workingDayBy(day) }
        : alone
          ? { governorAs: 'nobody', governorName: null, governorSignedOn: null }
          : { governorAs: 'owner', governorName: governor, governorSignedOn: workingDayBy(day) }
    return this.on(day, 'finish', this.lead, { authorNote: null })
      .on(day, 'headSigns', this.lead, {
        ...{ headName: head, headSignedOn: workingDayBy(day), headAgrees: true, headComment: null },
      })
      .on(day, 'governorSigns', this.lead, above)
  }
}
