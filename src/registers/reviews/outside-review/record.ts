import { choice, choices, date, longText, optional, sometimes, staff, text } from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { gradeSchemes, inspectionGrades } from '../../../fields/lists/inspectionGrades.ts'
import { kinds, makers } from './codes.ts'
import { lines } from './lines.ts'

/** What others found, here or elsewhere, point by point, and how it is here. */
export const outsideReview = record({
  key: 'outside_review',
  title: 'Outside review or inspection',
  plural: 'Outside reviews and inspections',
  reference: 'OUT',
  eventOn: 'madeOn',
  about: ['title'],
  fields: {
    kind: choice('What is it?', kinds, { label: 'Kind', missing: 'Select what it is' }),
    title: text('What is it called?', {
      label: 'Title',
      maxLength: 200,
      hint: 'As published. A child under the pseudonym of the publication alone',
      missing: 'Enter what it is called',
    }),
    madeBy: choices('Who made it?', makers, { label: 'Made by', missing: 'Select who made it' }),
    area: text('Which area is it about?', { label: 'Area', maxLength: 120, missing: 'Enter the area' }),
    takenUpOn: date('When did the partnership take it up?', {
      label: 'Taken up',
      past: true,
      hint: 'The time limit for comparing runs from here',
      missing: 'Enter when the partnership took it up',
    }),

    firstDay: optional(date('If it was an inspection, on which day did it begin?', { label: 'First day', past: true })),
    madeOn: date('On which day did the inspection end, or was the review published?', {
      label: 'Made',
      past: true,
      hint: 'The schemes and grades of that day are offered',
      missing: 'Enter on which day it ended or was published',
    }),
    dayNote: optional(
      text('What should a reader know about the days?', {
        label: 'About the days',
        maxLength: 200,
        hint: 'For example that only the month is printed',
      }),
    ),
    foundAt: optional(text('Where can it be read?', { label: 'Where to read it', maxLength: 300 })),

    scheme: optional(
      choice('If it was an inspection, under which scheme?', gradeSchemes, {
        label: 'Scheme of grades',
        long: true,
        hint: 'Schemes are never compared with one another, or put in one order',
      }),
    ),
    grade: sometimes(
      choice('Which grade was given overall?', inspectionGrades, {
        label: 'Grade',
        long: true,
        hint: 'Needed with a scheme. Grades of parts are added afterwards',
      }),
    ),

    comparedBy: optional(staff('Compared by')),
    comparedOn: optional(date('Compared')),
    conclusion: longText('What is the conclusion for this area?', {
      label: 'Conclusion',
      rows: 4,
      hint: 'Without names',
      missing: 'Enter the conclusion for this area',
    }),
    closedNote: longText('What came of it?', {
      label: 'What came of it',
      rows: 3,
      missing: 'Enter what came of it',
    }),
    mistakenWhy: longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
  },
  lines,
})
