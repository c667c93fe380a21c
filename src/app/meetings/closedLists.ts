import { type MeetingKind, rulesOf } from '../../fields/lists/meetings.ts'

/** What only meetings ask that hear families. */
const ofFamilies = ['fullConference', 'conferenceOn', 'whyNoConference', 'childrenStep', 'childrenWhy']

/** The closed lists of a kind of meeting, by the field of an agenda item. */
export const closedListsOf = (kind: MeetingKind): Readonly<Record<string, readonly string[]>> => {
  const { risks, decisions, asksChildren } = rulesOf[kind]
  return {
    risk: risks,
    decision: decisions,
    ...(asksChildren ? {} : Object.fromEntries(ofFamilies.map(name => [name, []]))),
  }
}
