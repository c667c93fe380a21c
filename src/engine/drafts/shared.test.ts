import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type World } from '../../../test/support/world.ts'
import { setNow } from '../../kit/clock.ts'
import { within } from '../store/transaction.ts'
import { dropOldDrafts } from './retention.ts'
import { addEntry, earlierTexts, findShared, newSharedDraft, removeEntry, saveShared, settleClashes } from './shared.ts'

let world: World
beforeAll(async () => {
  setNow('2026-05-12T09:00:00.000Z')
  world = await createWorld()
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

const by = <T>(username: string, work: Parameters<typeof within<T>>[2]) =>
  within(world.engine, world.as(username), work)
const two = ['setting_lead', 'setting_lead2'] as const
const begin = () => by('setting_lead', tx => newSharedDraft(tx, 'worry_report'))
const textsOf = async (id: string): Promise<readonly string[]> => {
  const { rows } = await world.engine.owner.query<{ text: string }>(
    `select value #>> '{}' as text from canopy.draft_text where draft_id = $1
     union all select typed ->> 'box' from canopy.draft where id = $1`,
    [id],
  )
  return rows.map(({ text }) => text)
}

describe('a shared draft', () => {
  it('is seen by the colleagues of its place who may send such a form, and by nobody else', async () => {
    const id = await begin()
    for (const [username, seen] of [
      ['setting_lead2', true],
      ['referrer', true],
      ['setting_lead3', false],
      ['screener', false],
      ['administrator', false],
    ] as const)
      expect([username, (await by(username, tx => findShared(tx, id))) !== null]).toEqual([username, seen])
    await expect(by('setting_lead3', tx => saveShared(tx, id, { box: 'x' }, 1))).rejects.toMatchObject({
      kind: 'notFound',
    })
  })

  it('loses no text that two people typed, in whatever order they open and save', async () => {
    const step = fc.record({
      who: fc.nat({ max: 1 }),
      does: fc.constantFrom('open', 'save', 'save', 'mine', 'theirs', 'both'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 12 }), async steps => {
        const id = await begin()
        const opened = [1, 1]
        const saved: string[] = []
        for (const [n, { who, does }] of steps.entries()) {
          const username = two[who] ?? two[0]
          if (does === 'open') opened[who] = (await by(username, tx => findShared(tx, id)))?.revision ?? 1
          else if (does === 'save') {
            const text = `text ${n}`
            saved.push(text)
            await by(username, tx => saveShared(tx, id, { box: text }, opened[who] ?? 1))
          } else await by(username, tx => settleClashes(tx, id, new Map([['box', does]])))
        }
        const kept = await textsOf(id)
        // What a person typed over their own text is theirs to change; what the other one typed is not.
        const last = two.map((_, who) =>
          saved.filter((_text, at) => steps.filter(one => one.does === 'save')[at]?.who === who).at(-1),
        )
        for (const text of last)
          if (text)
            expect(
              kept.some(one => one?.includes(text)),
              `${text} of ${kept}`,
            ).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('takes a page sent back unchanged for no change', async () => {
    const id = await begin()
    const { revision } = await by('setting_lead', tx => saveShared(tx, id, { box: 'one', other: '' }, 1))
    await by('setting_lead2', tx => saveShared(tx, id, { box: 'one, t' }, revision))
    await by('setting_lead2', tx => saveShared(tx, id, { box: 'one, two' }, revision))
    const back = await by('setting_lead', tx => saveShared(tx, id, { box: 'one', other: 'new' }, revision))
    expect([back.typed.box, back.typed.other, back.clashes]).toEqual(['one, two', 'new', []])
    // The same page with a change of its own is a clash, which shows that it would be found.
    const changed = await by('setting_lead', tx => saveShared(tx, id, { box: 'one!' }, revision))
    expect(changed.clashes).toMatchObject([{ name: 'box', mine: 'one!', theirs: 'one, two' }])
  })

  it('is deleted with its texts when nobody has sent it for as long as local policy says, and not before', async () => {
    const id = await begin()
    await by('setting_lead', tx => saveShared(tx, id, { box: 'one' }, 1))
    await by('setting_lead2', tx => saveShared(tx, id, { box: 'two' }, 1))
    setNow('2026-06-11T08:59:00.000Z')
    await dropOldDrafts(world.engine)
    expect(await by('setting_lead', tx => findShared(tx, id))).not.toBeNull()
    setNow('2026-06-11T09:01:00.000Z')
    expect(await dropOldDrafts(world.engine)).toBeGreaterThan(0)
    expect(await by('setting_lead', tx => findShared(tx, id))).toBeNull()
    expect((await world.engine.owner.query('select 1 from canopy.draft_text where draft_id = $1', [id])).rows).toEqual(
      [],
    )
    setNow('2026-05-12T09:00:00.000Z')
  })

  it('has entries that come and go, each with what was typed in it, also when two people add at once', async () => {
    const id = await begin()
    const added = await Promise.all(two.map(username => by(username, tx => addEntry(tx, id, 'children'))))
    expect(new Set(added).size).toBe(2)
    const [first = '', second = ''] = added
    await by('setting_lead', tx => saveShared(tx, id, { [`children.${first}.familyName`]: 'Example' }, 9))
    await by('setting_lead2', tx => removeEntry(tx, id, 'children', first))
    const draft = await by('setting_lead', tx => findShared(tx, id))
    expect(draft?.typed).toEqual({ children: [second] })
    expect(await by('setting_lead', tx => earlierTexts(tx, id))).toMatchObject([{ value: 'Example' }])
  })
})
