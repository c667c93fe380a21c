import { choice, date, longText, optional, staff, text } from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { planKinds } from './codes.ts'

/** A plan in which recommendations stand together: what it is about, who leads it, and when it was compiled. */
export const actionPlan = record({
  key: 'action_plan',
  title: 'Action plan',
  plural: 'Action plans',
  reference: 'PLN',
  eventOn: 'compiledOn',
  about: ['name'],
  fields: {
    name: text('What is the plan called?', { label: 'Name', maxLength: 160, missing: 'Enter what the plan is called' }),
    kind: choice('What is it about?', planKinds, { label: 'About', missing: 'Select what it is about' }),
    compiledOn: date('When was it compiled?', { label: 'Compiled', past: true, missing: 'Enter when it was compiled' }),
    lead: optional(
      staff('Who leads the plan?', {
        label: 'Plan lead',
        hint: 'Agrees new dates, and sees to actions that have lost their owner',
      }),
    ),
    ownedBy: optional(
      text('Which post owns it, as written?', {
        label: 'Owner as written',
        maxLength: 160,
        hint: 'For example Director of Youth and Community',
      }),
    ),
    serviceArea: optional(text('Which service area is it of?', { label: 'Service area', maxLength: 160 })),
    about: optional(
      longText('What does it come from, and what is it to reach?', {
        rows: 4,
        label: 'Where it comes from',
        hint: 'Without names of children or families',
      }),
    ),
    endedOn: date('When did it end?', { label: 'Ended', past: true, missing: 'Enter when it ended' }),
    endedNote: longText('What came of it?', { rows: 4, label: 'What came of it', missing: 'Enter what came of it' }),
    mistakenWhy: longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
  },
})
