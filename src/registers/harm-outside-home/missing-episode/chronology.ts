import { chronologyEntry } from '../../../declare/chronology.ts'
import { optionOf } from '../../../declare/field.ts'
import { plural, sentences } from '../../../kit/names.ts'
import { durationBands, grades, missingFrom } from './codes.ts'
import { missingEpisode } from './record.ts'

export const chronology = [
  chronologyEntry(missingEpisode, {
    key: 'missing',
    title: 'Missing',
    on: 'missingSince',
    text: row =>
      sentences(
        `From: ${optionOf(missingFrom, row.missingFrom ?? '')?.label ?? 'not known'}`,
        row.policeGrade !== null &&
          row.policeGrade !== undefined &&
          `Police risk: ${optionOf(grades, row.policeGrade)?.label}`,
        (row.episodesIn90Days ?? 1) > 1 && `${plural(row.episodesIn90Days ?? 1, 'episode')} in 90 days`,
        row.state === 'joined' && 'The same as another episode',
        row.state === 'recordedInError' && 'Recorded in error',
      ),
    significant: row => row.state !== 'recordedInError' && row.state !== 'joined',
  }),
  chronologyEntry(missingEpisode, {
    key: 'back',
    title: 'Back after missing',
    on: 'returnedAt',
    text: row =>
      sentences(
        row.durationBand !== undefined && optionOf(durationBands, row.durationBand ?? '')?.label,
        row.returnKnown === 'estimated' && 'The time is estimated',
      ),
    significant: () => false,
  }),
]
