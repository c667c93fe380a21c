import type { Typed } from '../../../declare/input.ts'

/** Invented people only. Used by tests, the import template and the API's examples. */
export const incident: Typed = {
  policeReference: 'INV-26-104411',
  police: 'Metropolitan Police',
  incidentAt: '2026-03-05 22:10',
  attendedAt: '2026-03-05 22:25',
  place: 'At home',
  givenName: 'Ayo',
  familyName: 'Example-Reid',
  bornOn: '2017-06-20',
  settingType: 'primary',
  school: 'Holly Lane Primary',
  joined: 'joined',
  whyNotJoined: '',
  route: '',
  council: '',
  whoPresent: 'Mother, her former partner, Ayo. Ayo was in the next room',
  circumstances: 'A former partner shouted and broke a door. He was arrested.',
  childVoice: 'Ayo told the officer: “I put the radio on so I could not hear it.”',
  contactWarning: 'victimOnly',
  safeContact: 'By telephone between 10am and 2pm. Do not leave a message',
}

const without = { school: '', joined: '', council: 'Islington Council' }
const safe: Typed = { safeToSend: 'yes' }

const toCanalStreet: Typed = {
  toSettingType: 'allThrough',
  toSchool: 'Canal Street School',
  toJoined: 'joined',
  toWhyNotJoined: '',
  toRoute: '',
  toCouncil: '',
}

const at = '2026-03-05T23:00:00.000Z'

export const examples = [
  {
    name: 'a new notification, waiting to be sent',
    at,
    by: 'check_answerer',
    start: incident,
    ends: 'waiting' as const,
  },
  {
    name: 'told in time, read before school and supported',
    at,
    by: 'check_answerer',
    start: incident,
    deeds: [
      { action: 'send', afterHours: 0.5, by: 'check_answerer', answers: safe },
      { action: 'acknowledge', afterHours: 9.2, by: 'setting_lead' },
      {
        action: 'recordSupport',
        afterHours: 17,
        by: 'setting_lead',
        answers: {
          givenOn: '2026-03-06',
          given: 'talked; keyPerson',
          supportNote: 'Ayo chose Ms Lane as the person to go to',
        },
      },
    ],
    ends: 'supported' as const,
  },
  {
    name: 'told late, after the school day had begun',
    at: '2026-03-08T21:00:00.000Z',
    by: 'check_answerer',
    start: {
      ...incident,
      policeReference: 'INV-26-104702',
      incidentAt: '2026-03-08 19:45',
      attendedAt: '2026-03-08 20:05',
      givenName: 'Mina',
      familyName: 'Example-Shah',
      bornOn: '2014-11-02',
      childVoice: '',
    },
    deeds: [{ action: 'send', afterHours: 14.5, by: 'check_answerer', answers: safe }],
    ends: 'sent' as const,
  },
  {
    name: 'a child educated at home: the council is told',
    at,
    by: 'check_answerer',
    start: {
      ...incident,
      ...without,
      policeReference: 'INV-26-104420',
      givenName: 'Lowen',
      familyName: 'Example-Penrose',
      bornOn: '2012-01-15',
      settingType: 'home',
    },
    deeds: [
      { action: 'send', afterHours: 1, by: 'check_answerer', answers: safe },
      { action: 'acknowledge', afterHours: 10, by: 'encompass_coordinator' },
      {
        action: 'recordSupport',
        afterHours: 14,
        by: 'encompass_coordinator',
        answers: { givenOn: '2026-03-06', given: 'parent', supportNote: '' },
      },
    ],
    ends: 'supported' as const,
  },
  {
    name: 'sent to the wrong school, recalled and sent on',
    at,
    by: 'check_answerer',
    start: {
      ...incident,
      policeReference: 'INV-26-104433',
      givenName: 'Noor',
      familyName: 'Example-Haddad',
      bornOn: '2016-02-09',
    },
    deeds: [
      { action: 'send', afterHours: 0.5, by: 'check_answerer', answers: safe },
      {
        action: 'recall',
        afterHours: 2,
        by: 'check_answerer',
        answers: {
          recallWhy: 'sameName',
          recallRead: 'notRead',
          recallDone: 'The school was closed; nobody had opened it. It confirmed this at 8am',
          breachReference: '',
        },
      },
      { action: 'recordBreach', afterHours: 3, by: 'encompass_coordinator', answers: { breachReference: 'PDB-0017' } },
      { action: 'sendOn', afterHours: 3.5, by: 'check_answerer', answers: toCanalStreet },
    ],
    ends: 'sentOn' as const,
  },
  {
    name: 'not our pupil: returned by the school and sent on',
    at,
    by: 'check_answerer',
    start: {
      ...incident,
      policeReference: 'INV-26-104440',
      givenName: 'Teo',
      familyName: 'Example-Marsh',
      bornOn: '2013-09-01',
    },
    deeds: [
      { action: 'send', afterHours: 0.5, by: 'check_answerer', answers: safe },
      {
        action: 'returnIt',
        afterHours: 9,
        by: 'setting_lead',
        answers: { returnWhy: 'left', returnHint: 'Moved to Canal Street School in January' },
      },
      { action: 'sendOn', afterHours: 9.5, by: 'encompass_coordinator', answers: toCanalStreet },
    ],
    ends: 'sentOn' as const,
  },
  {
    name: 'a school that has not joined is told by telephone',
    at,
    by: 'check_answerer',
    start: {
      ...incident,
      policeReference: 'INV-26-104451',
      givenName: 'Ines',
      familyName: 'Example-Costa',
      bornOn: '2009-04-30',
      settingType: 'independent',
      school: 'Canal Street School',
      joined: 'notJoined',
      whyNotJoined: 'noAgreement',
      route: 'schoolDirectly',
    },
    deeds: [
      {
        action: 'recordTold',
        afterHours: 10,
        by: 'check_answerer',
        answers: {
          deliveredAt: '2026-03-06 08:05',
          deliveredHow: 'phone',
          toldPerson: 'The head teacher',
          safeToSend: 'yes',
        },
      },
      { action: 'acknowledge', afterHours: 10.5, by: 'encompass_coordinator' },
    ],
    ends: 'acknowledged' as const,
  },
]
