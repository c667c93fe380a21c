import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { campaignsIn, statements } from '../../../../test/support/campaigns.ts'
import { returnsIn } from '../../../../test/support/section11.ts'
import { createWorld, type World } from '../../../../test/support/world.ts'
import type { Register } from '../../../declare/register.ts'
import type { Telling } from '../../../declare/telling.ts'
import { deliver } from '../../../engine/outbox/deliver.ts'
import type { Message } from '../../../engine/outbox/transport.ts'
import { perform } from '../../../engine/store/perform.ts'
import { setNow } from '../../../kit/clock.ts'
import { met as metStandard } from '../../assurance/section11-return/examples.ts'
import { met } from './examples.ts'
import { settingReturnRegister } from './index.ts'

let world: World
const { its, sent, answerAll, sign } = campaignsIn(() => world)
const { does, sent: sentToAgency } = returnsIn(() => world)
const morning = '2026-10-06T10:00:00.000Z'

beforeAll(async () => {
  setNow(morning)
  world = await createWorld()
})
beforeEach(async () => {
  setNow(morning)
  for (const table of ['notice', 'delivery']) await world.engine.owner.query(`delete from canopy.${table}`)
})
afterAll(async () => {
  setNow(null)
  await world.close()
})

/** What goes out by e-mail now, each sentence once: whoever leads safeguarding in one place is told the same. */
const mails = async (): Promise<readonly string[]> => {
  const out: Message[] = []
  const transport = { send: async (message: Message) => void out.push(message) }
  const sender = { partnership: 'Test partnership', address: 'https://canopy.example', secret: 'a secret of the tests' }
  await deliver({ engine: world.engine, transport, ...sender })
  const said = out.map(({ subject, body }) => {
    const words = body.split('\n\n')[1]?.split('\n')[0] ?? ''
    expect(subject).toContain(words)
    return words
  })
  return [...new Set(said)]
}
const remind = (reference: string) => its('audit_lead', 'remind', {}, reference)

describe('a reminder', () => {
  it('says to a setting how many statements are left and how long that takes', async () => {
    const reference = await sent()
    for (const code of statements.slice(3)) await its('setting_lead', 'answer', met(code), reference)
    await mails()
    await remind(reference)
    expect(await mails()).toEqual([
      'Reminder: a return about safeguarding waits for you, 3 statements left, about 10 minutes',
    ])
    await its('setting_lead', 'answer', met('1.1'), reference)
    await its('setting_lead', 'answer', met(statements[1] ?? ''), reference)
    setNow('2026-10-07T10:00:00.000Z')
    await remind(reference)
    expect(await mails()).toEqual([
      'Reminder: a return about safeguarding waits for you, 1 statement left, about 5 minutes',
    ])
  })

  it('counts what was sent back, and says so where nothing is left to answer', async () => {
    const reference = await sent()
    await answerAll('setting_lead', reference)
    await sign('setting_lead', reference)
    await its('audit_lead', 'sendBack', { sentBackStatements: ['1.1', '4.3'], sentBackWhy: 'Who?' }, reference)
    await its('setting_lead', 'answerAgain', met('1.1'), reference)
    await mails()
    await remind(reference)
    expect(await mails()).toEqual([
      'Reminder: a return about safeguarding waits for you, 1 statement left, about 5 minutes',
    ])
    await its('setting_lead', 'answerAgain', met('4.3'), reference)
    setNow('2026-10-07T10:00:00.000Z')
    await remind(reference)
    expect(await mails()).toEqual(['Reminder: a return about safeguarding is answered and waits to go on'])
  })

  it('says to an agency how many standards are left', async () => {
    const reference = await sentToAgency()
    for (const code of ['1', '2', '3', '4', '5', '6']) await does('agency_lead', 'answer', metStandard(code), reference)
    setNow('2026-10-16T10:00:00.000Z')
    await mails()
    await does('audit_lead', 'remind', {}, reference)
    expect(await mails()).toEqual([
      'Reminder: a section 11 return waits for your answers, 2 standards left, about 20 minutes',
    ])
  })

  it('can hold a whole number and nothing that somebody typed, whatever the register gives', async () => {
    const typed = 'Kofi Examplesson is not safe'
    const { remind: deed } = settingReturnRegister.pathway.actions
    const giving = (counted: unknown): Register => ({
      ...settingReturnRegister,
      pathway: {
        ...settingReturnRegister.pathway,
        actions: {
          ...settingReturnRegister.pathway.actions,
          remind: {
            ...(deed as NonNullable<typeof deed>),
            tells: (deed?.tells ?? []).map((telling: Telling) => ({
              ...telling,
              counts: { of: () => counted as number, words: (n: number) => `${n} left` },
            })),
          },
        },
      },
    })
    const reference = await sent()
    await its('setting_lead', 'comment', { commentOn: '', comment: typed }, reference)
    await mails()
    const given = [typed, [typed], 1.5, -1, Number.NaN, null]
    // Working days: at weekends e-mails wait.
    for (const [n, day] of ['07', '08', '09', '12', '13', '14'].entries()) {
      const counted = given[n]
      setNow(`2026-10-${day}T10:00:00.000Z`)
      await perform(world.engine, world.as('audit_lead'), {
        ...{ register: giving(counted), action: 'remind', typed: {}, reference },
      })
      expect(await mails(), String(counted)).toEqual(['Reminder: a return about safeguarding waits for you'])
    }
    const { rows } = await world.engine.owner.query('select 1 from canopy.notice where counted is not null')
    expect(rows).toEqual([])
    await expect(world.engine.owner.query('update canopy.notice set counted = $1', [typed])).rejects.toThrow('integer')
  })
})
