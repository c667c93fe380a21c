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
  team,
  text,
  yesNo,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { ethnicGroups } from '../../../fields/lists/ethnicity.ts'
import { channels, declinedReasons, notOfferedReasons, recipients, standings } from './codes.ts'
import { interviewers, lines } from './lines.ts'

const words = (question: string, label: string, hint: string) =>
  sensitive(optional(longText(question, { label, hint, rows: 4 })))

/** What comes from the episode: there is one interview for each that has ended. */
const ofTheEpisode = {
  episode: optional(related('Which missing episode is it about?', 'missing_episode', { label: 'Missing episode' })),
  child: optional(
    related('Which child on record is it?', 'person', {
      about: true,
      label: 'Child on record',
      hint: 'Reference, for example PER-26-00042',
    }),
  ),
  givenName: sensitive(optional(text('Given name'))),
  familyName: sensitive(text('Family name', { missing: 'Enter the family name of the child' })),
  bornOn: sensitive(optional(date('Date of birth', { past: true }))),
  sex: optional(choice('Sex', { female: 'Female', male: 'Male', unknown: 'Not known' })),
  ethnicity: optional(choice('Ethnic group', ethnicGroups, { long: true })),
  missingFrom: choice(
    'Where was the child missing from?',
    {
      home: 'Home',
      care: 'Care',
      otherAuthority: 'A placement here by another council',
      notKnown: 'Not known',
    },
    { label: 'Missing from', missing: 'Select where the child was missing from' },
  ),
  responsible: choice(
    'Which council is responsible for the child?',
    { ours: 'This council', another: 'Another council', notKnown: 'Not known' },
    { label: 'Responsible', missing: 'Select which council is responsible' },
  ),
  responsibleName: optional(text('If another council: which one?', { label: 'Other council', maxLength: 100 })),
  childTeam: optional(team('Team of the child')),
  returnedAt: moment('When was the child back or found?', {
    label: 'Back',
    past: true,
    missing: 'Enter when the child was back',
  }),
  returnKnown: choice(
    'How is that time known?',
    { exact: 'Exactly', estimated: 'Estimated: the earliest known time' },
    { label: 'Time of return', missing: 'Select how the time of return is known' },
  ),
  standing: optional(choice('Where it stands', standings)),
  offeredAt: optional(moment('First offered')),
}

const offer = {
  team: optional(team('Which team holds the interview?', { label: 'Interviewing team' })),
  worker: staff('Who is to hold it?', {
    label: 'Given to',
    holding: interviewers,
    missing: 'Select who is to hold it',
  }),
  agreedFor: moment('For when is it agreed?', { label: 'Agreed for', missing: 'Enter for when it is agreed' }),
  agreedWhere: sensitive(
    text('Where, as the child chose?', { label: 'Agreed where', maxLength: 120, missing: 'Enter where' }),
  ),
  declinedWhy: choice('Why does the child decline?', declinedReasons, {
    label: 'Why declined',
    missing: 'Select why the child declines',
  }),
  declinedNote: sensitive(
    longText('What was said, and what is offered instead?', {
      label: 'Declined, in words',
      rows: 3,
      missing: 'Enter what was said, and what is offered instead',
    }),
  ),
  notOfferedWhy: choice('Why is it not offered?', notOfferedReasons, {
    label: 'Why not offered',
    missing: 'Select why it is not offered',
  }),
  notOfferedNote: sensitive(optional(longText('What happens instead?', { label: 'Not offered, in words', rows: 2 }))),
  whyAgain: sensitive(longText('Why is it taken up again?', { label: 'Why again', rows: 2, missing: 'Enter why' })),
}

const interview = {
  interviewAt: moment('When was the interview?', {
    label: 'Interview',
    past: true,
    missing: 'Enter when the interview was',
  }),
  interviewHow: choice('How was it held?', channels, { label: 'Held how', missing: 'Select how it was held' }),
  interviewer: staff('Who held it?', { label: 'Held by', holding: interviewers, missing: 'Select who held it' }),
  independent: yesNo('Is this person independent of the care of the child?', {
    label: 'Independent',
    missing: 'Select whether this person is independent of the care of the child',
  }),
  whyAcceptable: sensitive(sometimes(longText('If not: why is it acceptable?', { label: 'Why acceptable', rows: 2 }))),
  childWords: sensitive(
    longText("In the child's words", { label: "The child's words", rows: 6, missing: "Enter the child's words" }),
  ),
  push: words('Why did they leave?', 'Push', 'What was wrong, or felt wrong, where they live'),
  pull: words('What drew them?', 'Pull', 'People, places, money, things, freedom'),
  harm: words('What harm was there while away?', 'Harm', 'To the child or to others; worry about what was not said'),
  wouldHelp: words('What would help?', 'What would help', 'As the child sees it'),
  carerOfConcern: yesNo('Is the carer or the placement a concern?', {
    label: 'Carer of concern',
    hint: 'If yes, nothing of this interview reaches the placement',
    missing: 'Select whether the carer or the placement is a concern',
  }),
  immediateWorry: yesNo('Is there an immediate worry?', {
    label: 'Immediate worry',
    hint: 'If yes, somebody has to act on it at once. In danger now: call 999 first',
    missing: 'Select whether there is an immediate worry',
  }),
  worryWhat: sensitive(sometimes(longText('What is the immediate worry?', { label: 'Worry', rows: 3 }))),
  worryReceiver: sometimes(
    staff('Who acts on it?', {
      label: 'Acts on the worry',
      holding: ['social_worker', 'team_manager', 'screener', 'screening_manager'],
      hint: 'It stands first in their work until they take it',
    }),
  ),
}

const sending = {
  sendTo: choices('Who gets what?', recipients, { label: 'Sent to', missing: 'Select who gets it, or nobody else' }),
  police: sometimes(agency('If the police: which force?', { label: 'Police force', kinds: ['police'] })),
  summary: sensitive(
    longText('What should the social worker read first?', {
      label: 'Summary',
      rows: 4,
      missing: 'Enter what the social worker should read first',
    }),
  ),
  placementPlan: sensitive(
    sometimes(
      longText('If the placement gets a plan: what should it do?', {
        label: 'Plan for the placement',
        rows: 4,
        hint: 'It becomes the plan to prevent. Write nothing that the child said in confidence',
      }),
    ),
  ),
  sentAt: optional(moment('Sent')),
  heldIn: related('With which interview was it held?', 'return_interview', {
    label: 'Held together with',
    hint: 'Reference of the interview that spoke of this episode too, for example RHI-26-00042',
    missing: 'Enter the reference of that interview',
  }),
  placeNamed: optional(related('Place named last', 'place')),
}

/** The independent interview offered to a child after each missing episode: offers, attempts, and exactly one outcome. */
export const returnInterview = record({
  key: 'return_interview',
  title: 'Return home interview',
  plural: 'Return home interviews',
  reference: 'RHI',
  eventOn: 'returnedAt',
  about: ['givenName', 'familyName'],
  fields: { ...ofTheEpisode, ...offer, ...interview, ...sending },
  lines,
})
