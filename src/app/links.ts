import type { Link } from '../declare/link.ts'
import { ethnicGroups } from '../fields/lists/ethnicity.ts'
import { londonDay } from '../kit/dates.ts'
import { privateFosteringRegister } from '../registers/care/private-fostering/index.ts'
import { operationEncompassRegister } from '../registers/domestic-abuse/operation-encompass/index.ts'
import { agencyCheckRegister } from '../registers/front-door/agency-check/index.ts'
import { contactRegister } from '../registers/front-door/contact/index.ts'
import { personRegister } from '../registers/people/person/index.ts'
import { personMatchRegister } from '../registers/people/person-match/index.ts'
import { sharingRegister } from '../registers/people/sharing/index.ts'
import { linksOfActions } from './linksOfActions.ts'
import { linksOfAudits } from './linksOfAudits.ts'
import { linksOfCampaigns } from './linksOfCampaigns.ts'
import { linksOfEarlyHelp } from './linksOfEarlyHelp.ts'
import { linksOfExploitation } from './linksOfExploitation.ts'
import { linksOfMeetings } from './linksOfMeetings.ts'
import { linksOfMissing } from './linksOfMissing.ts'
import { linksOfOversight } from './linksOfOversight.ts'
import { linksOfPolice } from './linksOfPolice.ts'
import { linksOfReports } from './linksOfReports.ts'
import { linksOfReviews } from './linksOfReviews.ts'
import { linksOfStructure } from './linksOfStructure.ts'
import { linksOfYouth } from './linksOfYouth.ts'
import { answeredAsSharing, askedAsSharing } from './sharingOfChecks.ts'

/** What a notification takes with it to the right school: the incident and the child, nothing about the wrong one. */
const incidentFields = [
  'policeReference',
  'police',
  'incidentAt',
  'attendedAt',
  'place',
  'givenName',
  'familyName',
  'bornOn',
  'whoPresent',
  'circumstances',
  'childVoice',
  'contactWarning',
  'safeContact',
]

const familyFields = [
  'receivedAt',
  'channel',
  'source',
  'referrerAgency',
  'referrerName',
  'referrerContact',
  'address',
  'ward',
  'worry',
  'whatHappened',
  'safeNow',
  'familyKnows',
  'consent',
  'whyNotSought',
  'consentBy',
]

/** Who told the contact team, in the words of a private fostering notification. */
const notifiedBy: Readonly<Record<string, string>> = {
  '1B': 'public',
  '1C': 'child',
  '1D': 'public',
  '2A': 'school',
  '2B': 'school',
  '3A': 'health',
  '3B': 'health',
  '3C': 'health',
  '3D': 'health',
  '3E': 'health',
  '3F': 'health',
  '4': 'council',
  '5A': 'council',
  '5B': 'council',
  '5C': 'otherCouncil',
  '5D': 'council',
  '6': 'police',
  '9': 'notKnown',
  '10': 'notKnown',
}

/** Where registers meet: which action in one opens or moves a record in another, and what it carries. */
export const links: readonly Link[] = [
  {
    from: operationEncompassRegister,
    on: 'sendOn',
    opens: operationEncompassRegister,
    // One notification has one school, one time limit and one reader; the first stays as it was (TC-07).
    carries: (row, _context, line) => [
      {
        ...Object.fromEntries(incidentFields.map(name => [name, row[name]])),
        replaces: row.id,
        settingType: line.toSettingType,
        school: line.toSchool,
        joined: line.toJoined,
        whyNotJoined: line.toWhyNotJoined,
        route: line.toRoute,
        council: line.toCouncil,
      },
    ],
  },
  {
    from: operationEncompassRegister,
    on: 'addSibling',
    opens: operationEncompassRegister,
    // The incident is one; the child, the school and what the child said are the other's own.
    carries: (row, _context, line) => [
      {
        ...Object.fromEntries(incidentFields.map(name => [name, row[name]])),
        givenName: line.siblingGivenName,
        familyName: line.siblingFamilyName,
        bornOn: line.siblingBornOn,
        settingType: line.siblingSettingType,
        school: line.siblingSchool,
        joined: line.siblingJoined,
        whyNotJoined: line.siblingWhyNotJoined,
        route: line.siblingRoute,
        council: line.siblingCouncil,
        childVoice: line.siblingVoice,
        circumstances: line.siblingCircumstances ?? row.circumstances,
      },
    ],
  },
  {
    from: contactRegister,
    on: 'matchChild',
    opens: personRegister,
    carries: row =>
      row.match === 'newChild'
        ? [
            {
              id: row.person,
              kind: 'child',
              knownOn: londonDay(String(row.receivedAt)),
              givenName: row.givenName,
              familyName: row.familyName,
              birthKnown: row.expectedOn !== null ? 'unborn' : row.bornOn !== null ? 'exact' : 'notKnown',
              bornOn: row.bornOn,
              expectedOn: row.bornOn === null ? row.expectedOn : null,
              sex: row.sex,
              ethnicity: Object.hasOwn(ethnicGroups, String(row.ethnicity)) ? row.ethnicity : null,
              address: row.address,
              searchedFor: row.matchWhy,
            },
          ]
        : [],
  },
  {
    from: personMatchRegister,
    on: 'confirm',
    through: 'other',
    performs: { register: personRegister, action: 'merge' },
    carries: row => ({ mergedInto: row.person }),
  },
  {
    from: personMatchRegister,
    on: 'takeApart',
    through: 'other',
    performs: { register: personRegister, action: 'unmerge' },
  },
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
        consent: row.consent,
        whyNotSought: row.whyNotSought,
        people: row.checkPeople,
        question: row.checkQuestion,
      })),
  },
  // Nothing crosses the boundary of an agency without a record: what goes with a check, and what its answer tells.
  { from: agencyCheckRegister, on: 'start', opens: sharingRegister, carries: askedAsSharing },
  { from: agencyCheckRegister, on: 'answer', opens: sharingRegister, carries: answeredAsSharing },
  {
    from: agencyCheckRegister,
    on: 'answer',
    through: 'contact',
    performs: { register: contactRegister, action: 'noteLateAnswer' },
    // An answer after the decision becomes a task of the person who decided.
    when: (_check, contact) => ['decided', 'agreed', 'reachingOut'].includes(contact.state),
  },
  {
    from: agencyCheckRegister,
    on: 'answer',
    through: 'contact',
    performs: { register: contactRegister, action: 'noteLateAnswerAfterClosing' },
    when: (_check, contact) => contact.state === 'closed',
  },
  {
    from: contactRegister,
    on: 'join',
    through: 'joinedTo',
    performs: { register: contactRegister, action: 'noteJoined' },
    carries: row => ({
      alsoContact: row.id,
      alsoSource: row.source,
      alsoAgency: row.referrerAgency,
      alsoReceivedAt: row.receivedAt,
    }),
  },
  {
    from: contactRegister,
    on: 'addSibling',
    opens: contactRegister,
    // What is the same for the family; who the child is comes from the line, and judgements are made anew.
    carries: (row, _context, line) => [
      {
        ...Object.fromEntries(familyFields.map(name => [name, row[name]])),
        givenName: line.siblingGivenName,
        familyName: line.siblingFamilyName,
        bornOn: line.siblingBornOn,
        expectedOn: line.siblingExpectedOn,
        sex: line.siblingSex,
      },
    ],
  },
  {
    from: contactRegister,
    on: 'passToPrivateFostering',
    opens: privateFosteringRegister,
    // The team that visits may not open the contact, so what it needs to know comes along.
    carries: row => [
      {
        contact: row.id,
        person: row.person,
        notifiedBy: notifiedBy[String(row.source)] ?? 'other',
        notifierName: row.referrerName,
        notifierContact: row.referrerContact,
        notifiedOn: londonDay(String(row.receivedAt)),
        awareOn: londonDay(String(row.receivedAt)),
        toldUs: row.whatHappened,
        givenName: row.givenName,
        familyName: row.familyName,
        bornOn: row.bornOn,
        sex: row.sex,
        ethnicity: row.ethnicity,
        school: row.school,
        ward: row.ward,
      },
    ],
  },
  ...linksOfReports,
  ...linksOfMeetings,
  ...linksOfEarlyHelp,
  ...linksOfYouth,
  ...linksOfActions,
  ...linksOfStructure,
  ...linksOfReviews,
  ...linksOfOversight,
  ...linksOfAudits,
  ...linksOfCampaigns,
  ...linksOfPolice,
  ...linksOfExploitation,
  ...linksOfMissing,
]
