import { links } from '../../src/app/links.ts'
import { registers } from '../../src/app/registers.ts'
import { roles } from '../../src/app/roles.ts'
import { isDatabaseLost } from '../../src/db/connect.ts'
import { openDatabase } from '../../src/db/embedded.ts'
import { migrate } from '../../src/db/migrate.ts'
import { type Actor, system } from '../../src/engine/actor.ts'
import { createEngine } from '../../src/engine/createEngine.ts'
import { actorByUsername, addAccount, addAgencies } from '../../src/engine/people/posts.ts'
import { perform } from '../../src/engine/store/perform.ts'
import { within } from '../../src/engine/store/transaction.ts'
import { today } from '../../src/kit/clock.ts'
import { reception } from '../../src/registers/front-door/contact/examples.ts'
import { contactRegister } from '../../src/registers/front-door/contact/index.ts'

// A Canopy that writes as fast as it can until somebody kills it. Each line it says is a promise: this contact is kept, in
// this version. It says so only after `perform` has answered.
const [folder = ''] = process.argv.slice(2)
const writers = 4

const database = await openDatabase({ dataFolder: folder, note: () => {} })
await migrate(database.url)
const engine = await createEngine(database.url, { registers, links, roles })

const screener = (): Promise<Actor | null> =>
  within(engine, system(), tx => actorByUsername(tx, 'screener', undefined, today()))
if (!(await screener()))
  await within(engine, system(), async tx => {
    await addAgencies(tx, [{ code: 'council', name: 'Council', kind: 'council' }], '2015-01-01')
    const posts = [{ role: 'screener', agency: 'council' }]
    await addAccount(tx, { username: 'screener', name: 'Screener', posts }, 'none', '2015-01-01')
  })
const actor = await screener()
if (!actor) throw new Error('There is nobody to write as')

const promise = ({ reference, version }: { reference: string; version: number }) =>
  process.stdout.write(`${reference} ${version}\n`)

const write = async (): Promise<never> => {
  for (;;) {
    const started = await perform(engine, actor, { register: contactRegister, action: 'start', typed: reception })
    promise(started)
    const typed = { urgency: 'amber', urgencyWhy: 'A bruise' }
    const { reference, version } = started
    promise(
      await perform(engine, actor, { register: contactRegister, action: 'setUrgency', reference, version, typed }),
    )
  }
}
// The database may be killed first; anything else that goes wrong is said, and fails the test.
await Promise.all(
  Array.from({ length: writers }, () =>
    write().catch(error => {
      if (!isDatabaseLost(error)) throw error
    }),
  ),
)
