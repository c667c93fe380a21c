import { type Command, optionText, WrongUse } from './command.ts'

const portOf = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new WrongUse(`“${text}” is not a port: 0 to 65535`)
  return port
}

export const serve: Command = {
  usage: 'serve [--port N] [--empty]',
  summary: 'serve Canopy until it is stopped; an empty database gets the demonstration unless --empty',
  options: { port: { type: 'string' }, empty: { type: 'boolean' } },
  run: async (given, words, options) => {
    if (words.length > 0) throw new WrongUse(`serve takes no “${words[0]}”`)
    await given.serve({ port: portOf(optionText(options, 'port')), empty: options.empty === true })
    return 0
  },
}
