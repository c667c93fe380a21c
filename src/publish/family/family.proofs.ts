import type {
  EcomapInput,
  GenogramInput,
  ParentNature,
  PartnerStatus,
  PeerMapInput,
  Person,
  Relationship,
} from './input.ts'

// Invented families the tests draw. Nobody in them exists.

type More = Partial<Omit<Person, 'id' | 'name' | 'sex'>>

const person = (id: string, name: string, sex: Person['sex'], more: More = {}): Person => ({ id, name, sex, ...more })

const parents = (child: string, ids: readonly string[], nature: ParentNature = 'birth'): Relationship[] =>
  ids.map(from => ({ id: `${from}-${nature}-${child}`, kind: 'parent', nature, from, to: child }))

const partners = (from: string, to: string, status: PartnerStatus, since?: string, until?: string): Relationship => ({
  id: `${from}-with-${to}`,
  kind: 'partner',
  status,
  from,
  to,
  since,
  until,
})

/** Three generations: separated parents, a step-father and a half-sister. */
export const separated: GenogramInput = {
  people: [
    person('child', 'Imani Adeyemi-Clarke', 'female', { isSubject: true, bornOn: '2013-05-04', ageWords: '13 years' }),
    person('brother', 'Tobi Adeyemi-Clarke', 'male', { bornOn: '2010-09-30', ageWords: '15 years' }),
    person('half', 'Ruby Mercer', 'female', { bornOn: '2021-02-11', ageWords: '5 years' }),
    person('mother', 'Grace Clarke', 'female', { bornOn: '1986-01-20', ageWords: '40 years' }),
    person('father', 'Femi Adeyemi', 'male', { bornOn: '1983-07-02', ageWords: '42 years' }),
    person('step', 'Daniel Mercer', 'male', { ageWords: 'about 45 years' }),
    person('nana', 'Patricia Clarke', 'female', { bornOn: '1958-03-03', ageWords: '68 years' }),
    person('grandad', 'Winston Clarke', 'male', { bornOn: '1955-11-12', diedOn: '2019-06-01' }),
    person('aunt', 'Joy Clarke', 'female', { ageWords: '37 years' }),
    person('gran', 'Unknown', 'female'),
    person('grandpa', 'Unknown', 'male'),
  ],
  relationships: [
    ...parents('child', ['mother', 'father']).map(one => ({ ...one, parentalResponsibility: true })),
    ...parents('brother', ['mother', 'father']),
    ...parents('half', ['mother', 'step']),
    ...parents('child', ['step'], 'step'),
    ...parents('brother', ['step'], 'step'),
    ...parents('mother', ['nana', 'grandad']),
    ...parents('aunt', ['nana', 'grandad']),
    ...parents('father', ['gran', 'grandpa']),
    partners('mother', 'father', 'separated', '2008-06-01', '2017-02-01'),
    partners('mother', 'step', 'together', '2019'),
    partners('nana', 'grandad', 'married', '1980'),
    partners('gran', 'grandpa', 'notKnown'),
  ],
  households: [
    { id: 'h1', label: '14 Example Street', memberIds: ['child', 'brother', 'half', 'mother', 'step'] },
    { id: 'h2', label: '3 Sample Court', memberIds: ['father'] },
    { id: 'h3', label: '90 Invented Road', memberIds: ['nana', 'aunt'] },
  ],
}

/** Twins, a single child and a child not yet born; parents who are not recorded as partners. */
export const twinsAndUnborn: GenogramInput = {
  people: [
    person('a', 'Leo Novak', 'male', { bornOn: '2016-04-02', ageWords: '10 years' }),
    person('b', 'Mila Novak', 'female', { bornOn: '2016-04-02', ageWords: '10 years' }),
    person('c', 'Ana Novak', 'female', { bornOn: '2012-12-24', ageWords: '13 years' }),
    person('d', 'Unborn child', 'unknown', { expectedOn: '2026-11-20', isSubject: true }),
    person('m', 'Petra Novak', 'female', { ageWords: '34 years' }),
    person('f', 'Unknown', 'male'),
    person('g', 'Sam Okoro', 'male', { ageWords: '31 years' }),
  ],
  relationships: [
    ...parents('a', ['m', 'f']),
    ...parents('b', ['m', 'f']),
    ...parents('c', ['m', 'f']),
    ...parents('d', ['m', 'g']),
    partners('m', 'f', 'divorced', '2010', '2020'),
  ],
  households: [{ id: 'h', label: '7 Pretend Place', memberIds: ['a', 'b', 'c', 'd', 'm', 'g'] }],
}

/** A child in private fostering, whose family is abroad. */
export const privateFostering: GenogramInput = {
  people: [
    person('child', 'Mei Tanaka', 'female', { isSubject: true, bornOn: '2012-08-15', ageWords: '13 years' }),
    person('mother', 'Yuki Tanaka', 'female', { ageWords: '39 years' }),
    person('father', 'Unknown', 'male'),
    person('carer', 'Helen Ashworth', 'female', { ageWords: '52 years' }),
    person('husband', 'Robert Ashworth', 'male', { ageWords: '55 years' }),
    person('son', 'Jack Ashworth', 'male', { bornOn: '2009-01-01', ageWords: '17 years' }),
    person('friend', 'Chloe Barnes', 'female', { ageWords: '14 years' }),
    person('nobody', 'Mr Singh', 'male'),
  ],
  relationships: [
    ...parents('child', ['mother']).map(one => ({ ...one, parentalResponsibility: true })),
    ...parents('child', ['father']),
    ...parents('son', ['carer', 'husband']),
    partners('carer', 'husband', 'married', '2003'),
    {
      id: 'care',
      kind: 'carer',
      label: 'private foster carer',
      from: 'carer',
      to: 'child',
      since: '2026-02-01',
      parentalResponsibility: false,
    },
    { id: 'known', kind: 'friend', from: 'mother', to: 'carer' },
    { id: 'mate', kind: 'friend', from: 'friend', to: 'child' },
  ],
  households: [
    { id: 'h', label: '22 Fictional Avenue', memberIds: ['child', 'carer', 'husband', 'son'] },
    { id: 'j', label: 'Osaka', memberIds: ['mother'] },
  ],
}

/** Children of one couple who live in two homes, one of them in both; an adopted and a fostered child. */
export const split: GenogramInput = {
  people: [
    person('m', 'Alexandra Featherstonehaugh-Montgomery', 'female', { ageWords: '44 years' }),
    person('f', 'James Montgomery', 'male', { ageWords: '46 years' }),
    person('n', 'Katherine Oyelaran', 'female', { ageWords: '38 years' }),
    person('1', 'Arthur Montgomery', 'male', { bornOn: '2009-02-02', ageWords: '17 years' }),
    person('2', 'Beatrix Montgomery', 'female', { bornOn: '2011-03-03', ageWords: '15 years', isSubject: true }),
    person('3', 'Cosmo Montgomery', 'male', { bornOn: '2014-04-04', ageWords: '12 years' }),
    person('4', 'Dara Montgomery', 'female', { bornOn: '2018-05-05', ageWords: '8 years' }),
    person('5', 'Eli Brown', 'male', { bornOn: '2015-06-06', ageWords: '11 years' }),
    person('6', 'Finn Oyelaran', 'male', { bornOn: '2022-06-06', ageWords: '4 years' }),
    person('p', 'Sex not known', 'unknown'),
  ],
  relationships: [
    ...['1', '2', '3'].flatMap(child => parents(child, ['m', 'f'])),
    ...parents('4', ['m', 'f'], 'adoptive'),
    ...parents('4', ['p']),
    ...parents('5', ['m'], 'foster'),
    ...parents('6', ['f', 'n']),
    partners('m', 'f', 'divorced', '2005-01-01', '2019-01-01'),
    partners('f', 'n', 'married', '2021'),
  ],
  households: [
    { id: 'x', label: 'Mother’s home, 1 Nowhere Lane', memberIds: ['m', '2', '4', '5'] },
    { id: 'y', label: 'Father’s home', memberIds: ['f', 'n', '1', '3', '6', '2'] },
  ],
}

/** Everything that cannot be: a circle of parents, a person who is their own brother, more than two parents, doubles. */
export const contradictory: GenogramInput = {
  people: [
    person('a', 'Ada', 'female', { bornOn: '2015-01-01' }),
    person('b', 'Bo', 'male', { bornOn: '1990-01-01' }),
    person('c', 'Cy', 'unknown', { bornOn: '1980-01-01', isSubject: true }),
    person('d', 'Di', 'female'),
    person('e', '', 'unknown'),
  ],
  relationships: [
    ...parents('b', ['a']),
    ...parents('c', ['b', 'd', 'e']),
    ...parents('a', ['c']),
    { id: 'self', kind: 'sibling', from: 'd', to: 'd' },
    { id: 'double1', kind: 'parent', nature: 'birth', from: 'd', to: 'c' },
    { id: 'double2', kind: 'partner', status: 'married', from: 'd', to: 'e' },
    { id: 'double3', kind: 'partner', status: 'divorced', from: 'e', to: 'd' },
    { id: 'gran', kind: 'grandparent', from: 'c', to: 'd' },
  ],
}

/** Forty people over four generations. */
export const forty: GenogramInput = (() => {
  const people: Person[] = []
  const relationships: Relationship[] = []
  const couple = (id: string, status: PartnerStatus = 'married') => {
    people.push(person(`${id}f`, `Father ${id}`, 'male'), person(`${id}m`, `Mother ${id}`, 'female'))
    relationships.push(partners(`${id}f`, `${id}m`, status))
  }
  for (const id of ['A', 'B', 'C', 'D']) couple(id)
  for (const [index, id] of ['P', 'Q', 'R', 'S', 'T', 'U'].entries()) {
    couple(id, index % 2 === 0 ? 'together' : 'separated')
    relationships.push(...parents(`${id}f`, [`${'ABCDAB'[index]}f`, `${'ABCDAB'[index]}m`]))
    relationships.push(...parents(`${id}m`, [`${'BCDACD'[index]}f`, `${'BCDACD'[index]}m`]))
    for (let child = 0; child < 3 && people.length < 40; child += 1) {
      const one = `${id}${child}`
      people.push(
        person(one, `Child ${one}`, child === 1 ? 'female' : 'male', {
          bornOn: `20${10 + child}-01-0${index + 1}`,
          isSubject: id === 'R' && child === 0,
        }),
      )
      relationships.push(...parents(one, [`${id}f`, `${id}m`]))
    }
  }
  return { people, relationships, households: [] }
})()

export const surroundings: EcomapInput = {
  centre: { label: 'Imani Adeyemi-Clarke', kind: 'child' },
  supports: [
    { id: 's1', label: 'Northfield Academy', kind: 'School', strength: 'strong', since: '2024-09-03' },
    { id: 's2', label: 'Dr Lin, Hillview Surgery', kind: 'GP', strength: 'weak' },
    { id: 's3', label: 'Children’s social care', kind: 'Council', strength: 'stressful', since: '2026-01-10' },
    { id: 's4', label: 'Nana Patricia', kind: 'Family', strength: 'strong' },
    { id: 's5', label: 'Basketball club', kind: 'Community', strength: 'strong', until: '2026-03-01' },
    { id: 's6', label: 'Child and adolescent mental health service', kind: 'Health', strength: 'notKnown' },
    { id: 's7', label: 'Father', kind: 'Family', strength: 'stressful' },
    { id: 's8', label: 'Chloe', kind: 'Friend' },
  ],
}

export const peers: PeerMapInput = {
  people: [
    person('1', 'Imani Adeyemi-Clarke', 'female', { isSubject: true, ageWords: '13 years' }),
    person('2', 'Chloe Barnes', 'female', { ageWords: '14 years' }),
    person('3', 'Known as “Dex”', 'male', { ageWords: 'about 19 years' }),
    person('4', 'Kai Lowe', 'male', { ageWords: '15 years' }),
    person('5', 'Zara Hussain', 'female', { ageWords: '13 years' }),
    person('6', 'Unknown', 'unknown'),
    person('7', 'Mo Farouk', 'male', { ageWords: '16 years' }),
    person('8', 'Jade Pike', 'female', { ageWords: '14 years' }),
  ],
  groups: [
    { id: 'g1', label: 'Riverside park, evenings' },
    { id: 'g2', label: 'Year 9 group chat' },
  ],
  associations: [
    {
      id: 'e1',
      from: '1',
      to: '2',
      kind: 'Friend of',
      certainty: 'confirmed',
      since: '2024',
      source: 'School, 3 May 2026',
    },
    {
      id: 'e2',
      from: '1',
      to: '3',
      kind: 'Seen with',
      certainty: 'likely',
      since: '2026-04-20',
      source: 'Police, 22 April 2026',
    },
    { id: 'e3', from: '2', to: '3', kind: 'Seen with', certainty: 'confirmed', source: 'Police' },
    { id: 'e4', from: '4', to: 'g1', kind: 'Member of', certainty: 'confirmed' },
    { id: 'e5', from: '3', to: 'g1', kind: 'Member of', certainty: 'confirmed' },
    { id: 'e6', from: '7', to: 'g1', kind: 'Member of', certainty: 'notKnown' },
    { id: 'e7', from: '1', to: 'g2', kind: 'Member of', certainty: 'confirmed' },
    { id: 'e8', from: '5', to: 'g2', kind: 'Member of' },
    { id: 'e9', from: '8', to: 'g2', kind: 'Member of' },
    { id: 'e10', from: '4', to: '7', kind: 'Brother of', certainty: 'confirmed' },
    {
      id: 'e11',
      from: '1',
      to: '3',
      kind: 'Missing with',
      certainty: 'likely',
      since: '2026-05-01',
      until: '2026-05-02',
    },
  ],
}

/** The same child in the middle: what is over, what is possible, two who face each other. */
export const peersRound: PeerMapInput = {
  ...peers,
  centre: '1',
  groups: [
    { id: 'g1', label: 'Riverside park, evenings', kind: 'A group around a place' },
    { id: 'g2', label: 'Year 9 group chat', kind: 'An online group', until: '2026-06-01' },
  ],
  associations: [
    ...peers.associations,
    { id: 'e12', from: '1', to: 'g1', kind: 'Was a member of', part: 'At risk', certainty: 'possible', ended: true },
    { id: 'e13', from: '8', to: 'g1', kind: 'Member of', certainty: 'confirmed', href: '/group/1' },
  ],
}
