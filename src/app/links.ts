import type { Link } from '../declare/link.ts'
import { agencyCheckRegister } from '../registers/front-door/agency-check/index.ts'
import { contactRegister } from '../registers/front-door/contact/index.ts'

/** Where registers meet: which action in one opens or moves a record in another, and what it carries. */
export const links: readonly Link[] = [
  {
    from: contactRegister,
    on: 'askAgencies',
    opens: agencyCheckRegister,
    carries: (row, { now }) =>
      ((row.agenciesAsked as readonly string[] | null) ?? []).map(askedOf => ({
        contact: row.id,
        askedOf,
        askedAt: now,
        urgency: row.urgency,
        basis: row.checkBasis,
        people: row.checkPeople,
        question: row.checkQuestion,
      })),
  },
  {
    from: agencyCheckRegister,
    on: 'answer',
    through: 'contact',
    performs: { register: contactRegister, action: 'noteLateAnswer' },
    // An answer after the decision becomes a task of the person who decided.
    when: (_check, contact) => contact.decidedAt !== null && ['decided', 'agreed', 'reachingOut', 'closed'].includes(contact.state),
  },
]
