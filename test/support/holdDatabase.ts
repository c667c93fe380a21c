import { openDatabase } from '../../src/db/embedded.ts'

// A Canopy of its own, for tests that kill it: opens the built-in database of the folder named, says so, and stays.
const [folder, then] = process.argv.slice(2)
if (!folder) throw new Error('Name a data folder')
try {
  const database = await openDatabase({ dataFolder: folder, note: line => process.stderr.write(`${line}\n`) })
  process.stdout.write(`${JSON.stringify({ url: database.url, started: database.started })}\n`)
  if (then === 'close') await database.close()
  else setInterval(() => {}, 1_000)
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = 1
}
