import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSite, type Site, sessionFor } from '../../../../../test/support/app.ts'
import { all, type Element, parseDocument, textOf } from '../../../../../test/support/document.ts'
import { createHidden } from '../../../../../test/support/hidden.ts'
import { createPeople, type People } from '../../../../../test/support/people.ts'
import { setNow } from '../../../../kit/clock.ts'
import { peerGroupRegister } from '../../peer-group/index.ts'
import { relationshipRegister } from '../../relationship/index.ts'
import { mostPeers } from './peersLoad.ts'

let site: Site
let people: People
let hidden: ReturnType<typeof createHidden>
/** References by name: Ana is the child in question; Dov left the group, Eli is in it and in another, Fay is a friend alone. */
const ref: Record<string, string> = {}

const relate = (person: string, kind: string, other: string, until = '') =>
  people.act('social_worker', relationshipRegister, 'start', {
    ...{ person, kind, other, nature: '', partnership: '', parentalResponsibility: '', responsibilityBy: '' },
    ...{ since: '2026-01-05', until, knownOn: '2026-11-10', toldBy: 'School, by telephone', note: '' },
  })
const group = (name: string) =>
  people.act('social_worker', peerGroupRegister, 'start', {
    ...{ name, kind: 'online', place: '', ward: '', since: '', concern: 'violence', worry: 'Invented' },
    ...{ toldBy: 'school', knownOn: '2026-11-09' },
  })
const add = (to: string, person: string, more = {}) =>
  people.act(
    'social_worker',
    peerGroupRegister,
    'addMember',
    { person, part: 'takesPart', strength: 'likely', toldBy: 'school', since: '2026-02-01', until: '', ...more },
    to,
  )

beforeAll(async () => {
  site = await createSite()
  setNow('2026-11-10T10:00:00.000Z')
  people = createPeople(site.world)
  hidden = createHidden(site.world, people)
  for (const givenName of ['Ana', 'Ben', 'Cal', 'Dov', 'Eli', 'Fay', 'Gus', 'Twin'])
    ref[givenName] = await people.person({ givenName })
  const of = (name: string) => ref[name] ?? ''
  ref.chat = await group('Group chat')
  ref.park = await group('Park')
  for (const name of ['Ana', 'Ben', 'Eli']) await add(of('chat'), of(name))
  await add(of('chat'), of('Dov'), { until: '2026-06-30', strength: 'confirmed', part: 'leads' })
  await add(of('chat'), of('Twin'), { strength: 'possible' })
  await add(of('park'), of('Eli'))
  await add(of('park'), of('Gus'))
  ref.friend = await relate(of('Ana'), 'friend', of('Fay'))
  ref.past = await relate(of('Ben'), 'associate', of('Ana'), '2026-03-01')
  ref.cousins = await relate(of('Eli'), 'cousin', of('Ben'))
  await relate(of('Fay'), 'friend', of('Cal'))
  await people.merge(of('Eli'), of('Twin'))
}, 120_000)
afterAll(async () => {
  setNow(null)
  await site.close()
})

const open = async (url: string, by = 'screener') => {
  const { cookie } = await sessionFor(site, by)
  const { statusCode, body, headers } = await site.app.inject({ url, headers: { cookie } })
  return { status: statusCode, body, type: String(headers['content-type']) }
}
const valuesOf = (page: Element, tag: string, attribute: string): string[] =>
  all(page, tag)
    .flatMap(one => one.attributes[attribute] ?? [])
    .sort()
const maps = () => [`/person/${ref.Ana}/peers`, `/peer-group/${ref.chat}/map`]

/** Lines drawn and listed, signs drawn and listed, and the rows of the list of lines in words. */
const shown = async (url: string, by = 'screener') => {
  const { status, body } = await open(url, by)
  expect(status).toBe(200)
  const page = parseDocument(body)
  const rows = all(page, 'tr').filter(row => valuesOf(row, 'td', 'data-edge-row').length > 0)
  return {
    page,
    lines: valuesOf(page, 'path', 'data-edge'),
    rows: valuesOf(page, 'td', 'data-edge-row'),
    signs: valuesOf(page, 'g', 'data-node'),
    nodes: valuesOf(page, 'td', 'data-node-row'),
    said: rows.map(row => all(row, 'td').map(cell => textOf(cell).trim())),
    links: rows.map(row => all(row, 'a').map(one => one.attributes.href ?? '')),
  }
}

describe('the map of friends and groups of a child', () => {
  it('shows every line as a row and every row as a line, and each sign as a row', async () => {
    for (const url of maps()) {
      const { lines, rows, signs, nodes, said } = await shown(url)
      expect(lines.length).toBeGreaterThan(4)
      expect(rows).toEqual(lines)
      expect(nodes).toEqual(signs)
      expect(said.map(([number]) => number)).toEqual(said.map((_, at) => String(at + 1)))
    }
  })

  it('has the friends, the groups and who else is in them, and no friends of friends', async () => {
    const { signs, lines } = await shown(`/person/${ref.Ana}/peers`)
    expect(signs).toEqual([ref.Ana, ref.Ben, ref.Dov, ref.Eli, ref.Fay, ref.chat].sort())
    const member = (name: string) => `${ref.chat}-${ref[name]}`
    const members = [member('Ana'), member('Ben'), member('Dov'), member('Eli'), `${member('Eli')}-2`]
    expect(lines).toEqual([...members, ref.friend, ref.past, ref.cousins].sort())
  })

  it('keeps who left, and says so with the part, how sure it is, the source and the dates', async () => {
    const { said, links, page } = await shown(`/person/${ref.Ana}/peers`)
    const row = said.find(([, who, what]) => who?.startsWith('Dov') && what?.includes('member'))
    expect(row?.slice(2)).toEqual([
      'Was a member of',
      'Group chat',
      'Leads or decides',
      'ConfirmedA school or college',
      '1 February 2026',
      '30 June 2026',
    ])
    expect(said.find(([, who]) => who?.startsWith('Ben'))?.slice(2, 3)).toEqual(['Was an associate of'])
    expect(textOf(page)).toContain('2 of them are over')
    for (const [, record] of links) expect(record).toMatch(/^\/(relationship\/REL|peer-group\/GRP)-26-\d+$/)
  })

  it('is reached from the child, and from the picture of its network', async () => {
    const url = `/person/${ref.Ana}/peers`
    for (const from of ['', '/family'])
      expect(valuesOf((await shown(`/person/${ref.Ana}${from}`)).page, 'a', 'href'), from).toContain(url)
  })

  it('says so plainly where there is neither friend nor group, and how one is recorded', async () => {
    const alone = await people.person()
    const { page, lines, rows } = await shown(`/person/${alone}/peers`)
    expect(textOf(page)).toContain('No friend, associate or group of this person is recorded that you may see.')
    expect([lines, rows]).toEqual([[], []])
    expect(valuesOf(page, 'a', 'href')).toContain('/relationship/start')
    const empty = await shown(`/peer-group/${await group('Nobody yet')}/map`)
    expect(textOf(empty.page)).toContain('Nobody is recorded as a member of this group that you may see.')
    const reading = await shown(`/person/${alone}/peers`, 'information_governance')
    expect(valuesOf(reading.page, 'a', 'href')).not.toContain('/relationship/start')
  })

  it('is the same picture as a file of its own', async () => {
    for (const url of maps()) {
      const { lines } = await shown(url)
      const file = await open(`${url}?format=svg`)
      expect(file.type).toBe('image/svg+xml; charset=utf-8')
      expect(valuesOf(parseDocument(file.body.replace(/^<\?xml[^>]*>\n/, '')), 'path', 'data-edge')).toEqual(lines)
    }
  })

  it('is not for those who read without names', async () => {
    for (const url of maps()) expect((await open(url, 'analyst')).status).toBe(404)
    const record = await shown(`/peer-group/${ref.chat}`, 'analyst')
    expect(valuesOf(record.page, 'a', 'href')).not.toContain(`/peer-group/${ref.chat}/map`)
  })
})

describe('the map of a group', () => {
  it('has its members, those who left, and the other groups of both, but not who else is in those', async () => {
    const { signs, lines, page } = await shown(`/peer-group/${ref.chat}/map`)
    expect(signs).toEqual([ref.Ana, ref.Ben, ref.Dov, ref.Eli, ref.chat, ref.park].sort())
    expect(lines).toContain(`${ref.park}-${ref.Eli}`)
    expect(textOf(page)).toContain('Group chat in the middle')
    expect(valuesOf((await shown(`/peer-group/${ref.chat}`)).page, 'a', 'href')).toContain(
      `/peer-group/${ref.chat}/map`,
    )
  })
})

describe('a group too large for a picture', () => {
  it('shows those who are in it before those who left, and says how many there are', async () => {
    const large = await group('Large')
    const left = await people.person()
    await add(large, left, { until: '2026-03-01' })
    for (let n = 0; n < mostPeers; n += 1) await add(large, await people.person())
    const { lines, rows, page } = await shown(`/peer-group/${large}/map`)
    expect(lines).toHaveLength(mostPeers)
    expect(rows).toEqual(lines)
    expect(lines).not.toContain(`${large}-${left}`)
    expect(textOf(page)).toContain(`show ${mostPeers} of ${mostPeers + 1} people`)
  }, 60_000)
})

describe('somebody who may not be known of', () => {
  it('is in no picture, no list and no count, and is there for those who are named', async () => {
    const before = await Promise.all(maps().map(url => shown(url)))
    await hidden.hide(ref.Dov ?? '')
    for (const [at, url] of maps().entries()) {
      const { lines, rows, signs, nodes, page } = await shown(url)
      const { body } = await open(url)
      const was = before[at]
      expect(lines).toEqual(was?.lines.filter(id => !id.endsWith(ref.Dov ?? '')))
      expect(lines).toHaveLength((was?.lines.length ?? 0) - 1)
      expect(rows).toEqual(lines)
      expect(signs).toHaveLength((was?.signs.length ?? 0) - 1)
      expect(nodes).toEqual(signs)
      expect(textOf(page)).toContain(`joined by ${lines.length} lines`)
      expect(body).not.toMatch(new RegExp(`Dov|${ref.Dov}`))
      expect((await shown(url, 'team_manager')).lines).toEqual(was?.lines)
    }
  })
})
