import { choice, date, longText, optional, related, sometimes, staff, text } from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { meetingKinds } from '../../../fields/lists/meetings.ts'
import { endings, groupKinds, rhythms } from './codes.ts'
import { areas, extensions, gaps, outputs, recommended, terms, workstreams } from './lines.ts'

/** A board, sub-group, task and finish group or steering group: what it is for, to whom it reports, and how it ends. */
export const partnershipGroup = record({
  key: 'partnership_group',
  title: 'Group of the partnership',
  plural: 'Groups of the partnership',
  reference: 'PGR',
  eventOn: 'establishedOn',
  about: ['name'],
  fields: {
    name: text('What is the group called?', {
      label: 'Name',
      maxLength: 120,
      missing: 'Enter what the group is called',
    }),
    kind: choice('What kind of group is it?', groupKinds, {
      label: 'Kind',
      missing: 'Select what kind of group it is',
    }),
    parent: sometimes(
      related('To which group does it report?', 'partnership_group', {
        label: 'Reports to',
        hint: 'Its reference. Needed for a sub-group and for a task and finish group',
      }),
    ),
    purpose: longText('What is it for?', {
      rows: 3,
      label: 'Purpose',
      hint: 'Without names of children or families',
      missing: 'Enter what it is for',
    }),
    establishedOn: date('When was it established?', {
      label: 'Established',
      past: true,
      missing: 'Enter when it was established',
    }),

    rhythm: choice('How often does it meet?', rhythms, { label: 'Meets', missing: 'Select how often it meets' }),
    meetingKind: optional(
      choice('Which kind of meeting are its meetings?', meetingKinds, {
        label: 'Kind of meeting',
        long: true,
        hint: 'As they are planned under Meetings, so that it can be counted how often it met',
      }),
    ),
    meetingName: optional(
      text('Under which name are its meetings planned?', {
        label: 'Name of its meetings',
        maxLength: 120,
        hint: 'Only where several groups have meetings of that kind',
      }),
    ),

    endsBy: sometimes(
      date('By when is it to be finished?', {
        label: 'To end by',
        hint: 'Needed for a task and finish group. Leave empty if it goes on',
      }),
    ),
    success: sometimes(
      longText('By what will you know that it did what it was for?', {
        rows: 3,
        label: 'Measure of success',
        hint: 'Needed for a task and finish group',
      }),
    ),
    firstEndsBy: optional(date('First to end by')),
    termsAgreedOn: optional(date('Terms agreed last')),
    chairSeat: related('Which seat has the chair?', 'seat', {
      label: 'Chaired from',
      hint: 'The reference of a seat of this group',
      missing: 'Enter the reference of the seat that has the chair',
    }),

    ending: choice('How does it end?', endings, { label: 'How it ends', missing: 'Select how it ends' }),
    successMet: sometimes(
      choice(
        'If it was a task and finish group, was its measure of success met?',
        { yes: 'Yes', partly: 'In part', no: 'No' },
        { label: 'Success' },
      ),
    ),
    cameOfIt: longText('What came of it?', { rows: 4, label: 'What came of it', missing: 'Enter what came of it' }),
    goesOnIn: sometimes(
      related('If its work goes on, in which group?', 'partnership_group', {
        label: 'Goes on in',
        hint: 'Its reference',
      }),
    ),
    endDecision: optional(
      related('On which decision does it rest?', 'group_decision', {
        label: 'Decision that it ends',
        hint: 'The reference of a decision of this group or of the one to which it reports, if it is on record',
      }),
    ),
    endProposedBy: optional(staff('End proposed by')),
    goesOnWhy: longText('Why does it not end?', {
      rows: 2,
      label: 'Why it does not end',
      missing: 'Enter why it does not end',
    }),
    endedOn: date('When did it end?', { label: 'Ended', past: true, missing: 'Enter when it ended' }),
    mistakenWhy: longText('Why is it wrong?', { rows: 2, label: 'Why wrong', missing: 'Enter why it is wrong' }),
  },
  lines: { terms, workstreams, outputs, areas, gaps, recommended, extensions },
})
