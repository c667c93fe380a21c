import { verifyLedger } from '../engine/ledger/verify.ts'
import { plural } from '../kit/names.ts'
import { type Command, type Given, WrongUse } from './command.ts'
import { withEngine } from './open.ts'

/** A sign of life on the terminal every so many entries; nothing for another program, and nothing for a short ledger. */
const progressTo = (given: Given, quiet: boolean) => {
  const every = 25_000
  let told = 0
  return (entries: number): void => {
    if (quiet || entries < told + every) return
    told = entries - (entries % every)
    given.err(`${told.toLocaleString('en-GB')} entries checked …`)
  }
}

export const ledger: Command = {
  usage: 'ledger verify [--json]',
  summary: 'prove that nothing in the ledger or in history was changed or removed',
  options: { json: { type: 'boolean' } },
  run: (given, [verb], { json }) => {
    if (verb !== 'verify') throw new WrongUse('Say ledger verify')
    return withEngine(given, async engine => {
      const report = await verifyLedger(engine.owner, engine.registers, progressTo(given, json === true))
      const { entries, deeds, faults, more, head } = report
      if (json) given.out(JSON.stringify(report, null, 2))
      else if (faults.length === 0)
        given.out(
          `The ledger is whole: ${plural(entries, 'entry', 'entries')}, ${plural(deeds, 'deed')} on records as they were written. Last hash: ${head || 'none yet'}`,
        )
      else {
        for (const { seq, register, reference, what } of faults)
          given.err(
            [seq === null ? null : `entry ${seq}`, register, reference].filter(Boolean).join(', ').concat(`: ${what}`),
          )
        given.err(`The ledger or history is not as it was written. Places: ${more ? 'at least ' : ''}${faults.length}`)
      }
      return faults.length === 0 ? 0 : 1
    })
  },
}
