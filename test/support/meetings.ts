import { meetings } from '../../src/app/meetings/index.ts'
import type { Typed } from '../../src/declare/input.ts'
import type { Register } from '../../src/declare/register.ts'
import { makeAgenda } from '../../src/engine/meetings/agenda.ts'
import { readMeeting } from '../../src/engine/meetings/read.ts'
import { perform } from '../../src/engine/store/perform.ts'
import { dailyCaseRegister } from '../../src/registers/domestic-abuse/daily-case/index.ts'
import { panelNominationRegister } from '../../src/registers/harm-outside-home/panel-nomination/index.ts'
import type { World } from './world.ts'

const { sitting: meeting, item, action, answer } = meetings.registers

const referral: Typed = {
  referredOn: '2026-11-02',
  referredBy: 'Metropolitan Police',
  criterion: 'visible',
  consent: 'agreed',
  whyWithout: '',
  adultPerson: '',
  adultGiven: 'Marguerite',
  adultFamily: 'Sorrelwood',
  adultBornOn: '1993-02-11',
  adultSex: 'female',
  adultAddress: '3 Invented Mews, N1 9ZZ',
  adultTelephone: '020 7946 0999',
  safeContact: 'Text after 2pm only',
  housing: 'council',
  harmPerson: '',
  harmGiven: 'Leander',
  harmFamily: 'Brackenhurst',
  harmBornOn: '',
  relation: 'formerPartner',
}

const incident: Typed = {
  happenedAt: '2026-11-02 01:20',
  toldBy: 'police',
  policeReference: '',
  what: 'strangulation',
  account: 'Leander held Marguerite by the throat at 3 Invented Mews. She called from 020 7946 0999.',
  score: '15',
  judgement: '',
}

const outcome: Typed = {
  discussion: 'The police have bailed him with conditions.',
  risk: 'high',
  decision: 'planAgreed',
  decisionWhy: '',
  noAction: '',
  fullConference: 'no',
  conferenceOn: '',
  whyNoConference: 'The daily meeting sees to it',
  childrenStep: 'noChildren',
  childrenWhy: '',
}

/** Meetings of a test world and what they hear. */
export const createMeetings = (world: World) => {
  const act = async (by: string, register: Register, deed: string, typed: Typed = {}, reference?: string) =>
    (
      await perform(world.engine, world.as(by), {
        register,
        action: deed,
        typed,
        ...(reference === undefined ? {} : { reference }),
      })
    ).reference
  const plan = (typed: Typed = {}) =>
    act('meeting_officer', meeting, 'start', {
      kind: 'daily',
      name: '',
      startsAt: '2026-11-03 10:00',
      minutes: '45',
      place: 'Video meeting',
      chair: 'Meeting chair',
      invited: ['Metropolitan Police', 'Whittington Health'],
      needed: [],
      newSince: '',
      answersBy: '2026-11-03 09:45',
      ...typed,
    })
  const refer = async (typed: Typed = {}, happened: Typed = {}) => {
    const reference = await act('police_unit', dailyCaseRegister, 'start', { ...referral, ...typed })
    await act('police_unit', dailyCaseRegister, 'addIncident', { ...incident, ...happened }, reference)
    return reference
  }
  const nominate = (typed: Typed = {}) =>
    act('social_worker', panelNominationRegister, 'start', {
      subject: 'place',
      person: '',
      peerGroup: '',
      label: 'Parkside stairwell',
      alsoCalled: '',
      nominatedOn: '2026-11-02',
      kinds: ['criminal'],
      criteria: ['named'],
      risk: 'moderate',
      whyNow: 'Named by three children in thirty days.',
      tried: 'Patrols in October.',
      plan: '',
      childVoice: '',
      asks: 'Lighting and a youth worker.',
      policeOnly: 'A camera is planned.',
      school: '',
      placedIn: '',
      ...typed,
    })
  const make = (reference: string, by = 'meeting_officer') =>
    makeAgenda(world.engine, world.as(by), meetings, reference)
  const read = (reference: string, by = 'meeting_officer') =>
    readMeeting(world.engine, world.as(by), meetings, reference)
  /** References of cases on an agenda, in its order, as somebody may see them. */
  const agenda = async (reference: string, by?: string) =>
    (await read(reference, by)).entries.map(({ subject }) => subject?.reference)
  const itemOf = async (reference: string, of: string): Promise<string> => {
    const found = (await read(reference)).entries.find(({ subject }) => subject?.reference === of)
    if (!found) throw new Error(`${of} is not on the agenda of ${reference}`)
    return found.item.reference
  }
  const discuss = (of: string, typed: Typed = {}, by = 'meeting_officer') =>
    act(by, item, 'discuss', { ...outcome, ...typed }, of)
  const give = (of: string, typed: Typed = {}, by = 'meeting_officer') =>
    act(by, action, 'start', {
      source: 'atMeeting',
      sourceNote: '',
      item: of,
      meeting: '',
      agreedOn: '',
      task: 'Change the locks',
      outcomeRequired: '',
      ownerPerson: '',
      ownerAgency: '',
      dueAt: '',
      ...typed,
    })
  return {
    act,
    plan,
    refer,
    nominate,
    make,
    read,
    agenda,
    itemOf,
    discuss,
    give,
    registers: { meeting, item, action, answer },
  }
}
