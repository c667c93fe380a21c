import { describe, expect, it } from 'vitest'
import { familyProblems, groundProblems, isComplete, type Sharing } from './rules.ts'

/** A decision to share that is right in every respect. */
const right = {
  regime: 'general',
  article6: '6.1.e',
  lawEnforcement: null,
  duty: 'none',
  items: ['identity'],
  specialCategory: false,
  article9: null,
  schedule1: null,
  withoutConsent: null,
  offenceData: false,
  article10: null,
  necessity: 'Needed',
  consent: 'given',
  whyNotSought: null,
  whyOverridden: null,
  familyTold: 'before',
  whyFamilyNotTold: null,
  thirdParties: 'none',
  thirdPartiesWhy: null,
  channel: 'canopy',
  retention: 'A year',
  sharedAt: '2026-10-06T10:00:00.000Z',
  decidedBy: 'somebody',
  releasedBy: 'somebody',
} as const

const row = (typed: Readonly<Record<string, unknown>>) => ({ ...right, ...typed }) as unknown as Sharing
const fieldsOf = (typed: Readonly<Record<string, unknown>>, kind = 'council') => [
  ...new Set([...groundProblems(row(typed), [{ kind }]), ...familyProblems(row(typed))].map(({ field }) => field)),
]

const special = { specialCategory: true, article9: '9.2.g', schedule1: 'para6' }

describe('the ground in law', () => {
  it.each<[string, Readonly<Record<string, unknown>>, string?]>([
    ['a public task', {}],
    ['a legal obligation with its duty', { article6: '6.1.c', duty: 'ca1989.s47' }],
    ['consent that was given', { article6: '6.1.a' }],
    ['a recognised interest of a charity', { article6: '6.1.ea' }, 'voluntary'],
    ['legitimate interests of a charity', { article6: '6.1.f' }, 'voluntary'],
    [
      'law enforcement by the police',
      { regime: 'lawEnforcement', article6: null, lawEnforcement: 's35.para4' },
      'police',
    ],
    ['special category data with condition and paragraph', special],
    ['explicit consent, which needs no paragraph', { ...special, article9: '9.2.a', schedule1: null }],
    [
      'paragraph 18 with one of its three reasons',
      {
        ...special,
        schedule1: 'para18',
        withoutConsent: 'wouldPrejudice',
        consent: 'notSought',
        whyNotSought: 'evidence',
      },
    ],
    ['offences with a paragraph', { offenceData: true, article10: 's10.5', schedule1: 'para10' }],
  ])('stands: %s', (_what, typed, kind) => {
    expect(fieldsOf(typed, kind)).toEqual([])
    expect(isComplete(row(typed))).toBe(true)
  })

  it.each<[string, Readonly<Record<string, unknown>>, readonly string[], string?]>([
    ['no basis', { article6: null }, ['article6']],
    ['a recognised interest of a council', { article6: '6.1.ea' }, ['article6']],
    ['a recognised interest of a school', { article6: '6.1.ea' }, ['article6'], 'school'],
    ['legitimate interests of the police', { article6: '6.1.f' }, ['article6'], 'police'],
    ['an obligation without a duty', { article6: '6.1.c' }, ['duty']],
    ['consent that was refused', { article6: '6.1.a', consent: 'refused', whyOverridden: 'x' }, ['article6']],
    [
      'law enforcement by a council',
      { regime: 'lawEnforcement', article6: null, lawEnforcement: 's35.para4' },
      ['regime'],
    ],
    [
      'law enforcement without its condition',
      { regime: 'lawEnforcement', article6: null },
      ['lawEnforcement'],
      'police',
    ],
    [
      'law enforcement with an article 6',
      { regime: 'lawEnforcement', lawEnforcement: 's35.para4' },
      ['article6'],
      'police',
    ],
    ['general processing with part 3', { lawEnforcement: 's35.para4' }, ['lawEnforcement']],
    ['health said to be nothing special', { items: ['health'] }, ['specialCategory']],
    ['special category data without a condition', { specialCategory: true }, ['article9']],
    ['a condition without special category data', { article9: '9.2.f' }, ['article9']],
    ['a condition without its paragraph', { ...special, schedule1: null }, ['schedule1']],
    ['a paragraph of another condition', { ...special, schedule1: 'para2' }, ['schedule1']],
    [
      'explicit consent that was not given',
      { ...special, article9: '9.2.a', schedule1: null, consent: 'refused', whyOverridden: 'x' },
      ['article9'],
    ],
    [
      'paragraph 18 without a reason',
      { ...special, schedule1: 'para18', consent: 'notSought', whyNotSought: 'evidence' },
      ['withoutConsent'],
    ],
    ['paragraph 18 with consent', { ...special, schedule1: 'para18', withoutConsent: 'cannotBeGiven' }, ['schedule1']],
    ['a reason of paragraph 18 without it', { ...special, withoutConsent: 'cannotBeGiven' }, ['withoutConsent']],
    ['offences said to be none', { items: ['offending'] }, ['offenceData']],
    ['offences without a ground', { offenceData: true }, ['article10']],
    ['offences without a paragraph', { offenceData: true, article10: 's10.5' }, ['schedule1']],
    ['a ground for offences without offences', { article10: 'official' }, ['article10']],
    ['consent not asked for without a reason', { consent: 'notSought' }, ['whyNotSought']],
    ['consent overridden without a reason', { consent: 'refused' }, ['whyOverridden']],
    ['a family not told without a reason', { familyTold: 'notTold' }, ['whyFamilyNotTold']],
    ['others left in without a reason', { thirdParties: 'leftIn' }, ['thirdPartiesWhy']],
  ])('falls: %s', (_what, typed, fields, kind) => expect(fieldsOf(typed, kind)).toEqual(fields))

  it('of an agency that is not known is never one for private bodies', () => {
    expect(groundProblems(row({ article6: '6.1.ea' }), []).map(({ field }) => field)).toEqual(['article6'])
  })
})

describe('a complete record', () => {
  it.each([
    'sharedAt',
    'decidedBy',
    'releasedBy',
    'regime',
    'article6',
    'duty',
    'specialCategory',
    'offenceData',
    'necessity',
    'consent',
    'familyTold',
    'channel',
    'retention',
  ])('has %s', field => expect(isComplete(row({ [field]: null }))).toBe(false))

  it('has the conditions that what it holds needs', () => {
    expect(isComplete(row({ specialCategory: true }))).toBe(false)
    expect(isComplete(row({ offenceData: true, article10: 's10.5' }))).toBe(false)
    expect(isComplete(row({ consent: 'refused' }))).toBe(false)
  })
})
