import { choice, date, longText, optional, text, wholeNumber } from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { holders, vacancies } from '../../../fields/lists/holding.ts'
import { postKinds } from './codes.ts'

const undone = {
  title: 'Not done because it was vacant',
  one: 'thing not done',
  fields: {
    undoneFrom: date('Since when was it not done?', {
      label: 'Since',
      past: true,
      missing: 'Enter since when it was not done',
    }),
    undone: longText('What was not done, or done by whom instead?', {
      rows: 3,
      label: 'Not done',
      hint: 'For example courses that were not held. Without names',
      missing: 'Enter what was not done',
    }),
  },
} as const

/** A post of the business unit: how much of a full-time post, paid for from when until when, and who holds it. */
export const businessPost = record({
  key: 'business_post',
  title: 'Post of the business unit',
  plural: 'Posts of the business unit',
  reference: 'BPO',
  eventOn: 'fundedFrom',
  about: ['postTitle'],
  fields: {
    postTitle: text('What is the post called?', {
      label: 'Post',
      maxLength: 120,
      missing: 'Enter what the post is called',
    }),
    kind: choice('What kind of post is it?', postKinds, { label: 'Kind', missing: 'Select what kind of post it is' }),
    hundredths: wholeNumber('How many hundredths of a full-time post is it?', {
      label: 'Of a full-time post',
      min: 1,
      max: 100,
      unit: 'hundredths',
      hint: 'A full-time post has 100, half a post 50',
      missing: 'Enter how many hundredths of a full-time post it is',
    }),
    fundedFrom: date('From which day is it paid for?', {
      label: 'Paid for from',
      missing: 'Enter from which day it is paid for',
    }),
    fundedUntil: optional(
      date('Until which day is it paid for?', { label: 'Paid for until', hint: 'Leave empty if there is no end' }),
    ),
    vacantSince: optional(date('Last vacant from')),
    filledOn: optional(date('Filled again')),
    endedOn: date('Which is its last day?', { label: 'Last day', missing: 'Enter its last day' }),
    endedWhy: longText('Why is there no such post any more?', {
      rows: 2,
      label: 'Why ended',
      missing: 'Enter why there is no such post any more',
    }),
    mistakenWhy: longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
  },
  lines: { holders, vacancies, undone },
})
