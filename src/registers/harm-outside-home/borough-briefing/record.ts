import {
  agency,
  choice,
  choices,
  date,
  longText,
  optional,
  sensitive,
  sometimes,
  text,
  wholeNumber,
  yesNo,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'

/** Who gives content to a briefing (EXP-BRIEF). */
export const sources = {
  police: 'Police',
  sexualExploitation: 'Exploitation and missing team',
  gangsAnalyst: 'Gangs analyst',
  gangsTeam: 'Integrated gangs team',
  communitySafety: 'Community safety',
  youthJustice: 'Youth justice',
  other: 'Somebody else',
} as const

const content = {
  title: 'Content',
  one: 'part of the content',
  key: 'source',
  fields: {
    source: choice('From whom?', sources, { label: 'Source', long: true, missing: 'Select from whom it comes' }),
    told: sensitive(
      longText('What do they tell?', {
        rows: 4,
        label: 'Told',
        hint: 'Places, patterns and warning signs. No child and no suspect is named at a briefing',
        missing: 'Enter what they tell',
      }),
    ),
  },
} as const

const audience = {
  title: 'Audience',
  one: 'place in the audience',
  fields: {
    placeAgency: sometimes(agency('Which agency?', { label: 'Agency' })),
    placeOther: sometimes(
      text('If it is not on the list: which one?', { label: 'Agency not on the list', maxLength: 160 }),
    ),
    job: text('In what job?', {
      label: 'Job',
      maxLength: 120,
      hint: 'General practitioner, youth worker',
      missing: 'Enter in what job',
    }),
    howMany: wholeNumber('How many people?', { label: 'People', min: 1, max: 200, missing: 'Enter how many people' }),
    attended: yesNo('Did they come?', { label: 'Came', missing: 'Select whether they came' }),
  },
} as const

const feedback = {
  title: 'Feedback',
  one: 'answer from the audience',
  fields: {
    fromAgency: optional(agency('From which agency?', { label: 'Agency' })),
    useful: choice(
      'Was the briefing useful?',
      { very: 'Very', some: 'Somewhat', little: 'A little', none: 'Not at all' },
      { label: 'Useful', missing: 'Select whether it was useful' },
    ),
    changed: sensitive(
      optional(longText('What have they done differently since?', { rows: 2, label: 'Done differently' })),
    ),
    wanted: sensitive(
      optional(longText('What should be different next time?', { rows: 2, label: 'Wanted next time' })),
    ),
  },
} as const

/** A briefing for partners who are at no panel: what happens in the borough, so that they notice children at risk. */
export const boroughBriefing = record({
  key: 'borough_briefing',
  title: 'Borough briefing',
  plural: 'Borough briefings',
  reference: 'BRF',
  eventOn: 'heldOn',
  about: ['heldOn', 'topic'],
  fields: {
    heldOn: date('When is the briefing?', { label: 'Held', missing: 'Enter when the briefing is' }),
    topic: text('What is it about?', { label: 'Topic', maxLength: 160, missing: 'Enter what it is about' }),
    how: choice(
      'How is it held?',
      { online: 'Online', room: 'In a room', both: 'Both' },
      { label: 'How', missing: 'Select how it is held' },
    ),
    heldAsPlanned: yesNo('Was it held?', { label: 'Was held', missing: 'Select whether it was held' }),
    feedbackAskedOn: date('When were they asked for feedback?', {
      label: 'Feedback asked',
      past: true,
      missing: 'Enter when they were asked',
    }),
    evaluatedOn: date('When was it evaluated?', {
      label: 'Evaluated',
      past: true,
      missing: 'Enter when it was evaluated',
    }),
    evaluation: longText('What does the feedback say, and what changes?', {
      rows: 4,
      label: 'Evaluation',
      hint: 'Format, content, who was missing',
      missing: 'Enter what the feedback says and what changes',
    }),
    goesOn: choices(
      'What changes?',
      {
        asIs: 'Nothing: it goes on as it is',
        format: 'Format',
        content: 'Content',
        audience: 'Who is invited',
        often: 'How often',
      },
      { label: 'What changes', missing: 'Select what changes' },
    ),
    calledOffWhy: longText('Why was it called off?', {
      rows: 2,
      label: 'Why called off',
      missing: 'Enter why it was called off',
    }),
    mistakenWhy: longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
  },
  lines: { content, audience, feedback },
})
