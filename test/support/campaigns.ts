import exceljs from 'exceljs'
import type { Typed } from '../../src/declare/input.ts'
import type { Actor } from '../../src/engine/actor.ts'
import { system } from '../../src/engine/actor.ts'
import { forgetDirectory } from '../../src/engine/people/directory.ts'
import { hashPassword } from '../../src/engine/people/passwords.ts'
import { actorByUsername, addAccount, addAgencies } from '../../src/engine/people/posts.ts'
import { type Done, perform } from '../../src/engine/store/perform.ts'
import { within } from '../../src/engine/store/transaction.ts'
import { schoolSets } from '../../src/fields/lists/settingQuestions.ts'
import { now, setNow, today } from '../../src/kit/clock.ts'
import { addHours } from '../../src/kit/dates.ts'
import { ofSchools } from '../../src/registers/campaigns/campaign/examples.ts'
import { campaignRegister } from '../../src/registers/campaigns/campaign/index.ts'
import { governorYes, headYes, met, partly } from '../../src/registers/campaigns/setting-return/examples.ts'
import { settingReturnRegister } from '../../src/registers/campaigns/setting-return/index.ts'
import { password } from './partnership.ts'
import type { World } from './world.ts'

export const statements = schoolSets[0]?.questions.map(({ code }) => code) ?? []

let made = 0

/** Settings, their people and their returns in a test world. */
export const campaignsIn = (world: () => World) => {
  /** So many invented settings of a kind, by name. */
  const settings = async (count: number, kind = 'school', name = 'Setting'): Promise<readonly string[]> => {
    made += 1
    const named = Array.from({ length: count }, (_, n) => `${name} ${made}-${String(n + 1).padStart(4, '0')}`)
    await within(world().engine, system(), tx =>
      addAgencies(
        tx,
        named.map((one, n) => ({ code: `9${made}${String(n).padStart(5, '0')}`, name: one, kind })),
        '2015-01-01',
      ),
    )
    forgetDirectory(world().engine)
    return named
  }
  /** Somebody who leads safeguarding in these settings. */
  const lead = async (username: string, places: readonly string[]): Promise<readonly Actor[]> => {
    const passwordHash = await hashPassword(password)
    return within(world().engine, system(), async tx => {
      const rows = await tx.query<{ code: string; name: string }>(
        'select code, name from canopy.agency where name = any($1)',
        [places],
      )
      const posts = [...rows]
        .sort((a, b) => a.name.localeCompare(b.name))
        .map(({ code }) => ({ role: 'setting_lead', agency: code }))
      const email = `${username}@partnership.example`
      await addAccount(tx, { username, name: `Lead ${username}`, email, posts }, passwordHash, '2015-01-01')
      const actor = await actorByUsername(tx, username, undefined, today())
      return actor ? [actor] : []
    })
  }
  const does = (
    by: Actor | string,
    register: typeof campaignRegister,
    action: string,
    typed: Typed = {},
    reference?: string,
  ): Promise<Done> => {
    setNow(addHours(now(), 0.001))
    return perform(world().engine, typeof by === 'string' ? world().as(by) : by, {
      ...{ register, action, typed },
      ...(reference === undefined ? {} : { reference }),
    })
  }
  const round = (by: Actor | string, action: string, typed: Typed = {}, reference?: string) =>
    does(by, campaignRegister, action, typed, reference)
  const its = (by: Actor | string, action: string, typed: Typed = {}, reference?: string) =>
    does(by, settingReturnRegister, action, typed, reference)
  /** A campaign of its own, with nobody in it yet. */
  const planned = async (more: Typed = {}): Promise<string> => {
    made += 1
    const year = 2200 + made
    const start = {
      ...ofSchools,
      settingKinds: '',
      round: `${year}-${String((year + 1) % 100).padStart(2, '0')}`,
      ...more,
    }
    return (await round('audit_lead', 'start', start)).reference
  }
  const returnsOf = async (campaign: string) =>
    (
      await world().engine.owner.query<{ reference: string; state: string; name: string }>(
        `select r.reference, r.state, g.name from canopy.setting_return r join canopy.campaign c on c.id = r.campaign
           join canopy.agency g on g.id = r.asked_of where c.reference = $1 order by g.name`,
        [campaign],
      )
    ).rows
  /** Sent to Holly Lane Primary, in a campaign of its own. */
  const sent = async (more: Typed = {}, campaignMore: Typed = {}): Promise<string> => {
    const campaign = await planned(campaignMore)
    const added = await its('audit_lead', 'start', {
      ...{ campaign, askedOf: 'Holly Lane Primary', settingType: 'primary', area: 'North' },
      ...more,
    })
    await round('audit_lead', 'open', {}, campaign)
    return added.reference
  }
  const answerAll = async (by: Actor | string, reference: string, codes = statements): Promise<void> => {
    for (const code of codes)
      await its(by, 'answer', code === '4.3' ? partly(code, '2027-01-29') : met(code), reference)
  }
  const sign = async (by: Actor | string, reference: string): Promise<void> => {
    const day = today()
    await its(by, 'finish', { authorNote: '' }, reference)
    await its(by, 'headSigns', { ...headYes, headSignedOn: day }, reference)
    await its(by, 'governorSigns', { ...governorYes, governorSignedOn: day }, reference)
  }
  const submitted = async (): Promise<string> => {
    const reference = await sent()
    await answerAll('setting_lead', reference)
    await sign('setting_lead', reference)
    return reference
  }
  return { settings, lead, round, its, planned, returnsOf, sent, answerAll, sign, submitted }
}

/** A list of settings as an audit lead has it. */
export const workbookOf = async (rows: readonly (readonly string[])[]): Promise<Buffer> => {
  const book = new exceljs.Workbook()
  const sheet = book.addWorksheet('Settings')
  sheet.addRow(['Campaign', 'Setting', 'Type', 'Area'])
  for (const row of rows) sheet.addRow([...row])
  return Buffer.from(await book.xlsx.writeBuffer())
}
