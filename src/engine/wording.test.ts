import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { act, startContact } from '../../test/support/contacts.ts'
import { createWorld, type World } from '../../test/support/world.ts'
import { links } from '../app/links.ts'
import { registers } from '../app/registers.ts'
import { roles } from '../app/roles.ts'
import type { ChoiceField } from '../declare/field.ts'
import type { Register } from '../declare/register.ts'
import { show } from '../fields/kinds.ts'
import { setNow } from '../kit/clock.ts'
import { contactRegister } from '../registers/front-door/contact/index.ts'
import { createEngine, type OpenEngine } from './createEngine.ts'
import { fieldContext } from './people/directory.ts'
import { perform } from './store/perform.ts'
import { readHistory, readRecord } from './store/read.ts'
import { wordingId } from './wording.ts'

/** The next release of the register: a question and a state are called otherwise, a code is no longer offered. */
const nextRelease = (): Register => {
  const { record, pathway } = contactRegister
  const worry = record.fields.worry as ChoiceField
  const { neglect: _gone, ...options } = worry.options as Record<string, string>
  return {
    ...contactRegister,
    record: {
      ...record,
      fields: { ...record.fields, worry: { ...worry, question: 'What worries you most?', options } },
    },
    pathway: { ...pathway, states: { ...pathway.states, received: { label: 'New' } } },
  }
}

let world: World
let later: OpenEngine
const changed = nextRelease()
beforeAll(async () => {
  setNow('2026-05-12T09:00:00.000Z')
  world = await createWorld()
  const all = registers.map(one => (one === contactRegister ? changed : one))
  later = await createEngine(world.url, { registers: all, links, roles }, 4)
})
afterAll(async () => {
  setNow(null)
  await later.close()
  await world.close()
})

describe('history', () => {
  it('is shown in the words it was asked in, also where the words changed and the code is gone', async () => {
    const { reference } = await startContact(world, { worry: 'neglect' })
    const wanted = {
      register: changed,
      action: 'acknowledge',
      reference,
      typed: { acknowledgedAt: '2026-05-12 09:50' },
    }
    await perform(later, world.as('screener'), wanted)
    const [newer, older] = await readHistory(later, world.as('screener'), changed, reference)
    expect(older?.words.fields.worry).toMatchObject({
      question: 'What is the main worry?',
      options: { neglect: 'Neglect' },
    })
    expect(older?.words.states.received).toBe('Received')
    expect(newer?.words.fields.worry?.question).toBe('What worries you most?')
    expect(newer?.words.fields.worry?.options).not.toHaveProperty('neglect')
    expect(newer?.words.states.received).toBe('New')
    expect(newer?.row.worry).toBe('neglect')
  })

  it('a record that holds a code of before is still read, and the code is not offered any more', async () => {
    const { reference } = await startContact(world, { worry: 'neglect' })
    const view = await readRecord(later, world.as('screener'), changed, reference)
    const field = changed.record.fields.worry as ChoiceField
    expect(show(field, view.held.row.worry, fieldContext(view.directory))).toBe('neglect')
    const again = perform(later, world.as('screener'), {
      register: changed,
      action: 'start',
      typed: { worry: 'neglect' },
    })
    await expect(again).rejects.toMatchObject({
      problems: expect.arrayContaining([
        expect.objectContaining({ field: 'worry', message: expect.stringMatching(/cannot be “neglect”/) }),
      ]),
    })
  })

  it('has one wording for one set of words, and keeps each once', async () => {
    expect(wordingId(changed)).toBe(wordingId(nextRelease()))
    expect(wordingId(changed)).not.toBe(wordingId(contactRegister))
    await act(world, 'screener', (await startContact(world)).reference, 'take')
    const { rows } = await world.engine.owner.query(
      "select count(*)::int n from canopy.wording where register = 'contact'",
    )
    expect(rows).toEqual([{ n: 2 }])
  })
})

describe('the start', () => {
  it('is refused with faults in the declarations before anything is written', async () => {
    const broken = { ...contactRegister, list: { ...contactRegister.list, columns: ['gone'] } }
    await expect(createEngine(world.url, { registers: [broken], links: [], roles })).rejects.toThrow(
      /contact: the columns of the list names the field “gone”/,
    )
    const { rows } = await world.engine.owner.query(
      "select count(*)::int n from canopy.wording where register = 'contact'",
    )
    expect(rows).toEqual([{ n: 2 }])
  })
})
