import { type Problem, when } from '../../../declare/input.ts'
import { type Found, pathway } from '../../../declare/pathway.ts'
import type { Context, Line, RowOf } from '../../../declare/record.ts'
import { londonDay } from '../../../kit/dates.ts'
import { operationEncompass } from './record.ts'
import { ageProblem, destinationProblems, listed, listProblems, phaseOn } from './rules.ts'

type Notification = RowOf<typeof operationEncompass>

const senders = ['check_answerer', 'police_unit', 'encompass_coordinator'] as const
/** Roles of the police, who write for their own force alone. */
const police: readonly string[] = ['check_answerer', 'police_unit']
const keyAdults = ['setting_lead', 'encompass_coordinator'] as const

const childProblems = (row: Notification): readonly Problem[] => {
  if (row.bornOn === null || row.incidentAt === null) return []
  const problem = ageProblem(row.bornOn, londonDay(row.incidentAt))
  return when(problem !== null, 'bornOn-day', problem ?? '')
}

const startProblems = (row: Notification, { actor }: Context, _lines: unknown, found: Found): readonly Problem[] => [
  ...when(
    police.includes(actor.role) && row.police !== actor.agencyId,
    'police',
    'Select your own police force. Only the police send notifications',
  ),
  ...when(
    row.incidentAt !== null && row.attendedAt !== null && row.attendedAt < row.incidentAt,
    'attendedAt-day',
    'Reported or attended cannot be before the incident',
  ),
  ...childProblems(row),
  ...destinationProblems(row),
  ...listProblems(row.joined, found),
]

/** The agency that is told owns the record; the phase follows from age. */
const destined = (row: Notification) => ({
  agencyId: row.school ?? row.council,
  teamId: null,
  phase: row.bornOn === null || row.incidentAt === null ? null : phaseOn(row.bornOn, londonDay(row.incidentAt)),
})

const unsafe = (row: Notification): readonly Problem[] =>
  when(
    row.safeToSend === false,
    'safeToSend',
    'Check that nothing here puts anyone at risk. If something does, withdraw it and record it anew',
  )

/** In Canopy the school's own key adult answers; the coordinator answers for the council and for schools told otherwise. */
const notForCoordinator = (row: Notification, _lines: unknown, { actor }: Context): string | false =>
  actor.role === 'encompass_coordinator' &&
  row.school !== null &&
  row.deliveredHow === 'canopy' &&
  'The school has it in Canopy and does this itself'

type SentOn = Line<(typeof operationEncompass)['lines']['sentOn']['fields']>

/** The checks of a deed that adds a line see its answers beside the record's. */
const sendOnProblems = (row: Notification): readonly Problem[] => {
  const to = row as unknown as SentOn
  const destination = {
    settingType: to.toSettingType,
    school: to.toSchool,
    council: to.toCouncil,
    joined: to.toJoined,
    whyNotJoined: to.toWhyNotJoined,
    route: to.toRoute,
  }
  return [
    ...when(
      row.school !== null && to.toSchool === row.school,
      'toSchool',
      'This is the school that had it. Select another',
    ),
    ...destinationProblems(destination, field => `to${field.charAt(0).toUpperCase()}${field.slice(1)}`),
  ]
}

type Sibling = Line<(typeof operationEncompass)['lines']['siblings']['fields']>

const siblingProblems = (row: Notification, found: Found): readonly Problem[] => {
  const of = row as unknown as Sibling
  const problem =
    of.siblingBornOn === null || row.incidentAt === null
      ? null
      : ageProblem(of.siblingBornOn, londonDay(row.incidentAt))
  const destination = {
    settingType: of.siblingSettingType,
    school: of.siblingSchool,
    council: of.siblingCouncil,
    joined: of.siblingJoined,
    whyNotJoined: of.siblingWhyNotJoined,
    route: of.siblingRoute,
  }
  return [
    ...when(problem !== null, 'siblingBornOn-day', problem ?? ''),
    ...when(
      of.siblingGivenName === row.givenName && of.siblingBornOn === row.bornOn,
      'siblingGivenName',
      'This is the child of this notification. Enter the other child',
    ),
    ...destinationProblems(destination, field => `sibling${field.charAt(0).toUpperCase()}${field.slice(1)}`),
    ...listProblems(of.siblingJoined, found, 'siblingJoined'),
  ]
}

const childPages = [
  { title: 'The child', fields: ['givenName', 'familyName', 'bornOn'] },
  { title: 'The child’s school', fields: ['settingType', 'school', 'joined'] },
  { title: 'Who else has to be told', fields: ['whyNotJoined', 'route', 'council'] },
] as const

/** From the police to the child's own school, and back where it was the wrong one. */
export const operationEncompassPathway = pathway(operationEncompass, {
  starts: 'waiting',
  states: {
    waiting: { label: 'Waiting to be sent' },
    sent: { label: 'School told' },
    acknowledged: { label: 'Read by the key adult' },
    supported: { label: 'Support recorded', closed: true },
    returned: { label: 'Returned: not their pupil' },
    recalled: { label: 'Recalled from the wrong school' },
    sentOn: { label: 'Sent on', closed: true },
    withdrawn: { label: 'Withdrawn', closed: true },
  },
  start: {
    label: 'Record a notification',
    banner: 'The notification is recorded. It waits to be sent',
    hint: 'One notification for each child',
    by: senders,
    asks: [
      { title: 'The incident', fields: ['policeReference', 'police', 'incidentAt', 'attendedAt', 'place'] },
      ...childPages,
      { title: 'What happened', fields: ['whoPresent', 'circumstances', 'childVoice'] },
      { title: 'Keeping people safe', fields: ['contactWarning', 'safeContact'] },
    ],
    sets: destined,
    looks: row => listed(row.school),
    checks: startProblems,
  },
  actions: {
    correct: {
      label: 'Correct the child or the school',
      hint: 'What happened cannot be changed here, because the school sees earlier versions: withdraw it and record it anew',
      from: ['waiting'],
      by: senders,
      asks: childPages,
      sets: destined,
      looks: row => listed(row.school),
      checks: (row, _context, _lines, found) => [
        ...childProblems(row),
        ...destinationProblems(row),
        ...listProblems(row.joined, found),
      ],
    },
    addSibling: {
      label: 'Add another child of the same incident',
      banner: 'A notification for the other child is recorded. It waits to be sent',
      hint: 'The incident comes along. Each child has their own school and their own time limit',
      from: ['waiting', 'sent', 'acknowledged', 'supported'],
      by: senders,
      adds: 'siblings',
      looks: row => listed((row as unknown as Sibling).siblingSchool),
      checks: (row, _context, _lines, found) => siblingProblems(row, found),
    },
    send: {
      label: 'Send in Canopy',
      banner: 'The notification is with the school',
      from: ['waiting'],
      to: 'sent',
      by: senders,
      asks: [{ title: 'Before you send', fields: ['safeToSend'] }],
      sets: (_row, { actor, now }) => ({ sentBy: actor.accountId, deliveredAt: now, deliveredHow: 'canopy' }),
      // Urgent: the key adult reads it before the child comes to school, also after a night or a weekend.
      tells: [
        {
          key: 'encompass_sent',
          words: 'A notification from the police waits for your setting',
          to: [{ holders: ['setting_lead'], agency: 'school' }],
          urgent: true,
        },
      ],
      checks: unsafe,
      unless: row =>
        row.joined === 'notJoined' && 'The school has not joined. Tell it another way and record that here',
    },
    recordTold: {
      label: 'Record that the school was told another way',
      banner: 'It is recorded that the school was told',
      from: ['waiting'],
      to: 'sent',
      by: senders,
      asks: [
        { title: 'How the school was told', fields: ['deliveredAt', 'deliveredHow', 'toldPerson'] },
        { title: 'Safe', fields: ['safeToSend'] },
      ],
      sets: (_row, { actor }) => ({ sentBy: actor.accountId }),
      checks: row => [
        ...when(
          row.deliveredAt !== null && row.attendedAt !== null && row.deliveredAt < row.attendedAt,
          'deliveredAt-day',
          'The school cannot have been told before the police knew',
        ),
        ...when(row.deliveredHow === 'canopy', 'deliveredHow', 'To send it in Canopy, choose “Send in Canopy” instead'),
        ...unsafe(row),
      ],
    },
    acknowledge: {
      label: 'I have read it',
      banner: 'The police and the council see that it has been read',
      from: ['sent'],
      to: 'acknowledged',
      by: keyAdults,
      sets: (_row, { actor, now }) => ({ acknowledgedAt: now, acknowledgedBy: actor.accountId }),
      unless: notForCoordinator,
    },
    recordSupport: {
      label: 'Record support',
      banner: 'The support is recorded',
      hint: 'A notification is not a referral. If you are worried about the child, send a contact as well',
      from: ['acknowledged', 'supported'],
      to: 'supported',
      by: keyAdults,
      adds: 'support',
      sets: (row, { now }) => ({ supportedAt: row.supportedAt ?? now }),
      unless: notForCoordinator,
    },
    returnIt: {
      label: 'Return: not our pupil',
      banner: 'The notification is returned. Destroy any copy and tell nobody what it said',
      from: ['sent', 'acknowledged'],
      to: 'returned',
      by: keyAdults,
      asks: [{ title: 'Why do you return it?', fields: ['returnWhy', 'returnHint'] }],
      sets: (_row, { now }) => ({ cameBack: 'returned', cameBackAt: now }),
      tells: [
        {
          key: 'encompass_returned',
          words: 'A notification came back: it was sent to the wrong setting',
          to: [{ person: 'sentBy' }, { holders: ['encompass_coordinator'] }],
          urgent: true,
        },
      ],
      unless: (row, lines, context) =>
        row.school === null ? 'It is with the council. Send it on instead' : notForCoordinator(row, lines, context),
    },
    recall: {
      label: 'Recall from the wrong school',
      banner: 'The school can no longer see it. The mistake is recorded',
      hint: 'For a notification that was sent to the wrong school: a personal data breach',
      from: ['sent', 'acknowledged', 'supported'],
      to: 'recalled',
      by: senders,
      asks: [{ title: 'What went wrong', fields: ['recallWhy', 'recallRead', 'recallDone', 'breachReference'] }],
      sets: (_row, { now }) => ({ cameBack: 'recalled', cameBackAt: now }),
      unless: row => row.school === null && 'It is with the council. Send it on instead',
    },
    recordBreach: {
      label: 'Record the breach reference',
      from: ['returned', 'recalled', 'sentOn'],
      by: senders,
      asks: [{ title: 'Personal data breach', fields: ['breachReference'] }],
      checks: row => when(row.breachReference === null, 'breachReference', 'Enter the reference of the breach'),
      unless: row => row.cameBack === null && 'It was not sent to a wrong school',
    },
    sendOn: {
      label: 'Send on to the right school',
      banner: 'A notification for the right school is recorded. It waits to be sent',
      hint: 'This one stays as it is, with its own times. The new one has the time limit of the right school',
      from: ['returned', 'recalled', 'sent', 'acknowledged'],
      to: 'sentOn',
      by: senders,
      adds: 'sentOn',
      sets: (_row, { now }) => ({ sentOnAt: now }),
      checks: sendOnProblems,
      unless: row =>
        row.school !== null &&
        row.cameBackAt === null &&
        'It is with the school. It must be returned or recalled first',
    },
    linkContact: {
      label: 'Link to a contact',
      banner: 'The notification and the contact are linked',
      from: ['waiting', 'sent', 'acknowledged', 'supported', 'returned', 'recalled', 'sentOn'],
      by: ['encompass_coordinator', 'screener'],
      asks: [{ title: 'The contact', fields: ['contact'] }],
    },
    sayWho: {
      label: 'Say who the child is',
      banner: 'The incident stands in the chronology of the person',
      hint: 'The person on record. The school and the police are not told',
      // Not while it waits: whoever has to send it may not be named for a restricted child.
      from: ['sent', 'acknowledged', 'supported', 'returned', 'recalled'],
      by: ['screener'],
      asks: [{ title: 'The person on record', fields: ['person'] }],
    },
    withdraw: {
      label: 'Withdraw before sending',
      from: ['waiting'],
      to: 'withdrawn',
      by: senders,
      asks: [{ title: 'Why?', fields: ['withdrawnWhy'] }],
    },
  },
})
