import { choice, date, longText, optional, sensitive, sometimes, staff, text, yesNo } from '../../../declare/field.ts'

/** What belongs to an arrangement more than once: parents, household, visits, changes the carer told us of. */
export const lines = {
  parents: {
    title: 'Parents and others with parental responsibility',
    one: 'parent or person with parental responsibility',
    fields: {
      parentName: sensitive(text('Name', { label: 'Name' })),
      parentIs: choice('What are they to the child?', {
        mother: 'Mother',
        father: 'Father',
        stepParent: 'Step-parent',
        other: 'Someone else',
      }),
      parentResponsible: choice(
        'Do they have parental responsibility?',
        { yes: 'Yes', no: 'No', notKnown: 'Not known' },
        { label: 'Parental responsibility' },
      ),
      parentContact: sensitive(
        optional(text('How can we reach them?', { maxLength: 300, label: 'How to reach them' })),
      ),
      parentAgrees: choice(
        'Do they agree to the arrangement?',
        { yes: 'Yes', no: 'No', notAsked: 'Not asked yet' },
        { label: 'Agrees' },
      ),
    },
  },
  household: {
    title: 'Carer and household',
    one: 'person in the household',
    fields: {
      memberName: sensitive(text('Name', { label: 'Name' })),
      memberIs: choice('Who are they in the household?', {
        carer: 'The carer',
        adult: 'Another adult',
        child: 'A child under 18',
      }),
      memberBornOn: sensitive(optional(date('Date of birth', { past: true }))),
      memberCheck: choice(
        'How far are the checks?',
        {
          notNeeded: 'Not needed: under 16',
          asked: 'Asked for',
          clear: 'Back: nothing found',
          found: 'Back: something found',
          refused: 'The person refused',
        },
        { label: 'Checks', hint: 'Disclosure and Barring Service, and our own records' },
      ),
      memberNote: sensitive(optional(longText('What did the checks show?', { rows: 3, label: 'Result of checks' }))),
    },
  },
  visits: {
    title: 'Visits',
    one: 'visit',
    fields: {
      visitedOn: date('When was the visit?', { label: 'Visited', past: true }),
      visitedBy: staff('Who visited?', { label: 'By', holding: ['social_worker', 'team_manager'] }),
      visitReason: choice(
        'Why was the visit made?',
        {
          planned: 'Planned',
          requested: { label: 'Asked for', hint: 'By the child, the carer or a parent: regulation 8(2)' },
          concern: 'Because of a worry',
        },
        { label: 'Reason' },
      ),
      childSeen: choice(
        'Was the child seen?',
        {
          alone: 'Yes, and spoken to alone',
          notAlone: 'Yes, but not alone',
          notSeen: 'No',
          notThereYet: 'No: the child has not moved in yet',
        },
        { label: 'Child seen' },
      ),
      whyNotAlone: sensitive(
        sometimes(longText('If the child was not seen alone, why not?', { rows: 2, label: 'Why not alone' })),
      ),
      carerSpoken: yesNo('Was the carer spoken to?', { label: 'Carer spoken to' }),
      householdSpoken: choice(
        'Were the others in the household spoken to?',
        { all: 'All of them', some: 'Some of them', none: 'None of them', nobodyElse: 'Nobody else lives there' },
        { label: 'Household spoken to' },
      ),
      parentSpoken: choice(
        'Was a parent, or a person with parental responsibility, spoken to?',
        { visited: 'Visited', spoken: 'Spoken to', no: 'No' },
        { label: 'Parent spoken to' },
      ),
      premisesSeen: yesNo('Were the home and the room of the child seen?', { label: 'Home seen' }),
      visitReport: sensitive(
        longText('What was found?', {
          rows: 8,
          label: 'Report',
          hint: 'Wishes of the child, health, school, contact with the family, money, and the standard of care',
        }),
      ),
    },
  },
  changes: {
    title: 'Changes we were told of',
    one: 'change',
    fields: {
      changeToldOn: date('When were we told?', { label: 'Told', past: true }),
      changeIs: choice('What has changed?', {
        address: 'The carer has a new address',
        joined: 'Somebody joined the household',
        left: 'Somebody left the household',
        offence: 'An offence, disqualification or order',
        other: 'Something else',
      }),
      changeText: sensitive(longText('What were we told?', { rows: 3, label: 'Change' })),
    },
  },
} as const
