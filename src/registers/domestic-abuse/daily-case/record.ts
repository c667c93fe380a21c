import {
  agencies,
  agency,
  choice,
  date,
  longText,
  moment,
  optional,
  related,
  sensitive,
  sometimes,
  text,
  wholeNumber,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { riskLevels } from '../../../fields/lists/meetings.ts'
import { lines } from './lines.ts'

/** One adult at risk and one person who causes harm: another person causing harm is another case (rulebook DA-04). */
export const dailyCase = record({
  key: 'daily_case',
  title: 'Domestic abuse case',
  plural: 'Domestic abuse cases',
  reference: 'DSM',
  eventOn: 'referredOn',
  about: ['adultGiven', 'adultFamily'],
  fields: {
    referredOn: date('When was it referred to the meeting?', {
      label: 'Referred',
      past: true,
      missing: 'Enter when it was referred',
    }),
    referredBy: agency('Which agency referred it?', {
      label: 'Referred by',
      missing: 'Select which agency referred it',
    }),
    criterion: choice(
      'Why is it for the meeting?',
      {
        visible: { label: 'Visible high risk', hint: '14 or more of the checklist' },
        judgement: { label: 'Professional judgement', hint: 'A serious worry, whatever the checklist says' },
        escalation: { label: 'Potential escalation', hint: 'Several incidents within 12 months' },
        repeat: { label: 'Happened again', hint: 'Within 12 months of the last discussion, the same two people' },
        mediumRisk: { label: 'Medium risk', hint: 'Taken by this meeting by local policy' },
      },
      { label: 'Criterion', missing: 'Select why it is for the meeting' },
    ),
    consent: choice(
      'Does the adult at risk know and agree that it is referred?',
      {
        agreed: 'Yes',
        knows: 'Knows, but does not agree',
        notAsked: 'Not asked, because it would not be safe or could not be done',
      },
      { label: 'Agrees', missing: 'Select whether the adult knows and agrees' },
    ),
    whyWithout: sensitive(
      sometimes(
        longText('If not, why is it shared all the same?', {
          rows: 2,
          label: 'Why shared without agreement',
          hint: 'The risk of serious harm, and why sharing is proportionate',
        }),
      ),
    ),

    adultPerson: optional(
      related('Which person on record is the adult at risk?', 'person', { about: true, label: 'Adult at risk' }),
    ),
    adultGiven: sensitive(text('Given name of the adult at risk', { label: 'Given name' })),
    adultFamily: sensitive(text('Family name of the adult at risk', { label: 'Family name' })),
    adultBornOn: sensitive(
      optional(date('Date of birth of the adult at risk', { label: 'Date of birth', past: true })),
    ),
    adultSex: sometimes(
      choice(
        'Sex of the adult at risk',
        { female: 'Female', male: 'Male', other: 'Other', notKnown: 'Not known' },
        {
          label: 'Sex',
        },
      ),
    ),
    adultAddress: sensitive(
      optional(
        text('Where does the adult at risk live?', {
          label: 'Address',
          maxLength: 300,
          hint: 'Leave empty if the address is secret',
        }),
      ),
    ),
    adultTelephone: sensitive(optional(text('Telephone number', { label: 'Telephone', maxLength: 60 }))),
    safeContact: sensitive(
      longText('How can the adult at risk be contacted safely?', {
        rows: 2,
        label: 'Safe contact',
        hint: 'Times, ways and words that are safe. No letters or e-mails to a shared address',
        missing: 'Enter how the adult can be contacted safely, or that it is not known',
      }),
    ),

    harmPerson: optional(
      related('Which person on record causes the harm?', 'person', { about: true, label: 'Person causing harm' }),
    ),
    harmGiven: sensitive(text('Given name of the person causing harm', { label: 'Given name, causing harm' })),
    harmFamily: sensitive(text('Family name of the person causing harm', { label: 'Family name, causing harm' })),
    harmBornOn: sensitive(
      optional(date('Date of birth of the person causing harm', { label: 'Date of birth, causing harm', past: true })),
    ),
    relation: choice(
      'What are they to each other?',
      {
        partner: 'Partners',
        formerPartner: 'Former partners',
        family: 'Of one family',
        notKnown: 'Not known',
      },
      { label: 'To each other', missing: 'Select what they are to each other' },
    ),
    housing: optional(
      choice(
        'Whose home is it?',
        {
          council: 'Rented from the council',
          association: 'Rented from a housing association',
          private: 'Rented privately',
          owned: 'Owned',
          temporary: 'Temporary',
          notKnown: 'Not known',
        },
        { label: 'Housing' },
      ),
    ),

    level: optional(choice('Level of risk', riskLevels, { label: 'Risk' })),
    incidentCount: optional(wholeNumber('Incidents', { label: 'Incidents' })),
    lastIncidentAt: optional(moment('Last incident')),
    repeatOn: optional(date('Happened again')),
    heardBy: optional(agencies('Heard by')),
    firstHeardOn: optional(date('First heard')),
    lastHeardOn: optional(date('Last heard')),
    timesHeard: optional(wholeNumber('Times heard', { label: 'Times heard' })),
    conferenceOn: optional(date('Full conference')),
    waitingSince: optional(moment('Waits for the meeting since')),
    contactsMade: optional(wholeNumber('Contacts made', { label: 'Contacts made' })),

    closedWhy: choice(
      'Why is it closed?',
      {
        safer: 'The adult and the children are safer',
        moved: 'They moved away, and the other area was told',
        noFurther: 'Nothing further is needed from the meeting',
        withdrew: 'The adult does not want help now, and it is safe to leave it',
        other: 'Another reason',
      },
      { label: 'Why closed', missing: 'Select why it is closed' },
    ),
    closedNote: sensitive(optional(longText('What is different now?', { rows: 2, label: 'Different now' }))),
    closedOn: optional(date('Closed')),
    mistakenWhy: sensitive(
      longText('Why was it recorded in error?', { rows: 2, label: 'Why in error', missing: 'Enter why' }),
    ),
  },
  lines,
})
