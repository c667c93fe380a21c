import { agency, choice, date, longText, optional, sensitive, text, wholeNumber } from '../../../declare/field.ts'
import { childAsTold } from '../../../fields/lists/childAsTold.ts'
import { progress } from '../../../fields/lists/earlyHelp.ts'
import { relationships } from '../../../fields/lists/frontDoor.ts'

/** Where a family sees itself, in its own judgement. */
export const scale = (question: string, label: string) =>
  wholeNumber(question, {
    label,
    min: 0,
    max: 10,
    hint: 'The family chooses: 0 is as hard as it can be, 10 is as good as they wish',
    missing: 'Enter a number from 0 to 10',
  })

/** What an assessment has more than one of: people, actions of the plan, reviews, and whom it is shared with. */
export const lines = {
  children: {
    title: 'Children',
    one: 'child',
    about: ['givenName', 'familyName'],
    fields: {
      givenName: childAsTold.givenName,
      familyName: childAsTold.familyName,
      bornOn: sensitive(
        optional(date('Date of birth', { past: true, hint: 'Leave empty for an unborn child, or if not known' })),
      ),
      sex: childAsTold.sex,
      ethnicity: childAsTold.ethnicity,
      school: optional(text('School or nursery', { maxLength: 120 })),
    },
  },
  members: {
    title: 'Family members',
    one: 'family member',
    about: ['memberName'],
    fields: {
      memberName: sensitive(text('Name', { missing: 'Enter the name of the family member' })),
      relationship: choice('What are they to the children?', relationships, {
        label: 'Relationship',
        missing: 'Select what they are to the children',
      }),
      memberTelephone: sensitive(optional(text('Telephone', { maxLength: 60 }))),
      safeContact: sensitive(
        optional(
          longText('How can this person be contacted safely?', {
            label: 'Safe contact',
            rows: 2,
            hint: 'If somebody in the home may be a danger to them: safe number, safe times, whether messages are safe',
          }),
        ),
      ),
    },
  },
  actions: {
    title: 'Actions of the plan',
    one: 'action',
    about: ['what'],
    fields: {
      what: sensitive(
        longText('What will be done?', {
          label: 'Action',
          rows: 2,
          hint: 'One thing that can be seen to be done',
          missing: 'Enter what will be done',
        }),
      ),
      who: sensitive(
        text('Who does it?', {
          label: 'Who',
          hint: 'Somebody of the family, or a name and job',
          missing: 'Enter who does it',
        }),
      ),
      byWhen: date('By when?', { label: 'By', missing: 'Enter by when it is done' }),
    },
  },
  team: {
    title: 'Team around the family',
    one: 'person who helps',
    about: ['helperName'],
    fields: {
      helperName: sensitive(text('Name', { missing: 'Enter the name of the person who helps' })),
      helperJob: optional(text('Job, or what they are to the family', { label: 'Job', maxLength: 100 })),
      helperAgency: optional(text('Agency or setting', { maxLength: 120 })),
      helperTelephone: sensitive(optional(text('Telephone or e-mail', { maxLength: 120 }))),
    },
  },
  progress: {
    title: 'Progress',
    one: 'progress of an action',
    // What is said of an action later takes the place of what was said before.
    key: 'actionNumber',
    fields: {
      actionNumber: wholeNumber('Which action?', {
        label: 'Action',
        min: 1,
        max: 100,
        hint: 'The number of the action in the plan',
        missing: 'Enter the number of the action',
      }),
      progress: choice('How far is it?', progress, { label: 'Progress', missing: 'Select how far it is' }),
      progressNote: sensitive(optional(longText('What has come of it?', { label: 'Note', rows: 2 }))),
    },
  },
  reviews: {
    title: 'Reviews',
    one: 'review',
    fields: {
      reviewedOn: date('When did you meet?', { label: 'Reviewed', past: true, missing: 'Enter when you met' }),
      metWith: sensitive(text('Who was there?', { label: 'With', missing: 'Enter who was there' })),
      reviewNote: sensitive(
        longText('What has changed, and what is still hard?', {
          label: 'Review',
          rows: 5,
          missing: 'Enter what has changed and what is still hard',
        }),
      ),
      reviewWords: sensitive(optional(longText("In the family's own words", { label: 'Own words', rows: 3 }))),
      reviewScore: scale('Where does the family see itself today?', 'Score'),
      nextOn: date('When do you meet next?', { label: 'Next review', missing: 'Enter when you meet next' }),
    },
  },
  shares: {
    title: 'Shared with',
    one: 'agency it is shared with',
    key: 'shareWith',
    fields: {
      shareWith: agency('With which agency?', { label: 'Agency', missing: 'Select the agency' }),
      shareWhy: sensitive(
        longText('What does it need the assessment for?', {
          label: 'What for',
          rows: 2,
          missing: 'Enter what the agency needs it for',
        }),
      ),
      shareAgreedBy: sensitive(
        text('Who of the family agreed to this?', { label: 'Agreed by', missing: 'Enter who of the family agreed' }),
      ),
      shareAgreedOn: date('When did they agree?', {
        label: 'Agreed on',
        past: true,
        missing: 'Enter when they agreed',
      }),
    },
  },
} as const
