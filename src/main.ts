import { start } from './app/start.ts'

// `npm start`: the whole of Canopy with its demonstration, until Ctrl-C.
process.exitCode = await start(process.argv.slice(2))
