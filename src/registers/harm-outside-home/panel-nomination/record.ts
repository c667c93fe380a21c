import {
  agencies,
  choice,
  choices,
  date,
  longText,
  optional,
  related,
  sensitive,
  sometimes,
  staff,
  text,
  wholeNumber,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { riskLevels } from '../../../fields/lists/meetings.ts'

const levels = {
  emerging: riskLevels.emerging,
  moderate: riskLevels.moderate,
  significant: riskLevels.significant,
} as const

const network = {
  title: 'Network',
  one: 'tie',
  fields: {
    tieKind: choice(
      'What is it?',
      { child: 'Another child', adult: 'An adult', group: 'A group', place: 'A place', online: 'A place online' },
      { label: 'Kind', missing: 'Select what it is' },
    ),
    tieName: sensitive(
      text('How is it called?', {
        label: 'Name',
        maxLength: 120,
        hint: 'For a child or a group on record, its reference',
        missing: 'Enter how it is called',
      }),
    ),
    tieIs: sensitive(
      text('What is it to the subject?', { label: 'Is to the subject', maxLength: 200, missing: 'Enter what it is' }),
    ),
    tieSure: choice(
      'How sure are we?',
      { confirmed: 'Confirmed', likely: 'Likely', possible: 'Possible' },
      { label: 'How sure', missing: 'Select how sure we are' },
    ),
  },
} as const

const criteria = {
  missing: 'Goes missing',
  adults: 'With older people or new adults',
  money: 'Money, telephones or clothes without a reason',
  travel: 'Found far away, or on train lines',
  drugs: 'Drugs found or carried',
  weapon: 'Weapon carried, or injured by one',
  school: 'Out of school',
  online: 'Groomed or threatened online',
  debt: 'Debt bondage or threats to the family',
  sexual: 'Sexual harm or health',
  named: 'Named by several children or reports',
  other: 'Something else',
} as const

/** Somebody or something that the exploitation panel is asked to look at: victims, people causing harm, places and themes. */
export const panelNomination = record({
  key: 'panel_nomination',
  title: 'Nomination for the exploitation panel',
  plural: 'Nominations for the exploitation panel',
  reference: 'NOM',
  eventOn: 'nominatedOn',
  about: ['subject', 'label'],
  fields: {
    subject: choice(
      'Who or what is it about?',
      {
        child: 'A child',
        harm: 'A person causing harm',
        place: 'A place',
        group: 'A group',
        theme: 'A theme',
      },
      { label: 'About', missing: 'Select who or what it is about' },
    ),
    person: sometimes(
      related('If it is a child, which one on record?', 'person', {
        about: true,
        label: 'Child',
        hint: 'Reference, for example PER-26-00042',
      }),
    ),
    peerGroup: sometimes(related('If it is a group, which one on record?', 'peer_group', { label: 'Group' })),
    label: sensitive(
      text('How is the subject called at the panel?', {
        label: 'Called',
        maxLength: 120,
        hint: 'Name of the child, name or nickname of the person, or name of the place or theme',
        missing: 'Enter how the subject is called',
      }),
    ),
    alsoCalled: sensitive(
      optional(
        text('What else is the subject called?', {
          label: 'Also called',
          maxLength: 200,
          hint: 'Nicknames and tags. The same nickname may be another person',
        }),
      ),
    ),
    school: optional(text('Which school does the child go to?', { label: 'School', maxLength: 120 })),
    placedIn: optional(text('If placed in another borough, which one?', { label: 'Placed in', maxLength: 120 })),
    nominatedOn: date('When is it nominated?', {
      label: 'Nominated',
      past: true,
      missing: 'Enter when it is nominated',
    }),
    kinds: choices(
      'What kind of harm is it?',
      {
        sexual: 'Sexual exploitation',
        criminal: 'Criminal exploitation',
        violence: 'Serious youth violence',
        behaviour: 'Harmful sexual behaviour',
        online: 'Online harm',
        trafficking: 'Trafficking or modern slavery',
      },
      { label: 'Kind of harm', missing: 'Select what kind of harm it is' },
    ),
    criteria: choices('Which criteria are met?', criteria, {
      label: 'Criteria met',
      missing: 'Select which criteria are met',
    }),
    risk: choice('What is the risk now?', levels, { label: 'Risk', missing: 'Select what the risk is now' }),
    whyNow: sensitive(longText('Why now?', { rows: 3, label: 'Why now', missing: 'Enter why it is nominated now' })),
    tried: sensitive(
      longText('What has been tried, and what came of it?', {
        rows: 4,
        label: 'What has been tried',
        missing: 'Enter what has been tried',
      }),
    ),
    asks: sensitive(
      longText('What is the panel asked for?', {
        rows: 3,
        label: 'Asked of the panel',
        missing: 'Enter what the panel is asked for',
      }),
    ),
    plan: sensitive(optional(longText('What is the plan now?', { rows: 3, label: 'Plan now' }))),
    childVoice: sensitive(
      optional(
        longText('What does the child say?', { rows: 3, label: 'Voice of the child', hint: 'In their own words' }),
      ),
    ),
    policeOnly: sensitive(
      optional(
        longText('What may only the police and the council read?', {
          rows: 3,
          label: 'For police and council only',
          hint: 'Left out of every other version of the pack',
        }),
      ),
    ),

    nominatedBy: optional(staff('Nominated by')),
    sift: optional(
      choice(
        'What came of the look before the panel?',
        {
          accept: 'Accepted for the panel',
          moreNeeded: 'Not yet: more is needed',
          elsewhere: 'Better seen to elsewhere',
        },
        { label: 'Before the panel' },
      ),
    ),
    siftWhy: sensitive(longText('Why?', { rows: 2, label: 'Why, before the panel', missing: 'Enter why' })),
    siftedOn: optional(date('Looked at before the panel')),
    siftedBy: optional(staff('Looked at by')),
    heardBy: optional(agencies('Heard by')),
    firstHeardOn: optional(date('First at the panel')),
    lastHeardOn: optional(date('Last at the panel')),
    timesHeard: optional(wholeNumber('Times at the panel', { label: 'Times at the panel' })),
    riskAtStart: optional(choice('Risk when nominated', levels)),
    panelRisk: optional(choice('Risk as the panel saw it', levels)),
    riskBefore: optional(choice('Risk at the panel before', levels)),
    riskAtEnd: optional(choice('Risk at the end', levels)),
    reviewOn: optional(date('Back at the panel', { label: 'Back at the panel' })),
    closedOn: optional(date('Closed')),
    closedWhy: sensitive(
      longText('Why does the panel need it no longer?', {
        rows: 2,
        label: 'Why closed',
        missing: 'Enter why the panel needs it no longer',
      }),
    ),
  },
  lines: { network },
})
