import type { Carried } from '../declare/link.ts'
import type { AnyRow, Context } from '../declare/record.ts'
import { whyNotSought } from '../fields/lists/consent.ts'
import { dutyToShareFrom } from '../fields/lists/lawfulBases.ts'
import { londonDay } from '../kit/dates.ts'

/**
 * What an agency check tells of sharing: the question that goes to the agency, and what its answer brings back. Nothing is
 * judged here. The ground in law is the one under which the check was asked; the conditions are those under which
 * checks are made at all, whatever is in them; and what nobody was asked stays empty, so that it counts as not recorded.
 */

const onlyCouncil = 'The contact team'

/** The duty of section 16LA is one from its day on only; before it, a check rests on the public task. */
const groundOf = (check: AnyRow, at: string): Carried => {
  const dutyToShare = check.basis === 'statutoryDuty' && londonDay(at) >= dutyToShareFrom
  return {
    regime: 'general',
    article6: dutyToShare ? '6.1.c' : '6.1.e',
    duty: dutyToShare ? 'ca2004.s16LA' : check.basis === 'significantHarm' ? 'ca1989.s47' : 'none',
    // A check may hold health and offences, and mostly does: it is made under the conditions for both.
    specialCategory: true,
    article9: '9.2.g',
    schedule1: 'para6',
    offenceData: true,
    article10: 's10.5',
  }
}

const whyNotAsked = (check: AnyRow): string | null => {
  const code = String(check.whyNotSought)
  return Object.hasOwn(whyNotSought, code) ? whyNotSought[code as keyof typeof whyNotSought] : null
}

/** A family that was asked for its consent knows; one that was not is told of nothing, for the reason given. */
const familyOf = (check: AnyRow): Carried => ({
  consent: check.consent === 'agreed' ? 'given' : check.consent,
  whyNotSought: check.whyNotSought,
  whyOverridden: check.consent === 'refused' ? 'For the reason in law of the check.' : null,
  familyTold: check.consent === null ? null : check.consent === 'notSought' ? 'notTold' : 'before',
  whyFamilyNotTold: check.consent === 'notSought' ? whyNotAsked(check) : null,
})

const sent = (at: unknown, by: string): Carried => ({
  sharedAt: at,
  receivedAt: at,
  decidedAt: at,
  decidedBy: by,
  releasedBy: by,
  channel: 'canopy',
  retention: 'With the record of the check, as each agency keeps it',
})

const recipient = (agency: unknown, name: string): Carried =>
  agency === null ? { sharedWithOther: onlyCouncil, recipient: name } : { sharedWith: agency, recipient: name }

const ofCheck = (check: AnyRow): Carried => ({
  contact: check.contact,
  agencyCheck: check.id,
  people: check.people,
  purpose: 'To decide which help or protection a child needs: the question of the check says what has to be known.',
})

/** The people and the question that go to the agency with a check. */
export const askedAsSharing = (check: AnyRow, { actor }: Context): readonly Carried[] => [
  {
    ...ofCheck(check),
    ...groundOf(check, String(check.askedAt)),
    ...familyOf(check),
    ...recipient(check.askedOf, 'Whoever answers checks there'),
    ...sent(check.askedAt, actor.accountId),
    initiative: 'own',
    sharedBy: check.askedBy,
    items: ['identity', 'address', 'worry'],
    information: 'The people asked about and the question, as they stand in the check.',
    necessity: 'The check names the people and the question, and holds nothing else of the contact.',
  },
]

/** What an answer tells; "not known to us" tells nothing of anybody, and "we cannot share" is a decision not to. */
export const answeredAsSharing = (check: AnyRow, { actor, now }: Context): readonly Carried[] => {
  if (check.answer === 'notKnown') return []
  const answer = {
    ...ofCheck(check),
    ...recipient(check.askedBy, onlyCouncil),
    initiative: 'asked',
    requestedAt: check.askedAt,
    requestedBy: `${onlyCouncil}, by agency check`,
    sharedBy: check.askedOf,
    items: check.answer === 'knownNothing' ? ['knownOrNot'] : ['ownRecord'],
    information: 'What is said in the answer to the check.',
  }
  if (check.answer === 'cannotShare')
    return [
      {
        ...answer,
        whyNotShared: 'asDescribed',
        whyNotSharedWords: check.whyCannotShare,
        requesterTold: 'withReason',
        decidedBy: actor.accountId,
        decidedAt: now,
      },
    ]
  return [
    {
      ...answer,
      ...groundOf(check, now),
      ...familyOf(check),
      ...sent(now, actor.accountId),
      necessity: 'It answers the question of the check.',
    },
  ]
}
