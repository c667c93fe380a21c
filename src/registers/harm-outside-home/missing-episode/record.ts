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
  team,
  text,
  wholeNumber,
  yesNo,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { childAsTold } from '../../../fields/lists/childAsTold.ts'
import {
  careTypes,
  durationBands,
  finders,
  grades,
  lookedAfterAnswers,
  missingFrom,
  responsibles,
  returnsKnown,
  riskFlags,
  strategyReasons,
  tellers,
  timesKnown,
} from './codes.ts'
import { lines } from './lines.ts'

const words = (question: string, label: string, hint: string) =>
  sensitive(optional(longText(question, { label, hint, rows: 3 })))

const report = {
  toldBy: choice('Who told us first?', tellers, { label: 'Told by', missing: 'Select who told us' }),
  reporter: sensitive(
    optional(text('Who is that, and how can they be reached?', { label: 'Name and telephone', maxLength: 160 })),
  ),
  reportedAt: moment('When was the child reported missing?', {
    label: 'Reported',
    past: true,
    missing: 'Enter when the child was reported missing',
  }),
  police: optional(agency('Which police force knows of it?', { label: 'Police force', kinds: ['police'] })),
  policeReference: optional(text('Reference of the police', { label: 'Police reference', maxLength: 40 })),
}

const child = {
  givenName: sensitive(text('Given name', { missing: 'Enter the given name of the child' })),
  familyName: childAsTold.familyName,
  bornOn: sensitive(optional(date('Date of birth', { past: true }))),
  sex: childAsTold.sex,
  ethnicity: childAsTold.ethnicity,
  person: optional(
    related('Which person on record is it?', 'person', {
      about: true,
      label: 'Child on record',
      hint: 'Reference, for example PER-26-00042. Leave empty if you do not see people on record: the missing coordinator adds it',
    }),
  ),
  lookedAfter: choice('Is the child looked after?', lookedAfterAnswers, {
    label: 'Looked after',
    missing: 'Select whether the child is looked after',
  }),
  team: optional(team('Which team works with the child?', { label: 'Team' })),
}

const from = {
  missingFrom: choice('Where is the child missing from?', missingFrom, {
    label: 'Missing from',
    missing: 'Select where the child is missing from',
  }),
  careType: sometimes(choice('If the child is in care: missing or away?', careTypes, { label: 'Missing or away' })),
  placedWith: optional(
    agency('Who runs the placement?', {
      label: 'Placement',
      kinds: ['placement'],
      hint: 'They then see this episode and the plan to prevent another, and never the interview',
    }),
  ),
  responsible: choice('Which council is responsible for the child?', responsibles, {
    label: 'Responsible',
    hint: 'It answers for the return home interview, wherever the child is placed',
    missing: 'Select which council is responsible',
  }),
  responsibleName: sometimes(text('If another council: which one?', { label: 'Other council', maxLength: 100 })),
}

const times = {
  leftAt: optional(moment('When did the child leave?', { label: 'Left', past: true })),
  lastSeenAt: optional(moment('When did a responsible adult last see the child?', { label: 'Last seen', past: true })),
  timesKnown: choice('How do we know these times?', timesKnown, {
    label: 'Times known',
    missing: 'Select how these times are known',
  }),
  lastSeenWhere: words('Where was the child last seen, and with whom?', 'Last seen where', 'Place, people, direction'),
}

const risk = {
  policeGrade: choice('How do the police grade the risk?', grades, {
    label: 'Police risk',
    missing: 'Select how the police grade the risk',
  }),
  riskFlags: choices('Which risks are known now?', riskFlags, {
    label: 'Known risks',
    missing: 'Select the risks that are known, or that none is known',
  }),
  circumstances: words('What happened?', 'What happened', 'Facts, as told. Say who says so'),
}

/** What whoever looks for the child takes with them. */
const grabPack = {
  description: words('What does the child look like?', 'Looks', 'Height, build, hair, marks, glasses'),
  clothing: words('What is the child wearing and carrying?', 'Clothes and bags', 'Colours, makes, bag'),
  likelyPlaces: words('Where may the child be?', 'Likely places', 'Places, friends, family, travel card'),
  phoneAndMoney: words('Telephone, accounts and money', 'Telephone and money', 'Number, whether it is on, apps, money'),
  medicine: words('Medicine or help that cannot wait', 'Medicine', 'What, when needed, what happens without it'),
}

const back = {
  returnedAt: sometimes(
    moment('When did the child come back, or was found?', {
      label: 'Back',
      past: true,
      hint: 'Leave empty while the child is missing',
    }),
  ),
  returnKnown: sometimes(choice('How is that time known?', returnsKnown, { label: 'Time of return' })),
  foundBy: sometimes(choice('How did the child come back?', finders, { label: 'Found by' })),
  oldRecord: optional(
    yesNo('Does this come from an older record that kept nothing about the interview?', {
      label: 'Older record without an interview',
      hint: 'Only for the past. Leave it out for an episode of today',
    }),
  ),
}

/** Asked, or set, after the report. */
const later = {
  missingSince: optional(moment('Missing since')),
  missingHours: optional(wholeNumber('Hours missing', { unit: 'hours' })),
  durationBand: optional(choice('How long', durationBands)),
  episodesIn90Days: optional(wholeNumber('Episodes in 90 days, with this one', { label: 'Episodes in 90 days' })),
  endsInterview: optional(related('Interview that this episode came before', 'return_interview')),
  strategyFrom: optional(moment('Strategy discussion due from')),
  strategyWhy: optional(choice('Why a strategy discussion is due', strategyReasons)),
  strategyHeldAt: moment('When was the strategy discussion held?', {
    label: 'Strategy discussion held',
    past: true,
    missing: 'Enter when it was held',
  }),
  strategyNote: sensitive(
    longText('What was decided?', { label: 'Strategy discussion', rows: 4, missing: 'Enter what was decided' }),
  ),
  returnCheckAt: moment('When did the police see the child?', {
    label: 'Police return check',
    past: true,
    missing: 'Enter when the police saw the child',
  }),
  returnCheckBy: text('Which officer?', { label: 'Officer', maxLength: 100, missing: 'Enter which officer' }),
  returnCheckHarm: choice(
    'Does the check show harm?',
    { no: 'No', yes: 'Yes', notKnown: 'Not clear' },
    { label: 'Harm seen', missing: 'Select whether the check shows harm' },
  ),
  returnCheckNote: sensitive(
    optional(longText('What did the check find?', { label: 'What the check found', rows: 3 })),
  ),
  plan: sensitive(
    longText('What will prevent another episode?', {
      label: 'Plan to prevent',
      rows: 5,
      hint: 'The placement reads this. What it must not know is added under “Add to the plan what the placement does not see”',
      missing: 'Enter what will prevent another episode',
    }),
  ),
  plannedOn: optional(date('Plan written')),
  parentOffered: sensitive(
    text('To which parent is it offered?', {
      label: 'Sessions offered to',
      maxLength: 120,
      missing: 'Enter to which parent it is offered',
    }),
  ),
  joinedTo: related('Which episode is the same?', 'missing_episode', {
    label: 'Same as',
    hint: 'Reference, for example MIS-26-00042. What was told here is added to it',
    missing: 'Enter the reference of the episode that is the same',
  }),
  joinedWhy: sensitive(longText('How do you know?', { label: 'Why the same', rows: 2, missing: 'Enter how you know' })),
  closedNote: sensitive(optional(longText('What should be known of it later?', { label: 'Note at the end', rows: 2 }))),
  reopenWhy: sensitive(
    longText('Why is it opened again?', { label: 'Why opened again', rows: 2, missing: 'Enter why' }),
  ),
  mistakenWhy: sensitive(
    longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
  ),
}

/** One time a child was missing: one record, whoever and however many told of it. */
export const missingEpisode = record({
  key: 'missing_episode',
  title: 'Missing episode',
  plural: 'Missing episodes',
  reference: 'MIS',
  eventOn: 'reportedAt',
  about: ['givenName', 'familyName'],
  fields: { ...report, ...child, ...from, ...times, ...risk, ...grabPack, ...back, ...later },
  lines,
})
