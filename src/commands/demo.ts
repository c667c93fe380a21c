import { showProgress } from '../kit/progress.ts'
import { type Command, WrongUse } from './command.ts'
import { withEngine } from './open.ts'

export const demo: Command = {
  usage: 'demo load|refresh',
  summary: 'create the demonstration partnership in an empty database; move it on to today',
  run: async (given, [verb]) => {
    if (verb !== 'load' && verb !== 'refresh') throw new WrongUse('Say demo load or demo refresh')
    const bar = showProgress(process.stderr)
    const { done, sentence } = await withEngine(given, engine => given.demo(engine, verb, bar))
    if (done) given.out(sentence)
    else given.err(sentence)
    return done ? 0 : 1
  },
}
