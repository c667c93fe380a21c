// Makes a fresh checkout ready: checks the version of Node and installs what package-lock.json names. Plain Node, because
// nothing is installed yet.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

const stamp = join(root, 'node_modules', '.canopy-setup')
const lock = join(root, '.canopy-setup.lock')
const say = line => process.stderr.write(`${line}\n`)

/** Installs the dependencies if they are missing or not those of package-lock.json. Ends the process when it cannot. */
export function setup() {
  checkNode()
  const wanted = hashOfLockfile()
  if (isReady(wanted)) return
  if (!waitForTurn(wanted)) return
  try {
    if (!isReady(wanted)) install(wanted)
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 11)) return
  fail(`Canopy needs Node 20.11 or newer; this is Node ${process.versions.node}.`)
}

function hashOfLockfile() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
}

function isReady(wanted) {
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8').trim() === wanted
  if (!installedByHand()) return false
  writeStamp(wanted)
  return true
}

/** After `npm ci` by hand there is no stamp yet, but npm's own list of what it installed says the same. */
function installedByHand() {
  const list = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(list)) return false
  try {
    const installed = JSON.parse(readFileSync(list, 'utf8')).packages
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
    return Object.entries(wanted).every(([path, about]) => {
      if (path === '') return true
      return installed[path] ? installed[path].version === about.version : Boolean(about.optional || about.devOptional)
    })
  } catch {
    return false
  }
}

function writeStamp(wanted) {
  try {
    writeFileSync(stamp, `${wanted}\n`)
  } catch {
    // Somebody else's checkout that we may only read: it is looked at again next time.
  }
}

/** Lets one process install while others wait. False: another one has finished the work meanwhile. */
function waitForTurn(wanted) {
  let told = false
  for (;;) {
    try {
      mkdirSync(lock)
      writeFileSync(join(lock, 'pid'), String(process.pid))
      return true
    } catch (error) {
      if (error.code !== 'EEXIST') {
        fail(`The dependencies of Canopy are not installed, and ${root} cannot be written to (${error.code}).`)
      }
    }
    if (holderIsGone()) rmSync(lock, { recursive: true, force: true })
    else {
      if (!told) say('Another process is installing the dependencies of Canopy: waiting for it …')
      told = true
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500)
    }
    if (!existsSync(lock) && isReady(wanted)) return false
  }
}

function holderIsGone() {
  try {
    const pid = Number(readFileSync(join(lock, 'pid'), 'utf8'))
    if (pid) process.kill(pid, 0)
    return !pid
  } catch (error) {
    if (error.code === 'ESRCH') return true
    // No pid written: either this very moment, or the writer was killed in between.
    return error.code === 'ENOENT' && existsSync(lock) && ageOf(lock) > 10_000
  }
}

function ageOf(path) {
  try {
    return Date.now() - statSync(path).mtimeMs
  } catch {
    return 0
  }
}

function install(wanted) {
  say('Installing the dependencies of Canopy (npm ci); this happens once and takes about a minute …')
  const ci = npm(['ci', '--include=dev', '--include=optional'])
  if (ci.status !== 0) {
    // A registry may not carry the programs of every platform; then `npm ci` finds the lockfile wanting, although all that
    // this machine needs is there. `npm install --no-save` takes the same versions and leaves the lockfile alone.
    const plain = /EUSAGE/.test(ci.output) ? npm(['install', '--no-save', '--include=dev', '--include=optional']) : ci
    if (plain.status !== 0) {
      say(plain.output.trim())
      fail(
        'npm could not install the dependencies (its message is above). Is the package registry reachable from here?',
      )
    }
  }
  writeStamp(wanted)
  say('The dependencies are installed.')
}

/** Runs npm, keeping what it says: it matters only when it fails, and standard output belongs to the command asked for. */
function npm(words) {
  const args = [...words, '--no-audit', '--no-fund']
  const options = { cwd: root, encoding: 'utf8', env: { ...process.env, ...cacheIfHomeless() }, maxBuffer: 100_000_000 }
  const own = process.env.npm_execpath
  const done = /npm-cli\.c?js$/.test(own ?? '')
    ? spawnSync(process.execPath, [own, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
  if (done.error?.code === 'ENOENT') fail('npm was not found. It comes with Node: install Node 20.11 or newer.')
  return { status: done.status, output: `${done.stdout ?? ''}${done.stderr ?? ''}${done.error?.message ?? ''}` }
}

/** npm needs a cache; an account without a home of its own gets one in the temporary folder. */
function cacheIfHomeless() {
  try {
    accessSync(homedir(), constants.W_OK)
    return {}
  } catch {
    return { npm_config_cache: join(tmpdir(), `canopy-npm-${process.getuid?.() ?? 'cache'}`) }
  }
}

function fail(line) {
  rmSync(join(lock, 'pid'), { force: true })
  rmSync(lock, { recursive: true, force: true })
  say(line)
  process.exit(1)
}
