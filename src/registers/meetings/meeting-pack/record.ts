import {
  agencies,
  agency,
  choice,
  moment,
  optional,
  related,
  sometimes,
  staff,
  text,
  wholeNumber,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { audiences } from '../../../fields/lists/meetings.ts'

const copies = {
  title: 'Copies given out',
  one: 'copy',
  fields: {
    audience: choice('Which version?', audiences, { label: 'Version', missing: 'Select which version' }),
    school: sometimes(agency('For which school?', { label: 'School', kinds: ['school'] })),
    form: choice('In which form?', { word: 'Word', pdf: 'PDF', page: 'Page' }, { label: 'Form' }),
    copy: optional(wholeNumber('Number of the copy', { label: 'Copy' })),
    forWhom: optional(text('For whom?', { label: 'For', maxLength: 200 })),
    takenBy: optional(staff('Taken by')),
  },
} as const

/** What a meeting reads, as it stood at one moment: what changes afterwards changes the live pages, never a pack. */
export const meetingPack = record({
  key: 'meeting_pack',
  title: 'Meeting pack',
  plural: 'Meeting packs',
  reference: 'PCK',
  eventOn: 'frozenAt',
  about: ['number'],
  fields: {
    meeting: related('For which meeting?', 'meeting', {
      label: 'Meeting',
      missing: 'Enter the reference of the meeting',
    }),
    invited: optional(agencies('Invited')),
    number: optional(wholeNumber('Version', { label: 'Version' })),
    frozenAt: optional(moment('Figures as at', { label: 'As at' })),
    up: optional(wholeNumber('Risk went up', { label: 'Up' })),
    down: optional(wholeNumber('Risk went down', { label: 'Down' })),
    same: optional(wholeNumber('Risk is the same', { label: 'Same' })),
    fresh: optional(wholeNumber('New', { label: 'New' })),
    actionsDone: optional(wholeNumber('Actions done', { label: 'Actions done' })),
    actionsLate: optional(wholeNumber('Actions late', { label: 'Actions late' })),
    actionsBlocked: optional(wholeNumber('Actions blocked', { label: 'Actions blocked' })),
    actionsOpen: optional(wholeNumber('Actions not due yet', { label: 'Actions not due yet' })),
  },
  lines: { copies },
})
