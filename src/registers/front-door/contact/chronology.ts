import { chronologyEntry } from '../../../declare/chronology.ts'
import { optionOf } from '../../../declare/field.ts'
import { sentences } from '../../../kit/names.ts'
import { contact } from './record.ts'
import { outcomes, sources, thresholdLevels } from './rules.ts'

const worries = contact.fields.worry.options

/** That somebody was worried, and what was decided about it. */
export const chronology = [
  chronologyEntry(contact, {
    key: 'received',
    title: 'Contact',
    on: 'receivedAt',
    sourceWords: row => row.referrerAgency ?? optionOf(sources, row.source ?? '')?.label ?? null,
    text: row =>
      sentences(
        optionOf(worries, row.worry ?? '')?.label,
        row.safeNow === 'no' && 'The child was not safe',
        row.state === 'joined' && 'The same event as in another contact',
        row.state === 'recordedInError' && 'Recorded in error',
      ),
    significant: row => row.safeNow === 'no' || row.outcome === 'statutory',
  }),
  chronologyEntry(contact, {
    key: 'agreed',
    title: 'Decision',
    on: 'agreedAt',
    text: row =>
      sentences(
        optionOf(outcomes, row.outcome ?? '')?.label,
        row.threshold !== undefined && optionOf(thresholdLevels, row.threshold ?? '')?.label,
      ),
    significant: row => row.outcome === 'statutory',
  }),
]
