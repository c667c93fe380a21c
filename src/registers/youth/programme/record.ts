import {
  agency,
  choice,
  choices,
  date,
  longText,
  optional,
  sometimes,
  text,
  wholeNumber,
} from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { audiences, objectives, programmeKinds } from '../../../fields/lists/youth.ts'

const schoolYears = {
  year7: 'Year 7',
  year8: 'Year 8',
  year9: 'Year 9',
  year10: 'Year 10',
  year11: 'Year 11',
} as const

const sessions = {
  title: 'Sessions and meetings held',
  one: 'session',
  fields: {
    heldOn: date('When was it held?', { label: 'Held', past: true, missing: 'Enter when it was held' }),
    place: optional(text('Where?', { label: 'Place', maxLength: 120 })),
    came: wholeNumber('How many people came?', {
      label: 'People who came',
      max: 2000,
      hint: 'A head count. Somebody who comes to two sessions is counted in both',
      missing: 'Enter how many people came',
    }),
    firstTime: wholeNumber('How many of them came for the first time?', {
      label: 'For the first time',
      max: 2000,
      hint: 'Each person once, at their first session of this programme. These are the people reached',
      missing: 'Enter how many came for the first time, 0 if nobody did',
    }),
  },
} as const

const offers = {
  title: 'Offered',
  one: 'offer',
  fields: {
    offeredOn: date('When was it offered?', { label: 'Offered', past: true, missing: 'Enter when it was offered' }),
    offeredHow: choice(
      'How was it offered?',
      {
        school: 'Through a school',
        practitioner: 'By a practitioner who knows the family',
        mailing: 'By letter or e-mail',
        community: 'Through a community group',
        other: 'In another way',
      },
      { label: 'How', missing: 'Select how it was offered' },
    ),
    offered: wholeNumber('To how many people?', {
      label: 'People offered it',
      min: 1,
      max: 10_000,
      hint: 'An offer is not attendance: whoever came is counted with the sessions, or has a record of taking part',
      missing: 'Enter to how many people it was offered',
    }),
  },
} as const

const circles = {
  title: 'Circles',
  one: 'circle',
  // Told again, a circle is changed.
  key: 'circle',
  about: ['circle'],
  fields: {
    circle: text('What is the circle called?', {
      label: 'Circle',
      maxLength: 20,
      hint: 'A short name of its own, such as C-2. Young people who join say which circle',
      missing: 'Enter what the circle is called',
    }),
    circleSchool: agency('At which school?', {
      label: 'School',
      kinds: ['school'],
      missing: 'Select the school of the circle',
    }),
    schoolYear: choice('Which school year is it for?', schoolYears, {
      label: 'School year',
      missing: 'Select the school year',
    }),
    circleFrom: date('When does it begin?', { label: 'From', missing: 'Enter when it begins' }),
    counsellor: optional(text('Who leads it?', { label: 'Counsellor', maxLength: 80 })),
  },
} as const

/** A programme, service or regular meeting of youth safety and youth justice: what it is, for whom, and what was held. */
export const programme = record({
  key: 'programme',
  title: 'Programme',
  plural: 'Programmes',
  reference: 'PRG',
  eventOn: 'startsOn',
  about: ['name'],
  fields: {
    name: text('What is it called?', { label: 'Name', maxLength: 120, missing: 'Enter what it is called' }),
    kind: choice('What kind of programme is it?', programmeKinds, {
      label: 'Kind',
      long: true,
      missing: 'Select what kind of programme it is',
    }),
    objective: optional(
      choice('Which objective of the youth safety strategy does it serve?', objectives, {
        label: 'Objective',
        hint: 'Leave empty if it belongs to no strategy',
      }),
    ),
    provider: agency('Which organisation provides it?', {
      label: 'Provider',
      missing: 'Select the organisation that provides it',
    }),
    audience: choice('For whom is it?', audiences, { label: 'For', missing: 'Select for whom it is' }),

    ageFrom: optional(wholeNumber('From which age?', { label: 'From age', max: 99, unit: 'years' })),
    ageTo: optional(wholeNumber('Up to which age?', { label: 'Up to age', max: 99, unit: 'years' })),
    inParticular: optional(
      text('For which community or group in particular?', {
        label: 'In particular for',
        maxLength: 120,
        hint: 'As the programme says it, for example: Somali parents and carers',
      }),
    ),
    startsOn: date('When does it start, as planned?', { label: 'Planned start', missing: 'Enter when it starts' }),
    monthsLong: optional(wholeNumber('How long does it last?', { label: 'Length', min: 1, max: 120, unit: 'months' })),

    everyMonths: optional(
      wholeNumber('How often is there to be a session?', {
        label: 'A session at least every',
        min: 1,
        max: 24,
        unit: 'months',
        hint: 'For a monthly meeting 1, for one every two months 2. Leave empty where nothing is promised',
      }),
    ),
    schoolsPlanned: optional(wholeNumber('In how many schools?', { label: 'Schools planned', min: 1, max: 100 })),
    circlesMost: optional(
      wholeNumber('Up to how many circles in one school?', { label: 'Circles in a school, at most', min: 1, max: 50 }),
    ),
    circleLeast: sometimes(
      wholeNumber('How many young people are in a circle, at least?', {
        label: 'In a circle, at least',
        min: 1,
        max: 100,
      }),
    ),
    circleMost: sometimes(
      wholeNumber('How many young people are in a circle, at most?', {
        label: 'In a circle, at most',
        min: 1,
        max: 100,
      }),
    ),
    schoolYears: optional(choices('For which school years?', schoolYears, { label: 'School years' })),
    planLeast: optional(
      wholeNumber('How many young people in one school does the plan promise, at least?', {
        label: 'Promised for a school, at least',
        max: 1000,
      }),
    ),
    planMost: optional(
      wholeNumber('How many young people in one school does the plan promise, at most?', {
        label: 'Promised for a school, at most',
        max: 1000,
      }),
    ),
    planFinding: optional(text('What the circles make of the plan', { maxLength: 300 })),

    startedOn: date('When did it start?', { label: 'Started', past: true, missing: 'Enter when it started' }),
    endedOn: date('When did it end?', { label: 'Ended', past: true, missing: 'Enter when it ended' }),
    endedWhy: choice(
      'Why did it end?',
      {
        planned: 'As planned',
        funding: 'The money ended',
        replaced: 'Another programme takes its place',
        notTaken: 'Too few people took part',
        other: 'Another reason',
      },
      { label: 'Why ended', missing: 'Select why it ended' },
    ),
    endedNote: optional(longText('What was learned?', { rows: 3, label: 'What was learned' })),
    mistakenWhy: longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
  },
  lines: { sessions, offers, circles },
})
