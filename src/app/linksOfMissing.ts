import type { Carried, Link } from '../declare/link.ts'
import type { AnyRow, Context } from '../declare/record.ts'
import { londonDay } from '../kit/dates.ts'
import { immediateWorryRegister } from '../registers/harm-outside-home/immediate-worry/index.ts'
import { intelligenceItemRegister } from '../registers/harm-outside-home/intelligence-item/index.ts'
import { missingEpisodeRegister } from '../registers/harm-outside-home/missing-episode/index.ts'
import { parentSessionRegister } from '../registers/harm-outside-home/parent-session/index.ts'
import { placeRegister } from '../registers/harm-outside-home/place/index.ts'
import { returnInterviewRegister } from '../registers/harm-outside-home/return-interview/index.ts'

/** What a missing child sets going: an interview for each episode, what an interview tells others, and sessions for parents. */

type Answered = Readonly<Record<string, unknown>>

const ofTheEpisode = [
  'givenName',
  'familyName',
  'bornOn',
  'sex',
  'ethnicity',
  'missingFrom',
  'responsible',
  'responsibleName',
  'returnedAt',
  'returnKnown',
]

/** One interview for each episode that has ended, offered or not (rulebook MX-03). */
const asInterview = (row: AnyRow): readonly Carried[] =>
  row.returnedAt === null
    ? []
    : [
        {
          ...Object.fromEntries(ofTheEpisode.map(name => [name, row[name]])),
          episode: row.id,
          child: row.person,
          childTeam: row.team,
          notOfferedWhy: row.oldRecord === true ? 'notRecorded' : null,
        },
      ]

const opensInterview = (on: 'start' | 'recordReturn'): Link => ({
  from: missingEpisodeRegister,
  on,
  opens: returnInterviewRegister,
  carries: row => asInterview(row),
})

/** Whatever of the episode the interview repeats follows it. */
const tellsInterview = (on: string, action: string, names: Readonly<Record<string, string>> = {}): Link => ({
  from: missingEpisodeRegister,
  on,
  through: { back: 'episode' },
  performs: { register: returnInterviewRegister, action },
  when: (_row, interview) => interview.state !== 'recordedInError',
  carries: row => Object.fromEntries(Object.entries(names).map(([to, from]) => [to, row[from]])),
})

/** The interview of an earlier episode that was still to be held (RHI-4). */
const endsInterview = (on: 'start' | 'sayWho'): Link => ({
  from: missingEpisodeRegister,
  on,
  through: 'endsInterview',
  performs: { register: returnInterviewRegister, action: 'endAsMissing' },
  when: (_row, interview) => ['waiting', 'offered', 'agreed'].includes(interview.state),
})

const has = (value: unknown, one: string): boolean => Array.isArray(value) && value.includes(one)

/** What the police get of an interview: things named that they may have, without who said it. */
const asIntelligence = (row: AnyRow, { now }: Context, named: readonly Answered[] = []): readonly Carried[] =>
  has(row.sendTo, 'police')
    ? named
        .filter(line => line.sharePolice === true)
        .map(line => ({
          interview: row.id,
          child: row.child,
          police: row.police,
          kind: line.namedKind,
          words: line.namedWords,
          knownPlace: line.knownPlace,
          sharedAt: now,
        }))
    : []

export const linksOfMissing: readonly Link[] = [
  opensInterview('start'),
  opensInterview('recordReturn'),
  endsInterview('start'),
  endsInterview('sayWho'),
  tellsInterview('sayWho', 'noteChild', { child: 'person' }),
  tellsInterview('passToTeam', 'noteChild', { childTeam: 'team' }),
  tellsInterview('correctReturn', 'noteReturn', { returnedAt: 'returnedAt', returnKnown: 'returnKnown' }),
  tellsInterview('correctFrom', 'noteChild', {
    missingFrom: 'missingFrom',
    responsible: 'responsible',
    responsibleName: 'responsibleName',
  }),
  tellsInterview('join', 'noteMistaken'),
  tellsInterview('markMistaken', 'noteMistaken'),
  {
    from: missingEpisodeRegister,
    on: 'join',
    through: 'joinedTo',
    performs: { register: missingEpisodeRegister, action: 'noteJoined' },
    carries: row => ({
      alsoToldBy: row.toldBy,
      alsoToldAt: row.reportedAt,
      alsoReporter: row.reporter,
      alsoReference: row.policeReference,
      alsoWords: [row.reference, row.circumstances, row.lastSeenWhere].filter(Boolean).join('. '),
    }),
  },
  {
    from: missingEpisodeRegister,
    on: 'offerParent',
    opens: parentSessionRegister,
    carries: (row, { today }) => [
      { child: row.person, episode: row.id, parentName: row.parentOffered, notOpen: 'no', offeredOn: today },
    ],
  },
  {
    from: returnInterviewRegister,
    on: 'recordInterview',
    opens: immediateWorryRegister,
    carries: (row, { now, actor }) =>
      row.immediateWorry === true
        ? [
            {
              interview: row.id,
              child: row.child,
              what: row.worryWhat,
              raisedAt: now,
              raisedBy: actor.accountId,
              receiver: row.worryReceiver,
            },
          ]
        : [],
  },
  {
    from: returnInterviewRegister,
    on: 'addNamed',
    through: 'placeNamed',
    performs: { register: placeRegister, action: 'addConcern' },
    when: (_row, place) => place.state !== 'recordedInError',
    carries: (row, { now }, line) => ({
      concernOn: londonDay(String(row.interviewAt ?? now)),
      concernSource: 'interview',
      concernWords: line.namedWords,
      concernInterview: row.id,
    }),
  },
  {
    from: returnInterviewRegister,
    on: 'send',
    opens: intelligenceItemRegister,
    carries: (row, context, _line, lines) => asIntelligence(row, context, lines.named),
  },
  {
    from: returnInterviewRegister,
    on: 'send',
    through: 'episode',
    performs: { register: missingEpisodeRegister, action: 'notePlan' },
    // A placement of concern gets nothing, whatever was written (RHI-5).
    when: (row, episode) =>
      has(row.sendTo, 'placement') &&
      row.carerOfConcern === false &&
      ['missing', 'returned', 'closed'].includes(episode.state),
    carries: row => ({ plan: row.placementPlan }),
  },
]
