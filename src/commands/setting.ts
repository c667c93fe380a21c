import { system } from '../engine/actor.ts'
import { listPolicies, type PolicyLine, setPolicy } from '../engine/clocks/setPolicy.ts'
import { formatDay, isDay } from '../kit/dates.ts'
import { type Command, type Given, type Options, optionText, WrongUse } from './command.ts'
import { withEngine } from './open.ts'

const linesOf = ({ key, label, unit, value, default: standard, source, decided }: PolicyLine): readonly string[] => [
  `${key}: ${value} ${unit}${value === standard ? '' : ` (${standard} as delivered)`}`,
  `  ${label}. ${source}`,
  ...decided.map(one => `  from ${formatDay(one.from)}: ${one.value} (${one.reason})`),
]

const set = async (given: Given, [key, text]: readonly string[], options: Options): Promise<void> => {
  if (key === undefined || text === undefined) throw new WrongUse('Say which setting and which value')
  if (!/^\d+(\.\d+)?$/.test(text)) throw new WrongUse('The value is a number, like 3 or 1.5')
  const from = optionText(options, 'from')
  if (from === undefined || !isDay(from)) throw new WrongUse('Say from which day: --from 2026-12-01')
  const reason = optionText(options, 'reason')
  if (reason === undefined || reason.trim() === '') throw new WrongUse('Say why: --reason TEXT')
  await withEngine(given, engine => setPolicy(engine, system(), { key, value: Number(text), from, reason }))
  given.out(`${key} is ${Number(text)} from ${formatDay(from)}. Clocks that run already keep their due time.`)
  given.out('A server that runs now takes it up within a minute.')
}

export const settingVerb: Command = {
  usage: 'setting list [--json] | setting set KEY VALUE --from DAY --reason TEXT',
  summary: 'local policy: time limits with the day from which they hold',
  options: { from: { type: 'string' }, reason: { type: 'string' }, json: { type: 'boolean' } },
  run: async (given, [verb, ...words], options) => {
    if (verb === 'set' && words.length <= 2) await set(given, words, options)
    else if (verb === 'list' && words.length === 0) {
      const policies = await withEngine(given, listPolicies)
      if (options.json === true) given.out(JSON.stringify(policies, null, 2))
      else for (const line of policies.flatMap(linesOf)) given.out(line)
    } else throw new WrongUse('Say setting list or setting set')
    return 0
  },
}
