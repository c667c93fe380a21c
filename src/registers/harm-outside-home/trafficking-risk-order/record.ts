import { choice, choices, date, longText, optional, related, sensitive, text, yesNo } from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'

export const orderKinds = {
  risk: { label: 'Risk order', hint: 'Modern Slavery Act 2015, section 23' },
  interimRisk: { label: 'Interim risk order', hint: 'Modern Slavery Act 2015, section 28' },
  prevention: { label: 'Prevention order', hint: 'After a conviction: Modern Slavery Act 2015, sections 14 and 15' },
} as const

export const conditionKinds = {
  contact: 'No contact with named people, or with children',
  area: 'Not to go to an area',
  phones: 'Limits on phones and devices',
  travel: 'Limits on travel',
  vehicles: 'Limits on vehicles or hiring them',
  address: 'To tell the police of name and address',
  other: 'Another condition, as described',
} as const

/** An order of a court against an adult who may traffic or exploit others. The subject is an adult; children stand on no such list. */
export const traffickingRiskOrder = record({
  key: 'trafficking_risk_order',
  title: 'Trafficking risk order',
  plural: 'Trafficking risk orders',
  reference: 'STO',
  eventOn: 'madeOn',
  about: ['subject'],
  fields: {
    subject: sensitive(
      text('Against whom was the order made?', {
        label: 'Subject',
        hint: 'Name of the adult',
        maxLength: 200,
        missing: 'Enter against whom the order was made',
      }),
    ),
    subjectBornOn: sensitive(
      date('Date of birth of the subject', { past: true, missing: 'Enter the date of birth of the subject' }),
    ),
    person: optional(
      related('If on record: which person?', 'person', {
        about: true,
        label: 'Person',
        hint: 'Reference of the adult, for example PER-26-00042',
      }),
    ),
    kind: choice('Which order is it?', orderKinds, { label: 'Order', missing: 'Select which order it is' }),
    countyLines: yesNo('Is it about county lines?', {
      label: 'County lines',
      missing: 'Select whether it is about county lines',
    }),
    court: text('Which court made it?', { label: 'Court', maxLength: 160, missing: 'Enter which court made it' }),
    madeOn: date('When was it made?', { label: 'Made', past: true, missing: 'Enter when it was made' }),
    expiresOn: optional(
      date('On which day does it end?', {
        label: 'Until',
        hint: 'Leave empty if it holds until a court says otherwise',
      }),
    ),
    conditionKinds: choices('What does it forbid or demand?', conditionKinds, {
      label: 'Conditions',
      missing: 'Select at least one condition',
    }),
    conditions: sensitive(
      longText('What exactly?', { rows: 4, label: 'Conditions in words', missing: 'Enter what exactly' }),
    ),
    decidedOn: date('When was that decided?', {
      label: 'Renewal decided',
      past: true,
      missing: 'Enter when it was decided',
    }),
    renewal: choice(
      'What is to happen at the end?',
      { renew: 'Apply for another order', letEnd: 'Let it end' },
      { label: 'At the end', missing: 'Select what is to happen' },
    ),
    renewalWhy: sensitive(longText('Why?', { rows: 2, label: 'Why so', missing: 'Enter why' })),
    breachedOn: date('When was it broken?', { label: 'Broken', past: true, missing: 'Enter when it was broken' }),
    breach: sensitive(
      longText('What happened, and what was done?', {
        rows: 3,
        label: 'What was broken',
        missing: 'Enter what happened',
      }),
    ),
    endedOn: date('When did it end?', { label: 'Ended', past: true, missing: 'Enter when it ended' }),
    endedWhy: choice(
      'How did it end?',
      { expired: 'Its time was over', discharged: 'A court ended it', replaced: 'Another order took its place' },
      { label: 'How it ended', missing: 'Select how it ended' },
    ),
    mistakenWhy: sensitive(
      longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
    ),
  },
})
