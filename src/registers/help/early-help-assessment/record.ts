import {
  agencies,
  agency,
  choice,
  date,
  longText,
  moment,
  optional,
  sensitive,
  sometimes,
  staff,
  text,
  wholeNumber,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { consents, leadKinds, needs, outcomes } from '../../../fields/lists/earlyHelp.ts'
import { lines, scale } from './lines.ts'

const words = (question: string, label: string, rows = 3, hint?: string) =>
  sensitive(longText(question, { label, rows, ...(hint === undefined ? {} : { hint }) }))
const hard = (question: string, label: string, hint: string) => optional(words(question, label, 3, hint))

/** Asked in the assessment itself. */
const assessment = {
  startedOn: date('When did you and the family begin to talk about it?', {
    label: 'Began',
    past: true,
    missing: 'Enter when you and the family began to talk about it',
  }),
  consent: choice('Does the family agree to early help?', consents, {
    label: 'Family agrees',
    hint: 'Early help rests on agreement. Without it you may keep this as a conversation of your own setting; nobody else sees it, and it cannot be shared',
    missing: 'Select whether the family agrees to early help',
  }),
  agreedBy: sensitive(
    sometimes(text('Who agreed?', { label: 'Agreed by', hint: 'A parent or carer, and the child where old enough' })),
  ),
  agreedOn: sometimes(date('When did they agree?', { label: 'Agreed on', past: true })),

  goingWell: sensitive(
    longText('What is going well?', { label: 'Going well', rows: 4, missing: 'Enter what is going well' }),
  ),
  ownWords: optional(words("In the family's own words", "The family's own words", 4, 'What they say, as they say it')),
  mainNeed: choice('What is hardest?', needs, { label: 'Main need', missing: 'Select what is hardest' }),
  hardHealth: hard("What is hard about the child's health?", 'Health', 'Growth, sleep, food, teeth, disability'),
  hardLearning: hard('What is hard about learning, nursery or school?', 'Learning', 'Attendance, speech, friends'),
  hardFeelings: hard('What is hard about feelings and behaviour?', 'Feelings and behaviour', 'Worries, anger, sadness'),
  hardFamily: hard('What is hard in the family?', 'Family', 'How people get on, caring for somebody, loss'),
  hardHome: hard('What is hard about the home?', 'Home', 'Space, repairs, neighbours, safety'),
  hardMoney: hard('What is hard about money and work?', 'Money and work', 'Debts, benefits, food, heating'),
  childVoice: optional(words('What does the child say?', "The child's own words", 4, 'Said, drawn or shown')),

  wants: sensitive(
    longText('What does the family want to change?', {
      label: 'What they want to change',
      rows: 4,
      missing: 'Enter what the family wants to change',
    }),
  ),
  scoreStart: scale('Where does the family see itself today?', 'Score at the start'),
  plannedOn: sometimes(
    date('When did you agree the plan?', {
      label: 'Plan agreed',
      past: true,
      hint: 'Leave empty if there is no plan yet. It needs at least one action',
    }),
  ),
  reviewOn: sometimes(date('When do you review it together?', { label: 'Next review' })),
  job: text('What is your job?', { label: 'Job of the lead', missing: 'Enter your job', maxLength: 100 }),
  telephone: sensitive(
    text('On which telephone number can colleagues reach you?', {
      label: 'Telephone of the lead',
      missing: 'Enter a telephone number',
      maxLength: 60,
    }),
  ),
}

/** Who leads, who is asked to, and who may read it. Set by deeds. */
const leading = {
  finishedAt: optional(moment('Written down')),
  childrenNamed: sensitive(optional(text('Children'))),
  madeBy: optional(agency('Agency that began it')),
  madeKind: optional(choice('Kind of agency that began it', leadKinds)),
  lead: optional(staff('Lead practitioner')),
  leadAgency: optional(agency('Agency of the lead')),
  leadKind: optional(choice('Kind of agency that leads', leadKinds)),
  leadSince: optional(date('Leads since')),
  daysToPlan: optional(wholeNumber('Working days from agreement to plan', { min: -1_000, max: 10_000 })),
  sharedWith: optional(agencies('Agencies it is shared with')),
  lastSharedWith: optional(agency('Shared last with')),
  offeredTo: agency('Which agency is to lead?', {
    label: 'Asked to lead',
    missing: 'Select the agency that is to lead',
  }),
  offeredWhy: sensitive(
    longText('Why, and what does the family say?', {
      label: 'Why handed over',
      rows: 3,
      missing: 'Enter why, and what the family says',
    }),
  ),
  offeredBy: optional(staff('Asked by')),
  refusedWhy: sensitive(
    longText('Why not, and who could lead instead?', {
      label: 'Why not taken over',
      rows: 2,
      missing: 'Enter why not',
    }),
  ),
  refusedOn: optional(date('Refused on')),
  endShareWith: agency('With which agency does the sharing end?', {
    label: 'Sharing ended with',
    missing: 'Select the agency',
  }),
}

const ending = {
  endedOn: date('When did it end?', { label: 'Ended', past: true, missing: 'Enter when it ended' }),
  outcome: choice('How did it end?', outcomes, { label: 'Outcome', missing: 'Select how it ended' }),
  scoreEnd: sometimes(scale('Where does the family see itself now?', 'Score at the end')),
  familyView: sensitive(
    longText('What does the family say about the help?', {
      label: "The family's view",
      rows: 4,
      hint: 'Or why they could not be asked',
      missing: 'Enter what the family says about the help',
    }),
  ),
  endNote: optional(words('What should be known of it later?', 'Note at the end', 2)),
  mistakenWhy: sensitive(
    longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
  ),
}

/** What a lead practitioner and a family find out and plan together, with the family's agreement. */
export const earlyHelp = record({
  key: 'early_help_assessment',
  title: 'Early help assessment',
  plural: 'Early help assessments',
  reference: 'EHA',
  eventOn: 'startedOn',
  about: ['childrenNamed'],
  fields: { ...assessment, ...leading, ...ending },
  lines,
})
