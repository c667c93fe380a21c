import { chronologyEntry } from '../../../declare/chronology.ts'
import { optionOf } from '../../../declare/field.ts'
import { sentences } from '../../../kit/names.ts'
import { chronologyEvent } from './record.ts'

const { what, approximate } = chronologyEvent.fields

export const chronology = [
  chronologyEntry(chronologyEvent, {
    key: 'event',
    title: 'Event',
    on: 'happenedOn',
    source: 'source',
    sourceWords: row => row.sourceName,
    text: row =>
      sentences(
        row.state === 'recordedInError' && 'Recorded in error',
        optionOf(what.options, row.what ?? '')?.label,
        row.happened,
        row.approximate !== null &&
          row.approximate !== 'exact' &&
          optionOf(approximate.options, row.approximate)?.label,
      ),
    significant: row => row.significance === 'significant' && row.state === 'recorded',
  }),
]
