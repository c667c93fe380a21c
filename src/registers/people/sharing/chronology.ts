import { chronologyEntry } from '../../../declare/chronology.ts'
import { optionOf } from '../../../declare/field.ts'
import { sentences } from '../../../kit/names.ts'
import { sharing } from './record.ts'

const { items, whyNotShared } = sharing.fields

/** What a check of another agency gave stands in the chronology as that check. */
export const chronology = [
  chronologyEntry(sharing, {
    key: 'shared',
    title: 'Information shared',
    on: 'sharedAt',
    source: 'sharedBy',
    when: row => row.contact === null && row.state !== 'notShared',
    text: row =>
      sentences(
        row.recipient !== null && `With: ${row.recipient}`,
        row.items !== null && `What: ${row.items.map(one => optionOf(items.options, one)?.label ?? one).join('; ')}`,
        row.state === 'withdrawn' && 'Withdrawn since',
      ),
    significant: () => false,
  }),
  chronologyEntry(sharing, {
    key: 'notShared',
    title: 'Decided not to share information',
    on: 'decidedAt',
    source: 'sharedBy',
    when: row => row.contact === null && row.state === 'notShared',
    text: row => sentences(optionOf(whyNotShared.options, row.whyNotShared ?? '')?.label),
    significant: () => true,
  }),
]
