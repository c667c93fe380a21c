import { runCli } from './app/start.ts'

process.exitCode = await runCli(process.argv.slice(2))
