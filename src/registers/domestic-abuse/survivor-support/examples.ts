import type { Example } from '../../../declare/register.ts'

const at = '2026-03-02T10:00:00.000Z'

export const survivor = {
  name: 'Ezinne',
  referredOn: '2026-03-02',
  referredBy: 'dailyMeeting',
  dailyCase: '',
  dashScore: '15',
  level: 'high',
  childrenCount: '2',
  ethnicity: 'BAFR',
  safeWays: 'phone; message',
  safeContact: 'By telephone from 10am to 1pm. If a man answers, ask for the library and ring off.',
}

export const spoken = { triedAt: '2026-03-03 09:30', triedBy: 'phone', reached: 'yes', triedNote: '' }

export const said = {
  number: '1',
  saidOn: '2026-04-20',
  saidAbout: 'advocate',
  words: 'You listened first. I had told it to so many people before.',
  useful: 'helpful',
  safer: 'safer',
  mayQuote: 'yes',
}

const by = 'domestic_abuse_advocate'
const contact = { safeWays: 'message', safeContact: 'Message only; her telephone is read in the evening.' }
const risk = { dashScore: '15', level: 'high', childrenCount: '3', ethnicity: 'BAFR' }

export const examples: readonly (Example & {
  ends: 'ended' | 'notReached' | 'notTaken' | 'referred' | 'recordedInError'
})[] = [
  {
    name: 'supported, with a safety plan, and quoted with consent that was taken back',
    at,
    by,
    start: survivor,
    deeds: [
      { action: 'addTry', afterHours: 24, by, answers: spoken },
      { action: 'engage', afterHours: 25, by, answers: { needs: 'safety; court' } },
      { action: 'changeContact', afterHours: 30, by, answers: contact },
      { action: 'changeRisk', afterHours: 31, by, answers: risk },
      {
        action: 'plan',
        afterHours: 50,
        by,
        answers: { plannedOn: '2026-03-04', planParts: 'home; phone; school', plan: 'New locks; a second telephone.' },
      },
      { action: 'addFeedback', afterHours: 1190, by, answers: said },
      { action: 'offerQuote', afterHours: 1191, by, answers: { quoted: '1', quote: 'You listened first.' } },
      {
        action: 'recordUse',
        afterHours: 1300,
        by: 'domestic_abuse_lead',
        answers: { usedQuote: '1', usedOn: '2026-04-25', usedIn: 'Report to the partnership, spring 2026' },
      },
      {
        action: 'end',
        afterHours: 1400,
        by,
        answers: { endedOn: '2026-04-28', outcome: 'safer', endNote: '' },
      },
      { action: 'takeBackConsent', afterHours: 1500, by, answers: { takenBackOn: '2026-05-02' } },
    ],
    ends: 'ended',
  },
  {
    name: 'tried on three days and not reached',
    at,
    by,
    start: { ...survivor, name: 'Maren', level: 'high', dashScore: '' },
    deeds: [
      ...[24, 48, 72].map(afterHours => ({
        action: 'addTry',
        afterHours,
        by,
        answers: { ...spoken, triedAt: `2026-03-0${2 + afterHours / 24} 09:30`, reached: 'no' },
      })),
      { action: 'closeNotReached', afterHours: 73, by },
    ],
    ends: 'notReached',
  },
  {
    name: 'did not want the support, and came back a month later',
    at,
    by,
    start: { ...survivor, name: 'Ottilie', dashScore: '8', level: 'medium' },
    deeds: [
      { action: 'addTry', afterHours: 24, by, answers: spoken },
      { action: 'decline', afterHours: 25, by, answers: { notEngagedWhy: 'notNow', saferWhy: '' } },
      { action: 'comeBack', afterHours: 700, by, answers: contact },
    ],
    ends: 'referred',
  },
  {
    name: 'recorded in error',
    at,
    by,
    start: { ...survivor, name: 'Twice' },
    deeds: [{ action: 'markMistaken', afterHours: 2, by, answers: { mistakenWhy: 'She was recorded twice.' } }],
    ends: 'recordedInError',
  },
]
