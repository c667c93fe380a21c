import { when } from '../../../declare/input.ts'
import { pathway } from '../../../declare/pathway.ts'
import { alike, alikeProblems } from './alike.ts'
import { person } from './record.ts'
import {
  diedProblems,
  homeNow,
  identifierProblems,
  nameInUse,
  type Person,
  packed,
  personProblems,
  postcodeOf,
  sameNumber,
} from './rules.ts'

/** Who works with people: they may record, and must look before they do. */
export const practice = [
  'screener',
  'screening_manager',
  'business_support',
  'early_help_practitioner',
  'social_worker',
  'team_manager',
  'private_fostering_coordinator',
  'exploitation_coordinator',
  'referral_mechanism_coordinator',
] as const

/** Whether somebody in this role may record people, their events and who works with them. */
export const mayRecord = (role: string): boolean => (practice as readonly string[]).includes(role)

const numbers = (row: Person) => ({ nhsNumber: packed(row.nhsNumber), upn: packed(row.upn) })

/** A person is recorded once and kept up to date; what was known before stays in history. */
export const personPathway = pathway(person, {
  starts: 'current',
  states: {
    current: { label: 'Current' },
    merged: { label: 'Merged into another record', closed: true },
    recordedInError: { label: 'Recorded in error', closed: true },
  },
  start: {
    label: 'Record a person',
    banner: 'The person is recorded',
    hint: 'Search first. Canopy asks you again if it knows somebody like this person',
    by: practice,
    asks: [
      { title: 'Who is it?', fields: ['kind', 'givenName', 'familyName', 'knownOn'] },
      { title: 'Date of birth', fields: ['birthKnown', 'bornOn', 'expectedOn', 'sex'] },
      { title: 'Where they live', fields: ['address', 'postcode'] },
      { title: 'Numbers', fields: ['nhsNumber', 'upn', 'whyNoUpn', 'gp'] },
      { title: 'Did you look?', fields: ['searchedFor'] },
    ],
    sets: row => ({ ...numbers(row), postcode: postcodeOf(row.postcode) }),
    looks: alike,
    checks: (row, context, _lines, found) => [
      ...personProblems(row, context),
      ...identifierProblems(row, []),
      ...alikeProblems(row, found),
    ],
  },
  actions: {
    addName: {
      label: 'Add a name',
      banner: 'The name is added',
      from: ['current'],
      by: practice,
      adds: 'names',
      sets: (_row, context, lines) => nameInUse(lines, context),
    },
    addAddress: {
      label: 'Add an address',
      banner: 'The address is added',
      from: ['current'],
      by: practice,
      adds: 'addresses',
      sets: (row, context, lines) => homeNow(row, lines, context),
    },
    addContactDetail: {
      label: 'Add a way to reach them',
      from: ['current'],
      by: practice,
      adds: 'contactDetails',
    },
    addWarning: {
      label: 'Add or end a flag or warning',
      banner: 'The flag is recorded',
      from: ['current'],
      by: practice,
      adds: 'warnings',
    },
    addSchool: { label: 'Add a school or nursery', from: ['current'], by: practice, adds: 'schools' },
    addIdentifier: { label: 'Add another identifier', from: ['current'], by: practice, adds: 'identifiers' },
    correctBirth: {
      label: 'Correct the date of birth',
      hint: 'Also when a child is born',
      from: ['current'],
      by: practice,
      asks: [{ title: 'Date of birth', fields: ['birthKnown', 'bornOn', 'expectedOn'] }],
      checks: personProblems,
    },
    recordNumbers: {
      label: 'Record NHS number, UPN and GP',
      from: ['current'],
      by: practice,
      asks: [{ title: 'Numbers', fields: ['nhsNumber', 'upn', 'whyNoUpn', 'gp'] }],
      sets: numbers,
      looks: sameNumber,
      checks: (row, _context, _lines, found) => identifierProblems(row, found),
    },
    recordSex: {
      label: 'Record sex and gender',
      from: ['current'],
      by: practice,
      asks: [{ title: 'Sex and gender', fields: ['sex', 'gender', 'genderWords', 'pronouns'] }],
    },
    recordEthnicity: {
      label: 'Record ethnic group and language',
      from: ['current'],
      by: practice,
      asks: [{ title: 'Ethnic group and language', fields: ['ethnicity', 'firstLanguage', 'interpreter'] }],
    },
    recordNeeds: {
      label: 'Record disability and needs',
      from: ['current'],
      by: practice,
      asks: [{ title: 'Disability and needs', fields: ['disability', 'need', 'youngCarer'] }],
      checks: row =>
        when(
          (row.disability?.includes('NONE') ?? false) && (row.disability?.length ?? 0) > 1,
          'disability',
          'Select “No disability” alone, or the disabilities',
        ),
    },
    recordDeath: {
      label: 'Record that the person died',
      exceptional: true,
      from: ['current'],
      by: practice,
      asks: [{ title: 'Death', fields: ['diedOn'] }],
      checks: diedProblems,
      unless: row => row.diedOn !== null && 'The death is recorded',
    },
    merge: {
      label: 'Merge into the other record',
      from: ['current'],
      to: 'merged',
      by: [],
    },
    unmerge: {
      label: 'Take apart again',
      from: ['merged'],
      to: 'current',
      by: [],
      sets: () => ({ mergedInto: null }),
    },
    markMistaken: {
      label: 'Mark as recorded in error',
      exceptional: true,
      from: ['current'],
      to: 'recordedInError',
      by: ['screening_manager', 'team_manager'],
      asks: [{ title: 'Recorded in error', fields: ['mistakenWhy'] }],
    },
  },
})
