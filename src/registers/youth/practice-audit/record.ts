import { choice, date, longText, optional, sensitive, sometimes, text } from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { ethnicGroups } from '../../../fields/lists/ethnicity.ts'
import { sexes } from '../../../fields/lists/youth.ts'

const found = { yes: 'Yes', partly: 'Partly', no: 'No', notNeeded: 'Not needed here' } as const

/** One piece of work of the youth justice service that a colleague reads again, to see what bias it may hold (YJ-DISP). */
export const practiceAudit = record({
  key: 'practice_audit',
  title: 'Practice audit',
  plural: 'Practice audits',
  reference: 'PAU',
  eventOn: 'writtenOn',
  about: ['ownRef', 'work'],
  fields: {
    ownRef: sensitive(
      text('Under which reference is the work known?', {
        label: 'Own reference',
        maxLength: 40,
        hint: 'A reference of your own files, never a name',
        missing: 'Enter the reference of your own files',
      }),
    ),
    work: choice(
      'What kind of work is it?',
      {
        assessment: 'Assessment',
        report: 'Report before sentence, or to a panel',
        risk: 'Assessment of risk',
        breach: 'Decision on a breach',
      },
      { label: 'Work', missing: 'Select what kind of work it is' },
    ),
    writtenOn: date('When was it written?', { label: 'Written', past: true, missing: 'Enter when it was written' }),
    sex: choice('Sex of the young person', sexes, { label: 'Sex', missing: 'Select the sex' }),
    ethnicity: choice('Ethnic group of the young person', ethnicGroups, {
      label: 'Ethnic group',
      long: true,
      missing: 'Select the ethnic group, or why it is not known',
    }),

    auditedOn: date('When was it read again?', { label: 'Audited', past: true, missing: 'Enter when it was read' }),
    graces: choice('Does it use the Social GRACES?', found, {
      label: 'Social GRACES',
      hint: 'Gender, religion, age, class, culture, ethnicity and other sides of who somebody is',
      missing: 'Select whether it uses the Social GRACES',
    }),
    genogram: choice('Does it have a genogram or an ecomap?', found, {
      label: 'Genogram or ecomap',
      missing: 'Select whether it has one',
    }),
    language: choice('Is its language free of labels for race, gangs and groups?', found, {
      label: 'Language',
      missing: 'Select whether its language is free of labels',
    }),
    same: choice(
      'Would the same have been written about another young person who did the same?',
      { yes: 'Yes', no: 'No', notTold: { label: 'Cannot be told', notKnown: true } },
      { label: 'Same for others', missing: 'Select whether the same would have been written' },
    ),
    sameWhy: sensitive(sometimes(longText('If not, why?', { rows: 3, label: 'Why not', hint: 'No names' }))),
    learning: optional(longText('What is to be learned?', { rows: 3, label: 'Learning', hint: 'No names' })),
    mistakenWhy: longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
  },
})
