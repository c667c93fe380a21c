// Starts every part of Canopy from a checkout: `run.mjs src/main.ts …`, `run.mjs test …`, `run.mjs check [step …]`.
// Installs what is missing first.
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root, setup } from './setup.mjs'

const tool = path => join(root, 'node_modules', path)

/** Steps of `npm run check`: name, headline and command. */
const steps = {
  types: ['Types (tsc)', [tool('typescript/bin/tsc'), '--noEmit', '--project', root]],
  lint: ['Style and mistakes (biome)', [tool('@biomejs/biome/bin/biome'), 'check', root]],
  boundaries: [
    'Boundaries: who may import whom (dependency-cruiser)',
    [tool('dependency-cruiser/bin/dependency-cruise.mjs'), '--config', '.dependency-cruiser.cjs', 'src'],
  ],
  unused: ['Dead code and dependencies (knip)', [tool('knip/bin/knip.js'), '--no-progress']],
  schema: ['Schema: declarations and migrations agree', ['src/cli.ts', 'schema', 'check']],
}

/** Runs Node on a file and returns its exit code. TypeScript is read through tsx, from whatever folder we are called. */
export async function runNode(args, cwd = process.cwd()) {
  const child = spawn(process.execPath, args, {
    cwd,
    stdio: 'inherit',
    env: { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.json') },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // Ctrl-C in a terminal reaches the child by itself; sent twice it would mean "at once".
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY) || child.kill(signal))
  }
  return await new Promise(done => {
    child.on('error', error => {
      process.stderr.write(`${error.message}\n`)
      done(1)
    })
    child.on('exit', (code, signal) => done(code ?? (signal === 'SIGINT' ? 130 : 143)))
  })
}

/** Room for what a page needs only for a moment: with Node’s own 16 MB a busy server cleans up more often. */
const memory = ['--max-semi-space-size=32']

/** Runs a TypeScript file of this checkout. Words with dashes before it are for Node itself, as in `--watch src/main.ts`. */
export async function runTypeScript(args) {
  const at = args.findIndex(word => !word.startsWith('--'))
  const entry = resolve(root, args[at] ?? 'src/main.ts')
  const loader = pathToFileURL(tool('tsx/dist/loader.mjs')).href
  return await runNode([...memory, ...args.slice(0, Math.max(at, 0)), '--import', loader, entry, ...args.slice(at + 1)])
}

async function check(asked) {
  const unknown = asked.filter(name => !(name in steps))
  if (unknown.length > 0) {
    process.stderr.write(`There is no step ${unknown.join(', ')}. Steps: ${Object.keys(steps).join(', ')}.\n`)
    return 2
  }
  const failed = []
  for (const name of asked.length > 0 ? asked : Object.keys(steps)) {
    const [headline, command] = steps[name]
    process.stdout.write(`\n── ${name}: ${headline}\n`)
    const code = command[0].endsWith('.ts') ? await runTypeScript(command) : await runNode(command, root)
    if (code !== 0) failed.push(name)
  }
  process.stdout.write(failed.length > 0 ? `\nFailed: ${failed.join(', ')}\n` : '\nAll checks passed.\n')
  return failed.length > 0 ? 1 : 0
}

// Whoever reads our output may stop reading, as `head` does: no reason to fail with a stack.
process.stdout.on('error', () => {})

async function main([what, ...rest]) {
  setup()
  if (what === 'test') return await runNode([tool('vitest/vitest.mjs'), 'run', ...rest], root)
  if (what === 'check') return await check(rest)
  return await runTypeScript(what === undefined ? [] : [what, ...rest])
}

if (process.argv[1] === import.meta.filename) process.exitCode = await main(process.argv.slice(2))
