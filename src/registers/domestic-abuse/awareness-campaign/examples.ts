import type { Example } from '../../../declare/register.ts'

const at = '2025-06-02T10:00:00.000Z'

export const campaign = {
  title: 'Ask for ANI',
  kind: 'codeWord',
  agency: 'Whittington Health',
  audience: 'patients; staff',
  channels: 'intranet; noticeBoards',
  reach: '4000',
  materialVersion: 'Edition of 2025',
  builtOn: 'The procedure of 2020',
  startedOn: '2025-05-12',
  reviewMonths: '12',
}

export const counted = {
  countedFrom: '2025-07-01',
  countedTo: '2025-09-30',
  disclosureUnit: 'usedCode',
  disclosures: '7',
  helped: '6',
}

const by = 'domestic_abuse_lead'

export const examples: readonly (Example & { ends: 'running' | 'ended' })[] = [
  {
    name: 'a code word, counted, reviewed and brought up to date',
    at,
    by,
    start: campaign,
    deeds: [
      { action: 'countDisclosures', afterHours: 3000, by, answers: counted },
      {
        action: 'review',
        afterHours: 4000,
        by,
        answers: { reviewedOn: '2025-11-10', reviewOutcome: 'changed', reviewNote: '' },
      },
      {
        action: 'update',
        afterHours: 4001,
        by,
        answers: {
          materialVersion: '2025, second',
          builtOn: '',
          channels: 'intranet; noticeBoards; training',
          reach: '5200',
          reviewMonths: '6',
        },
      },
    ],
    ends: 'running',
  },
  {
    name: 'a guide for consultations by video, ended when another took its place',
    at,
    by,
    start: {
      ...campaign,
      title: 'Guide for consultations by video',
      kind: 'virtualConsultation',
      audience: 'staff',
      reach: '',
    },
    deeds: [
      {
        action: 'end',
        afterHours: 5000,
        by,
        answers: { endedOn: '2025-12-15', endedWhy: 'A guide of all trusts takes its place.' },
      },
    ],
    ends: 'ended',
  },
]
