import { type Problem, when } from '../../../declare/input.ts'
import type { Found } from '../../../declare/pathway.ts'
import type { RowOf } from '../../../declare/record.ts'
import { decisionsOf, type MeetingKind, ownedBy, risksOf, rulesOf } from '../../../fields/lists/meetings.ts'
import type { agendaItem } from './record.ts'

type Row = RowOf<typeof agendaItem>

/** What an item takes from its meeting, and the next free number. */
export const meetingOf = ({ meeting, nomination }: Pick<Row, 'meeting' | 'nomination'>) => ({
  sql: `select m.kind, m.invited, m.team_id as "teamId", m.agency_id as "agencyId", m.state,
               coalesce((select max(i.position) from canopy.agenda_item i where i.meeting = m.id), 0) as last,
               exists (select 1 from canopy.agenda_item i
                        where i.meeting = m.id and i.nomination = $2 and i.state <> 'removed') as "there"
          from canopy.meeting m where m.id = $1`,
  values: [meeting, nomination],
})

export const taken = (row: Row, found: Found) => {
  const [meeting] = found
  return {
    kind: (meeting?.kind ?? row.kind) as Row['kind'],
    invited: (meeting?.invited ?? row.invited) as Row['invited'],
    position: row.position ?? Number(meeting?.last ?? 0) + 1,
    ...ownedBy(row, found),
  }
}

const over: readonly unknown[] = ['minuted', 'calledOff', 'ended']

/** One subject: a case, a nomination or a matter in words; and a meeting that is not over. */
export const subjectProblems = (row: Row, found: Found): readonly Problem[] => [
  ...when(
    [row.dailyCase, row.nomination, row.topic].filter(one => one !== null).length !== 1,
    'topic',
    'Enter one of the three: a case of domestic abuse, a nomination, or what it is about',
  ),
  ...when(found[0]?.there === true, 'nomination', 'This nomination is on the agenda of this meeting already'),
  ...when(found.length > 0 && over.includes(found[0]?.state), 'meeting', 'This meeting is over. Put it on a later one'),
]

/** What a closed list of this kind of meeting does not hold, and what has to be said with an answer. */
export const outcomeProblems = (row: Row): readonly Problem[] => {
  const kind = row.kind as MeetingKind
  const { asksChildren } = rulesOf[kind]
  const isCase = row.topic === null
  return [
    ...when(row.discussion === null, 'discussion', 'Enter what was said'),
    ...when(
      row.risk !== null && !Object.hasOwn(risksOf(kind), row.risk),
      'risk',
      'This level of risk is not used at this kind of meeting',
    ),
    ...when(isCase && Object.keys(risksOf(kind)).length > 0 && row.risk === null, 'risk', 'Select the risk today'),
    ...when(row.decision === null, 'decision', 'Select what is decided'),
    ...when(
      row.decision !== null && !Object.hasOwn(decisionsOf(kind), row.decision),
      'decision',
      'This decision is not one of this kind of meeting',
    ),
    ...(asksChildren && isCase ? caseProblems(row) : []),
  ]
}

const caseProblems = (row: Row): readonly Problem[] => [
  ...when(row.fullConference === null, 'fullConference', 'Select whether it needs a full conference'),
  ...when(row.fullConference === true && row.conferenceOn === null, 'conferenceOn-day', 'Enter when the conference is'),
  ...when(
    row.fullConference === false && row.whyNoConference === null,
    'whyNoConference',
    'Enter why it needs no full conference',
  ),
  ...when(row.childrenStep === null, 'childrenStep', 'Select what happens for the children'),
  ...when(
    row.childrenStep === 'noStep' && row.childrenWhy === null,
    'childrenWhy',
    'Enter why nothing is needed for the children',
  ),
]
