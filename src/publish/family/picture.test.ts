import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { Table, type TableProps } from '../../web/components/table.tsx'
import {
  contradictory,
  forty,
  peers,
  peersRound,
  privateFostering,
  separated,
  split,
  surroundings,
  twinsAndUnborn,
} from './family.proofs.ts'
import { ecomap, genogram, nodeTable, type Picture, peerMap, relationshipTable, standalone } from './picture.ts'
import { drawnNodes, drawnPoints, lineOf, markupOf, wordsIn } from './reading.proofs.ts'

const roomIn = (picture: Picture, id: string) => {
  const room = drawnNodes(markupOf(picture)).find(one => one.id === id)
  if (!room) throw new Error(`${id} is not drawn`)
  return { ...room, middle: (room.left + room.right) / 2 }
}
const left = (picture: Picture, ...ids: string[]) => ids.map(id => roomIn(picture, id).middle)
const rowIn = (picture: Picture, edge: string) => picture.rows.find(({ edgeId }) => edgeId === edge)
const pointsIn = (picture: Picture, edge: string) =>
  drawnPoints(markupOf(picture)).find(({ id }) => id === edge)?.points ?? []
const ascending = (numbers: readonly number[]) =>
  numbers.every((one, index) => index === 0 || one > (numbers[index - 1] ?? 0))

describe('three generations with separated parents, a step-father and a half-sister', () => {
  const picture = genogram(separated)
  const markup = markupOf(picture)

  it('puts a generation into a row and children in order of birth', () => {
    const [grandmother, mother, child] = ['nana', 'mother', 'child'].map(id => roomIn(picture, id))
    expect(grandmother?.bottom).toBeLessThan(mother?.top ?? 0)
    expect(mother?.bottom).toBeLessThan(child?.top ?? 0)
    expect(ascending(left(picture, 'brother', 'child', 'half'))).toBe(true)
  })

  it('puts the mother between the two fathers of her children', () => {
    const [father, mother, step] = left(picture, 'father', 'mother', 'step')
    expect(ascending([father ?? 0, mother ?? 0, step ?? 0]) || ascending([step ?? 0, mother ?? 0, father ?? 0])).toBe(
      true,
    )
  })

  it('hangs children on the line of both parents, and the step-father by dots of his own', () => {
    expect(pointsIn(picture, 'mother-birth-child')).toEqual(pointsIn(picture, 'father-birth-child'))
    expect(lineOf(markup, 'mother-birth-child')).not.toContain('stroke-dasharray')
    expect(lineOf(markup, 'step-step-child')).toContain('stroke-dasharray="2 4"')
    expect(pointsIn(picture, 'step-step-child')).not.toEqual(pointsIn(picture, 'mother-birth-child'))
  })

  it('says years, strokes, households and parental responsibility', () => {
    expect(markup).toContain('>2008 to 2017<')
    expect(markup).toContain('One stroke: separated')
    expect(markup).not.toContain('Two strokes')
    expect(markup.match(/data-household="h1"/g)).toHaveLength(1)
    expect(markup).toContain('>14 Example Street<')
    expect(wordsIn(markup, 'child')).toContain('PR: Grace Clarke')
    expect(wordsIn(markup, 'brother').join()).not.toContain('PR:')
  })

  it('says the same in words', () => {
    expect(rowIn(picture, 'mother-birth-child')).toMatchObject({
      who: 'Grace Clarke',
      relation: 'Birth mother of',
      toWhom: 'Imani Adeyemi-Clarke',
      words: 'Grace Clarke: birth mother of Imani Adeyemi-Clarke. Has parental responsibility.',
    })
    expect(rowIn(picture, 'mother-with-father')?.words).toBe(
      'Grace Clarke: separated from Femi Adeyemi, since 1 June 2008 and until 1 February 2017.',
    )
    expect(picture.summary).toBe(
      'A genogram of 11 people around Imani Adeyemi-Clarke in 3 generations, joined by 18 relationships. 3 households outlined: 14 Example Street, 3 Sample Court and 90 Invented Road. The list with the picture says the same in words.',
    )
  })

  it('draws a cross for who has died and a second outline for the child', () => {
    const inside = (id: string) => new RegExp(`<g data-node="${id}">(.*?)</g>`, 's').exec(markup)?.[1] ?? ''
    expect(inside('grandad')).toContain('<path')
    expect(inside('nana')).not.toContain('<path')
    expect(inside('child').match(/<circle/g)).toHaveLength(2)
    expect(inside('half').match(/<circle/g)).toHaveLength(1)
  })
})

describe('twins, and a child not yet born', () => {
  const picture = genogram(twinsAndUnborn)

  it('hangs twins on one point and their sister on another', () => {
    const from = (id: string) => pointsIn(picture, `m-birth-${id}`).at(-2)
    expect(from('a')).toEqual(from('b'))
    expect(from('c')?.[0]).not.toBe(from('a')?.[0])
  })

  it('draws the unborn child as a triangle with the day it is due', () => {
    const markup = markupOf(picture)
    expect(/<g data-node="d"><polygon points="([^"]*)"/.exec(markup)?.[1]?.split(' ')).toHaveLength(3)
    expect(wordsIn(markup, 'd')).toEqual(['Unborn child', 'due 20 Nov 2026'])
    expect(picture.nodes.find(({ id }) => id === 'd')).toMatchObject({
      what: 'Unborn child',
      dates: 'due 20 November 2026',
    })
  })

  it('lets the lines of parents meet who are not recorded as partners', () => {
    const [mother, father] = [pointsIn(picture, 'm-birth-d'), pointsIn(picture, 'g-birth-d')]
    expect(mother[0]).not.toEqual(father[0])
    expect(mother.slice(1)).toEqual(father.slice(1))
    expect(mother[1]?.[1]).toBeGreaterThan(mother[0]?.[1] ?? 0)
  })
})

describe('a child in private fostering', () => {
  const picture = genogram(privateFostering)

  it('puts carers and others below the family, under a heading', () => {
    expect(markupOf(picture)).toContain('>Other people: no generation is recorded<')
    for (const other of ['carer', 'husband', 'son', 'friend', 'nobody'])
      expect(roomIn(picture, other).top).toBeGreaterThan(roomIn(picture, 'child').bottom)
    expect(roomIn(picture, 'son').top).toBeGreaterThan(roomIn(picture, 'carer').bottom)
  })

  it('writes on the line what the carer is', () => {
    expect(markupOf(picture)).toContain('>private foster carer since 2026<')
    expect(rowIn(picture, 'care')?.words).toBe(
      'Helen Ashworth: private foster carer of Mei Tanaka, since 1 February 2026. Has no parental responsibility.',
    )
  })

  it('draws and lists who has no relationship', () => {
    expect(picture.nodes.filter(({ alone }) => alone).map(({ id }) => id)).toEqual(['nobody'])
    expect(wordsIn(markupOf(picture), 'nobody')).toEqual(['Mr Singh'])
  })

  it('shows nothing of a relationship with a person who was not given', () => {
    const people = privateFostering.people.filter(({ id }) => id !== 'carer')
    const without = genogram({ ...privateFostering, people })
    const none = genogram({
      ...privateFostering,
      people,
      relationships: privateFostering.relationships.filter(({ from, to }) => from !== 'carer' && to !== 'carer'),
      households:
        privateFostering.households?.map(one => ({ ...one, memberIds: one.memberIds.filter(id => id !== 'carer') })) ??
        [],
    })
    expect(markupOf(without)).toBe(markupOf(none))
    expect(without.rows).toEqual(none.rows)
  })
})

describe('a family in two homes', () => {
  const picture = genogram(split)
  const markup = markupOf(picture)

  it('outlines both, with the child of both in both', () => {
    expect(markup.match(/data-household="x"/g)).toHaveLength(1)
    expect(markup.match(/data-household="y"/g)).toHaveLength(1)
    expect(picture.nodes.find(({ id }) => id === '2')?.households).toEqual([
      'Mother’s home, 1 Nowhere Lane',
      'Father’s home',
    ])
  })

  it('tells adoption and fostering by dashes and words', () => {
    expect(lineOf(markup, 'm-adoptive-4')).toContain('stroke-dasharray="12 5"')
    expect(lineOf(markup, 'm-foster-5')).toContain('stroke-dasharray="6 5"')
    expect(markup).toContain('>adoptive parents<')
    expect(markup).toContain('>foster carer<')
  })
})

describe('what contradicts itself', () => {
  it('is drawn as it was recorded', () => {
    const picture = genogram(contradictory)
    expect(picture.rows).toHaveLength(contradictory.relationships.length)
    expect(markupOf(picture)).toContain('>Ring: recorded as related to<')
    expect(rowIn(picture, 'self')?.words).toBe('Di: sister of Di.')
    expect(wordsIn(markupOf(picture), 'e')).toEqual(['Unknown'])
  })

  it('does not hinder the order of a large family', () => {
    const picture = genogram(forty)
    expect(ascending(left(picture, 'P0', 'P1', 'P2'))).toBe(true)
    expect(roomIn(picture, 'Af').bottom).toBeLessThan(roomIn(picture, 'Pf').top)
  })
})

describe('an ecomap', () => {
  const picture = ecomap(surroundings)

  it('draws the strength of a link by the form of its line', () => {
    const markup = markupOf(picture)
    expect(lineOf(markup, 's1')).toContain('stroke-width="5"')
    expect(lineOf(markup, 's2')).toContain('stroke-dasharray')
    expect(pointsIn(picture, 's3').length).toBeGreaterThan(4)
    expect(wordsIn(markup, 's8')).toEqual(['Friend', 'Chloe', 'strength not known'])
    expect(rowIn(picture, 's1')?.words).toBe(
      'Northfield Academy (School): strong link with Imani Adeyemi-Clarke, since 3 September 2024.',
    )
  })

  it('has a household in its middle with who lives there', () => {
    const home = ecomap({
      ...surroundings,
      centre: { label: '14 Example Street', kind: 'home', members: ['Grace', 'Imani'] },
    })
    expect(wordsIn(markupOf(home), 'centre')).toEqual(['14 Example Street', 'Grace', 'Imani'])
    expect(home.nodes[0]?.what).toBe('Household: Grace and Imani')
  })
})

describe('a peer map', () => {
  const picture = peerMap(peers)

  it('numbers its lines as the list does, and says who says so', () => {
    expect(picture.rows.map(({ number }) => number)).toEqual(picture.rows.map((_, index) => index + 1))
    const row = rowIn(picture, 'e2')
    expect(row?.words).toBe(
      'Imani Adeyemi-Clarke: seen with Known as “Dex” (likely, more than one source), since 20 April 2026. Source: Police, 22 April 2026.',
    )
    expect(markupOf(picture)).toContain(`>${row?.number}</text>`)
    expect(lineOf(markupOf(picture), 'e2')).toContain('stroke-dasharray="14 6"')
    expect(lineOf(markupOf(picture), 'e3')).not.toContain('stroke-dasharray')
  })

  it('keeps what is over: its number stands in a dark square, and the list says so', () => {
    const round = peerMap(peersRound)
    const markup = markupOf(round)
    const over = rowIn(round, 'e12')
    expect(over).toMatchObject({ part: 'At risk', sure: 'possible, one source', until: 'It is over' })
    expect(over?.words).toBe(
      'Imani Adeyemi-Clarke: was a member of Riverside park, evenings (at risk; possible, one source). It is over.',
    )
    expect(markup.match(/<rect[^>]* fill="#0b0c0c"/g)).toHaveLength(1 + 1)
    expect(markup).toContain('Dark square: it is over')
    expect(markupOf(picture)).not.toContain('Dark square')
    expect(round.summary).toContain('1 of them is over')
  })

  it('tells what kind of group it is, and when it was closed', () => {
    const round = peerMap(peersRound)
    expect(wordsIn(markupOf(round), 'g2')).toEqual(['Year 9', 'group chat', 'An online group', 'closed 1 June 2026'])
    expect(round.nodes.find(({ id }) => id === 'g2')).toMatchObject({
      what: 'An online group',
      dates: 'closed 1 June 2026',
    })
  })

  it('lists who goes about with nobody', () => {
    expect(picture.nodes.filter(({ alone }) => alone).map(({ id }) => id)).toEqual(['6'])
  })
})

describe('every picture', () => {
  const pictures = [separated, twinsAndUnborn, privateFostering, split, contradictory, forty].map(genogram)
  pictures.push(ecomap(surroundings), peerMap(peers), peerMap(peersRound))

  it('is one image with a name and a description', () => {
    for (const picture of pictures) {
      const markup = markupOf(picture)
      expect(markup).toMatch(/^<svg[^>]* role="img"[^>]* aria-labelledby="([\w-]+)-title \1-desc"/)
      expect(markup).toContain(`-title">${picture.title}</title>`)
      expect(markup).toContain(`-desc">${picture.summary}</desc>`)
      expect(markup).toContain(`viewBox="0 0 ${picture.width} ${picture.height}"`)
    }
  })

  it('passes the security policy of the pages, and has no link or script', () => {
    for (const markup of pictures.map(markupOf)) {
      expect(markup).not.toMatch(/\sstyle=|<style|<script|<a[\s>]|\son\w+=/)
      const sizes = [...markup.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size))
      expect(Math.min(...sizes)).toBe(14)
    }
  })

  it('explains the signs it uses and no others', () => {
    const [first, second] = pictures.map(markupOf)
    expect(first).not.toContain('Triangle')
    expect(second).toContain('Triangle: not yet born')
    expect(second).not.toContain('Has parental responsibility')
  })

  it('escapes names, and keeps what a file cannot hold out of it', () => {
    const name = '<script>alert("x")</script>\u0000\u0008\ud800\u202e & Co'
    const file = standalone(genogram({ people: [{ id: 'a', name, sex: 'female' }], relationships: [] }))
    expect(file).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/)
    expect(file).toContain('&lt;script>alert(&quot;x&quot;)')
    expect(file).toContain('&amp; Co')
    expect(file).not.toMatch(/<script|[\p{Cs}\u202e]|[^\P{Cc}\n]/u)
  })

  it('refuses an id that would break the page', () => {
    expect(() => genogram({ id: 'a b', people: [], relationships: [] })).toThrow('cannot be the id')
  })

  it('draws nobody at all', () => {
    expect(genogram({ people: [], relationships: [] }).summary).toContain('0 people')
    expect(peerMap({ people: [], associations: [] }).rows).toEqual([])
  })
})

describe('the lists', () => {
  it('go into the table of the pages as they are', () => {
    const lists: TableProps[] = [relationshipTable(peerMap(peers)), nodeTable(genogram(separated))]
    const [lines, nodes] = lists.map(list => renderToString(Table({ ...list, narrow: 'rows' })))
    expect(lines?.match(/<tr/g)).toHaveLength(1 + peers.associations.length)
    expect(lines).toContain('Police, 22 April 2026')
    expect(nodes?.match(/<tr/g)).toHaveLength(1 + separated.people.length)
  })

  it('link to a page where there is one', () => {
    const [child, ...others] = separated.people
    const linked = genogram({
      ...separated,
      people: [{ ...child, href: '/people/1' } as (typeof others)[number], ...others],
    })
    const text = renderToString(Table(relationshipTable(linked)))
    expect(text).toContain('<a class="govuk-link" href="/people/1">Imani Adeyemi-Clarke</a>')
    const lines = renderToString(Table(relationshipTable(peerMap(peersRound))))
    expect(lines).toContain('<a class="govuk-link" href="/group/1">Member of</a>')
  })
})
