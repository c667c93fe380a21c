import { agency, choice, date, longText, optional, text } from '../../../declare/field.ts'
import { recommendationFields } from '../../../fields/lists/actions.ts'
import { outputKinds } from './codes.ts'

/** What a group gathers over time. Nobody is named in any of it. */

export const terms = {
  title: 'Terms of reference',
  one: 'agreement of terms of reference',
  fields: {
    termsOn: date('When were they agreed?', { label: 'Agreed', past: true, missing: 'Enter when they were agreed' }),
    termsNote: optional(longText('What is new in them?', { rows: 2, label: 'What is new' })),
  },
} as const

export const workstreams = {
  title: 'Workstreams',
  one: 'workstream',
  key: 'stream',
  fields: {
    stream: text('What is the workstream called?', {
      label: 'Workstream',
      maxLength: 120,
      hint: 'A name that is taken changes that workstream',
      missing: 'Enter what the workstream is called',
    }),
    streamAim: longText('What is it to find out or make?', {
      rows: 3,
      label: 'To find out or make',
      missing: 'Enter what it is to find out or make',
    }),
    streamFrom: date('When did it begin?', { label: 'Began', past: true, missing: 'Enter when it began' }),
    streamLead: optional(text('Which post leads it?', { label: 'Led by', maxLength: 160, hint: 'A post, not a name' })),
  },
} as const

export const outputs = {
  title: 'Outputs',
  one: 'output',
  fields: {
    output: text('What was made?', {
      label: 'Output',
      maxLength: 200,
      hint: 'For example “Protocol on harm between children”',
      missing: 'Enter what was made',
    }),
    outputKind: choice('What kind of output is it?', outputKinds, { label: 'Kind', missing: 'Select what it is' }),
    outputOn: date('When was it agreed?', { label: 'Agreed', past: true, missing: 'Enter when it was agreed' }),
  },
} as const

export const areas = {
  title: 'Areas it reviews',
  one: 'area that it reviews',
  key: 'area',
  fields: {
    area: text('Which area does it review?', {
      label: 'Area',
      maxLength: 120,
      hint: 'For example “Inspection reports”. An area that is there already is changed',
      missing: 'Enter which area it reviews',
    }),
    areaFrom: date('Since when?', { label: 'Since', missing: 'Enter since when it reviews this' }),
    areaUntil: optional(date('Until when?', { label: 'Until', hint: 'Leave empty while it reviews this' })),
  },
} as const

export const gaps = {
  title: 'Gaps found',
  one: 'gap that was found',
  fields: {
    gapOn: date('When was it found?', { label: 'Found', past: true, missing: 'Enter when it was found' }),
    gapAgency: optional(agency('In which agency?', { label: 'Agency', hint: 'Leave empty if it is in several' })),
    gap: longText('What is missing?', {
      rows: 3,
      label: 'Gap',
      hint: 'Without names of children or families',
      missing: 'Enter what is missing',
    }),
  },
} as const

export const recommended = {
  title: 'Recommendations',
  one: 'recommendation of the group',
  fields: recommendationFields,
} as const

/** Each day that was set stays. */
export const extensions = {
  title: 'More time',
  one: 'new day to end by',
  fields: {
    extendedTo: date('Until when instead?', { label: 'New day to end by', missing: 'Enter until when instead' }),
    extendedWhy: longText('Why does it need more time?', {
      rows: 2,
      label: 'Why more time',
      missing: 'Enter why it needs more time',
    }),
  },
} as const
