// Reads the JSON report of vitest and says, alone on a line, how many tests passed and how many failed.
import { readFileSync } from 'node:fs'

let report
try {
  report = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))
} catch {
  process.stderr.write('The test run left no report: it ended before it could count.\n')
  process.exit(1)
}
// A file that cannot even be loaded has no tests to fail; it counts as one failure.
const unloaded = report.testResults.filter(
  file => file.status === 'failed' && file.assertionResults.length === 0,
).length
const failed = report.numFailedTests + unloaded
process.stdout.write(`${report.numPassedTests} passed, ${failed} failed\n`)
process.exit(failed === 0 && report.numPassedTests > 0 ? 0 : 1)
