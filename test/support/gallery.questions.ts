import type { InputSpec, Problem } from '../../src/declare/input.ts'

export const items = [
  { value: 'red', label: 'Red: 4 working hours', hint: 'A child may be harmed today' },
  { value: 'amber', label: 'Amber: 24 hours' },
  { value: 'green', label: 'Green: 72 hours' },
]

/** One of each kind of input. */
export const questions: readonly InputSpec[] = [
  {
    as: 'text',
    name: 'school',
    label: 'School or setting',
    hint: 'The name parents use',
    value: 'Holly Lane & "Park"',
  },
  { as: 'text', name: 'upn', label: 'Unique pupil number', value: '', width: 20, optional: true, inputMode: 'numeric' },
  {
    as: 'textarea',
    name: 'worry',
    label: 'What are you worried about?',
    hint: 'Facts, dates, source',
    value: '\n“It hurt”\n<b>',
    rows: 6,
    maxLength: 20000,
  },
  { as: 'textarea', name: 'words', label: 'The child’s words', value: '', rows: 3, maxLength: 0 },
  {
    as: 'date',
    name: 'born',
    label: 'Date of birth',
    hint: 'For example, 27 3 2015',
    value: { day: '31', month: '2', year: '2016' },
  },
  {
    as: 'moment',
    name: 'seen',
    label: 'When was the child last seen?',
    value: { day: '', month: '', year: '', time: '' },
  },
  { as: 'radios', name: 'level', label: 'How soon?', hint: 'You say why below', items, value: '' },
  {
    as: 'checkboxes',
    name: 'ask',
    label: 'Who should we ask?',
    items: [
      { value: 'police', label: 'Police' },
      { value: 'hv', label: 'Health visitor', hint: 'Injuries, missed appointments' },
    ],
    value: ['police'],
  },
  {
    as: 'select',
    name: 'agency',
    label: 'Agency',
    items: [
      { value: 'a', label: 'Education' },
      { value: 'b', label: 'Police' },
    ],
    value: '',
  },
]

/** Something wrong with each of them. */
export const problems: readonly Problem[] = [
  { field: 'school', message: 'Enter the name of the school or setting' },
  { field: 'upn', message: 'Unique pupil number must be 13 characters' },
  { field: 'worry', message: 'Enter what you are worried about' },
  { field: 'words', message: 'Enter the child’s words, or say that the child was not seen' },
  { field: 'born', message: 'Date of birth must be a real date' },
  { field: 'seen-time', message: 'Enter the time, like 4:05pm' },
  { field: 'level', message: 'Select how soon' },
  { field: 'ask', message: 'Select who should be asked' },
  { field: 'agency', message: 'Select an agency' },
]
