import type { Typed } from '../../../declare/input.ts'
import type { Example } from '../../../declare/register.ts'

/** Invented, and without a name. */
export const consultation: Typed = {
  heldOn: '2026-03-10',
  setting: '',
  settingOther: 'Maple Road School',
  askedBy: 'J. Invented-Moore, designated safeguarding lead',
  behaviour: 'problematic',
  contexts: 'online',
  children: 'from13',
  situation: 'A picture was asked for again and again, and then shown to others at the setting.',
  advice: 'Separate conversations with both families; a plan for the corridor; the picture reported for removal.',
  next: 'safetyPlan;teaching',
  followUpOn: '2026-04-14',
}

export const examples: readonly (Example & { ends: 'followedUp' })[] = [
  {
    name: 'a picture shown at a setting',
    at: '2026-03-10T14:00:00.000Z',
    by: 'exploitation_coordinator',
    start: consultation,
    deeds: [
      {
        action: 'followUp',
        afterHours: 840,
        by: 'exploitation_coordinator',
        answers: {
          followedUpOn: '2026-04-14',
          helped: 'yes',
          followUpNote: 'The picture is gone and both are back in lessons.',
        },
      },
    ],
    ends: 'followedUp',
  },
]
