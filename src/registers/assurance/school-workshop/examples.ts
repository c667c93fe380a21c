import type { Example } from '../../../declare/register.ts'

const at = '2026-03-02T10:00:00.000Z'
const plan = {
  school: 'Canal Street School',
  term: 'spring',
  plannedOn: '2026-03-10',
  topic: 'rights',
  audience: 'pupils',
  ledBy: 'schoolsOfficer; youthWorker',
}
const held = { heldOn: '2026-03-12', pupilsReached: '58', cardsIssued: '60', said: '“Can I ask for the paper?”' }

export const examples: readonly (Example & { ends: 'planned' | 'held' | 'notHeld' })[] = [
  {
    name: 'a workshop on rights, moved by two days and held',
    at,
    by: 'police_unit',
    start: plan,
    deeds: [
      { action: 'move', afterHours: 24, by: 'police_unit', answers: { plannedOn: '2026-03-12', term: 'spring' } },
      { action: 'recordHeld', afterHours: 248, by: 'police_unit', answers: held },
      { action: 'putRight', afterHours: 250, by: 'police_unit', answers: { ...held, pupilsReached: '59' } },
    ],
    ends: 'held',
  },
  {
    name: 'a workshop that the school could not take',
    at,
    by: 'police_unit',
    start: { ...plan, school: 'Holly Lane Primary', topic: 'transition' },
    deeds: [{ action: 'recordNotHeld', afterHours: 200, by: 'police_unit', answers: { notHeldWhy: 'school' } }],
    ends: 'notHeld',
  },
]
