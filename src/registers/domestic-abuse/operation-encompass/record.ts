import {
  agency,
  choice,
  choices,
  date,
  longText,
  moment,
  optional,
  related,
  sensitive,
  sometimes,
  staff,
  text,
  yesNo,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { whyNotJoined } from '../../../fields/lists/encompass.ts'
import { siblings } from './lines.ts'
import { joinedAnswers, phases, routes, settingTypes } from './rules.ts'

/**
 * What the police tell one child's school about one domestic abuse incident. One record for each child and incident: two
 * children at two schools are two notifications with two deadlines (rulebook OE-01, OE-03).
 */
export const operationEncompass = record({
  key: 'operation_encompass',
  title: 'Operation Encompass notification',
  plural: 'Operation Encompass notifications',
  reference: 'ENC',
  eventOn: 'incidentAt',
  about: ['givenName', 'familyName'],
  fields: {
    policeReference: text('Police reference of the incident', { label: 'Police reference', maxLength: 40 }),
    police: agency('Which police force attended?', { label: 'Police force', kinds: ['police'] }),
    incidentAt: moment('When did the incident happen?', { label: 'Incident', past: true }),
    attendedAt: moment('When was it reported to the police, or when did they attend?', {
      label: 'Reported or attended',
      hint: 'The earlier of the two. The time limit runs from here',
      past: true,
    }),
    place: sensitive(
      optional(
        text('Where did it happen?', {
          label: 'Place',
          hint: 'Never an address to which the victim has moved, or of a refuge',
          maxLength: 300,
        }),
      ),
    ),

    givenName: sensitive(text('Given name of the child', { label: 'Given name' })),
    familyName: sensitive(text('Family name of the child', { label: 'Family name' })),
    bornOn: sensitive(date('Date of birth of the child', { label: 'Date of birth', past: true })),

    settingType: choice('Where does the child learn?', settingTypes, { label: 'Kind of school', long: true }),
    school: sometimes(
      agency('Which school or college?', {
        label: 'School',
        hint: 'In a file, its unique reference number (URN) or its name',
        kinds: ['school'],
      }),
    ),
    joined: sometimes(
      choice('Has the school joined Operation Encompass?', joinedAnswers, {
        label: 'School in the scheme',
        hint: 'Leave empty for a child without a school',
      }),
    ),
    whyNotJoined: sometimes(choice('If not, why not?', whyNotJoined, { label: 'Why not joined' })),
    route: sometimes(choice('If not, who tells the school?', routes, { label: 'Who tells the school' })),
    council: sometimes(
      agency('Which council?', {
        label: 'Council',
        hint: 'For a child educated at home or without a school, or where the council tells the school',
        kinds: ['council'],
      }),
    ),
    phase: optional(choice('Phase of education', phases, { label: 'Phase' })),

    whoPresent: sensitive(
      optional(
        longText('Who was present?', {
          rows: 3,
          hint: 'Adults and children, and where the child was. Send a notification also when the child was elsewhere',
        }),
      ),
    ),
    circumstances: sensitive(
      optional(
        longText('What happened?', {
          label: 'Circumstances',
          rows: 5,
          hint: 'What the school needs to know to help this child, and nothing more. Nothing that tells where the victim is',
        }),
      ),
    ),
    childVoice: sensitive(
      optional(
        longText('What did the child say or do?', {
          label: 'Voice of the child',
          rows: 4,
          hint: 'In their own words. Say if the child was not spoken to',
        }),
      ),
    ),
    contactWarning: choice(
      'What must the school take care of before it speaks to the family?',
      {
        noContact: 'Do not speak to the family about the incident',
        askPolice: 'Ask the police before any contact with the family',
        victimOnly: 'Speak only to the parent who was harmed, and only when they are alone',
        noWarning: 'No special warning',
      },
      { label: 'Safe contact', hint: 'Never tell the person alleged to have caused harm about this notification' },
    ),
    safeContact: sensitive(
      optional(
        longText('How can the parent who was harmed be contacted safely?', {
          label: 'How to contact safely',
          rows: 3,
          hint: 'Safe times and words. No new address and no new telephone number',
        }),
      ),
    ),

    replaces: optional(related('Sent on from', 'operation_encompass')),

    safeToSend: yesNo('Have you checked that nothing here tells where the victim is or puts anyone at risk?', {
      label: 'Checked as safe',
      missing: 'Check that nothing here puts anyone at risk. If something does, withdraw it and record it anew',
    }),
    sentBy: optional(staff('Sent by')),
    deliveredAt: moment('When was the school told?', {
      label: 'Told',
      past: true,
      missing: 'Enter when the school was told',
    }),
    deliveredHow: choice(
      'How was the school told?',
      {
        canopy: 'In Canopy',
        phone: 'By telephone',
        secureEmail: 'By secure e-mail',
        inPerson: 'In person',
        council: 'The council told the school',
      },
      { label: 'How told', missing: 'Select how the school was told' },
    ),
    toldPerson: sensitive(
      text('Who was told, and what is their job?', { label: 'Person told', missing: 'Enter who was told' }),
    ),

    acknowledgedAt: optional(moment('Read by the key adult')),
    acknowledgedBy: optional(staff('Acknowledged by')),
    supportedAt: optional(moment('First support recorded')),

    cameBack: optional(
      choice(
        'How did it come back?',
        { returned: 'Returned by the school: not their pupil', recalled: 'Recalled: sent to the wrong school' },
        { label: 'Came back' },
      ),
    ),
    cameBackAt: optional(moment('When it came back')),
    returnWhy: choice(
      'Why do you return it?',
      {
        neverOurs: 'The child has never been on our roll',
        left: 'The child has left the school',
        notStarted: 'The child has not started yet',
        cannotTell: 'We cannot tell who the child is',
      },
      { label: 'Why returned', missing: 'Select why you return it' },
    ),
    returnHint: sensitive(
      optional(
        longText('If you know where the child goes to school now, say it', {
          label: 'What the school knows',
          rows: 2,
        }),
      ),
    ),
    recallWhy: choice(
      'Why was it sent to the wrong school?',
      {
        wrongRecord: 'Our record of the child’s school was wrong or old',
        sameName: 'Another school of a similar name was chosen',
        sameChild: 'It was about another child of a similar name',
        mistake: 'A mistake in typing or choosing',
      },
      { label: 'Why sent wrongly', missing: 'Select why it was sent to the wrong school' },
    ),
    recallRead: choice(
      'Did anybody at the wrong school read it?',
      { read: 'Yes', notRead: 'No', notKnown: 'Not known' },
      { label: 'Read by the wrong school', missing: 'Select whether anybody there read it' },
    ),
    recallDone: sensitive(
      longText('What has the wrong school been asked to do, and has it confirmed it?', {
        label: 'What the wrong school did',
        rows: 3,
        hint: 'For example: to destroy copies and to tell nobody',
        missing: 'Enter what the wrong school has been asked to do',
      }),
    ),
    breachReference: optional(
      text('Reference of the personal data breach', {
        label: 'Breach reference',
        hint: 'A notification at the wrong school is a personal data breach. Leave empty until it has a reference',
        maxLength: 40,
      }),
    ),
    sentOnAt: optional(moment('Sent on')),

    person: related('Which person on record is the child?', 'person', {
      about: true,
      label: 'Person',
      hint: 'Reference, for example PER-26-00042. The incident then stands in the chronology of that person',
      missing: 'Enter the reference of the person',
    }),
    contact: related('Which contact arose from the same incident?', 'contact', {
      label: 'Contact',
      hint: 'Reference, for example CON-26-00042. The notification by itself is not a referral',
      missing: 'Enter the reference of the contact',
    }),
    withdrawnWhy: choice(
      'Why is it not to be sent?',
      {
        twice: 'It was recorded twice',
        notInvolved: 'The child was not involved after all',
        wrongFacts: 'Something in it was wrong or unsafe: it is recorded anew',
      },
      { label: 'Why withdrawn', missing: 'Select why it is not to be sent' },
    ),
  },
  lines: {
    support: {
      title: 'Support given by the school',
      one: 'support',
      fields: {
        givenOn: date('When was the support given?', { past: true }),
        given: choices('What did the school do?', {
          silent: 'Watched over the child without speaking of it',
          talked: 'Spoke with the child',
          keyPerson: 'Gave the child a person to go to',
          practical: 'Practical help: food, uniform, quiet time',
          planned: 'Made or changed a support plan',
          parent: 'Spoke with the parent who was harmed, safely',
          consulted: 'Asked the council’s contact team for advice',
          absent: 'The child did not come to school; followed up',
          none: 'No support was needed now',
        }),
        supportNote: sensitive(optional(longText('Anything the record should say?', { rows: 3, label: 'Note' }))),
      },
    },
    siblings,
    sentOn: {
      title: 'Sent on to',
      one: 'school to send it on to',
      fields: {
        toSettingType: choice('Where does the child learn?', settingTypes, { label: 'Kind of school', long: true }),
        toSchool: sometimes(agency('Which school or college?', { label: 'School', kinds: ['school'] })),
        toJoined: sometimes(
          choice('Has the school joined Operation Encompass?', joinedAnswers, { label: 'School in the scheme' }),
        ),
        toWhyNotJoined: sometimes(choice('If not, why not?', whyNotJoined, { label: 'Why not joined' })),
        toRoute: sometimes(choice('If not, who tells the school?', routes, { label: 'Who tells the school' })),
        toCouncil: sometimes(agency('Which council?', { label: 'Council', kinds: ['council'] })),
      },
    },
  },
})
