import {
  agencies,
  agency,
  longText,
  moment,
  optional,
  related,
  sensitive,
  sometimes,
  staff,
  yesNo,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'

/** What one agency says about one case before the meeting: three lines, or that it knows nothing. */
export const meetingAnswer = record({
  key: 'meeting_answer',
  title: 'Answer before a meeting',
  plural: 'Answers before meetings',
  reference: 'ANS',
  eventOn: 'askedAt',
  about: ['agency'],
  fields: {
    item: related('About which agenda item?', 'agenda_item', { label: 'Agenda item', about: true }),
    meeting: related('For which meeting?', 'meeting', { label: 'Meeting' }),
    agency: agency('Which agency is asked?', { label: 'Agency' }),
    invited: optional(agencies('Invited')),
    askedAt: moment('Asked', { label: 'Asked' }),
    answersBy: optional(moment('Answer by')),
    knows: yesNo('Does your agency know the people of this case?', {
      label: 'Known to the agency',
      missing: 'Select whether your agency knows them',
    }),
    said: sensitive(
      sometimes(
        longText('If it does, what do the others need to know?', {
          rows: 3,
          label: 'Answer',
          maxLength: 1000,
          hint: 'Three lines: what you know, what you are doing, what worries you. Only what is needed for this case',
        }),
      ),
    ),
    answeredAt: optional(moment('Answered')),
    answeredBy: optional(staff('Answered by')),
  },
})
