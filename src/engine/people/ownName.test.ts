import { describe, expect, it } from 'vitest'
import { emailProblem, nameProblem } from './ownName.ts'

describe('an address', () => {
  it.each([
    'office@hollylane.example.org',
    'admin@x.org',
    'info@x.org',
    'head@x.org',
    'HEAD@x.org',
    'head.teacher@x.org',
    'headteacher@x.org',
    'school-office@x.org',
    'office2@x.org',
    'hollylane.safeguarding@x.org',
    'd.s.l@x.org',
    'enquiries@x.org',
  ])('%s is read by several people', address => {
    expect(emailProblem(address)).toContain('never shared')
  })

  it.each([
    'jo.smith@x.org',
    'j.head@x.org',
    'emily.post@x.org',
    'heather@x.org',
    "m.o'neill@school.example.org",
    'officer.krupke@x.org',
    'a_b+c@x.co.uk',
  ])('%s is one person’s', address => expect(emailProblem(address)).toBeUndefined())

  it.each([
    '',
    'jo',
    'jo@',
    '@x.org',
    'jo@x',
    'jo smith@x.org',
    'jo@x.org, al@x.org',
    'jo@x.org\r\nBcc: al@x.org',
    '<jo@x.org>',
  ])('%j is none', address =>
    expect(emailProblem(address)).toMatch(/^Enter (their email address|an email address in the correct format)/),
  )
})

describe('a name', () => {
  it.each([
    'Office',
    'Holly Lane Office',
    'Admin Admin',
    'The Team',
    'Jo and Al Smith',
    'Jo Smith/Al Jones',
    'Jo & Al Smith',
    'Reception 2',
  ])('%s is of no one person', name => expect(nameProblem(name)).toContain('never shared'))

  it.each(['Jo Smith', 'Anthony Head', 'Andrew Anderson', 'Zoë Ní Bhriain', 'Mary-Jane O’Neill', '李 小龍'])(
    '%s is one',
    name => expect(nameProblem(name)).toBeUndefined(),
  )

  it('has a first and a last part, and can be shown', () => {
    expect(nameProblem('Jo')).toBe('Enter your first name and your last name')
    expect(nameProblem(' ')).toBe('Enter your full name')
    expect(nameProblem('Jo\u0000 Smith')).toContain('cannot be shown')
    expect(nameProblem(`Jo ${'x'.repeat(100)}`)).toContain('100 characters')
  })
})
