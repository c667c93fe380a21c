import {
  agencies,
  agency,
  choice,
  date,
  longText,
  optional,
  related,
  sensitive,
  text,
  wholeNumber,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { packSections, riskChanges, riskLevels } from '../../../fields/lists/meetings.ts'

const words = (question: string, label: string) => sensitive(optional(longText(question, { rows: 3, label })))

/** One page of a pack: one child, person, place, theme or matter, as it stood when the pack was frozen. */
export const packPage = record({
  key: 'pack_page',
  title: 'Page of a pack',
  plural: 'Pages of packs',
  reference: 'PKP',
  eventOn: 'asAt',
  about: ['section', 'position'],
  fields: {
    pack: related('Of which pack?', 'meeting_pack', { label: 'Pack' }),
    item: related('About which agenda item?', 'agenda_item', { label: 'Agenda item', about: true }),
    invited: optional(agencies('Invited')),
    asAt: date('As at', { label: 'As at' }),
    section: choice('Section', packSections, { label: 'Section' }),
    position: wholeNumber('Number on the agenda', { label: 'Number' }),
    called: sensitive(optional(text('Called', { label: 'Called', maxLength: 200 }))),
    aliases: sensitive(optional(text('Also called', { label: 'Also called', maxLength: 300 }))),
    school: optional(agency('School', { label: 'School' })),
    placedIn: optional(text('Placed in', { label: 'Placed in', maxLength: 120 })),
    risk: optional(choice('Risk', riskLevels, { label: 'Risk' })),
    riskBefore: optional(choice('Risk at the panel before', riskLevels, { label: 'Risk before' })),
    change: optional(choice('Change', riskChanges, { label: 'Change' })),
    sinceLast: words('What has changed since last time?', 'Since last time'),
    whyNow: words('Why now?', 'Why now'),
    tried: words('What has been tried?', 'What has been tried'),
    plan: words('What is the plan?', 'Plan'),
    voice: words('What does the child say?', 'Voice of the child'),
    network: words('Who and what is around?', 'Network'),
    asks: words('What is the meeting asked for?', 'Asked of the meeting'),
    openActions: words('Actions from last time', 'Actions from last time'),
    policeOnly: words('For police and council only', 'For police and council only'),
  },
})
