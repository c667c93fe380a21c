import { choice, longText, moment, optional, related, sensitive, staff, text, yesNo } from '../../../declare/field.ts'
import { attemptResults, channels, namedKinds } from './codes.ts'

/** Who holds interviews. */
export const interviewers = ['interview_worker', 'missing_coordinator'] as const

export const lines = {
  attempts: {
    title: 'Attempts',
    one: 'attempt',
    fields: {
      attemptAt: moment('When did you try?', { label: 'When', past: true, missing: 'Enter when you tried' }),
      attemptHow: choice('How did you try?', channels, { label: 'How', missing: 'Select how you tried' }),
      attemptBy: staff('Who tried?', { label: 'By', holding: interviewers, missing: 'Select who tried' }),
      attemptResult: choice('What came of it?', attemptResults, {
        label: 'Result',
        missing: 'Select what came of it',
      }),
    },
  },
  named: {
    title: 'Places, people and vehicles named',
    one: 'place, person or vehicle that was named',
    fields: {
      namedKind: choice('What was named?', namedKinds, { label: 'What', missing: 'Select what was named' }),
      namedWords: sensitive(
        text('In the words of the child', {
          label: 'Named',
          maxLength: 200,
          hint: 'Place, nickname, number plate: as it was said',
          missing: 'Enter what was named, as it was said',
        }),
      ),
      knownPlace: optional(
        related('Which place on record is it?', 'place', {
          label: 'Place on record',
          hint: 'Reference, for example PLC-26-00007. The words of the child stay as they are',
        }),
      ),
      noKnownPlace: optional(
        yesNo('Is it none of the places on record that are like it?', { label: 'None of the places on record' }),
      ),
      sharePolice: yesNo('May the police have this as intelligence?', {
        label: 'For the police',
        hint: 'They get the words, and never who said them',
        missing: 'Select whether the police may have this',
      }),
    },
  },
  corrections: {
    title: 'Added later',
    one: 'correction or addition',
    fields: {
      addedWords: sensitive(
        longText('What is to be added or put right?', {
          label: 'Added',
          rows: 3,
          missing: 'Enter what is to be added or put right',
        }),
      ),
    },
  },
} as const
