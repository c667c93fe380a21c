import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isRoot } from './account.ts'
import { type OpenDatabase, openDatabase } from './embedded.ts'

const HELPER = fileURLToPath(new URL('../../test/support/holdDatabase.ts', import.meta.url))
const NOBODY = 65534

let folder: string
let data: string
const children: ChildProcess[] = []

beforeAll(async () => {
  folder = newFolder()
  data = join(folder, 'cluster', 'data')
  await using(async url => await ask(url, 'create table kept (word text)'))
})

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await killServer(data)
  rmSync(folder, { recursive: true, force: true })
})

function newFolder(): string {
  return mkdtempSync(join(realpathSync(tmpdir()), 'canopy-embedded-'))
}

async function ask(url: string, sql: string): Promise<pg.QueryResultRow[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

async function using(work: (url: string, database: OpenDatabase) => Promise<unknown>): Promise<void> {
  const database = await openDatabase({ dataFolder: folder })
  try {
    await work(database.url, database)
  } finally {
    await database.close()
  }
}

/** Starts another Canopy on a folder and waits for what it says first. */
async function another(dataFolder: string, then: 'stay' | 'close', uid?: number) {
  const child = spawn(process.execPath, ['--import', 'tsx', HELPER, dataFolder, then], {
    cwd: dirname(dirname(dirname(HELPER))),
    ...(uid === undefined ? {} : { uid, gid: uid, env: { ...process.env, HOME: dataFolder } }),
  })
  children.push(child)
  let errors = ''
  child.stderr.on('data', text => (errors += text))
  const ended = new Promise<void>(resolve => child.on('close', () => resolve()))
  const first = await new Promise<string>(resolve => {
    child.stdout.on('data', text => resolve(String(text)))
    child.on('close', () => resolve(''))
  })
  return { child, ended, errors: () => errors, ...(first ? JSON.parse(first) : {}) } as {
    child: ChildProcess
    ended: Promise<void>
    errors: () => string
    url?: string
    started?: boolean
  }
}

function serverPid(of = data): number | undefined {
  const file = join(of, 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined
}

/** Ends the server named in a lock file as a power cut would, if it is ours. */
async function killServer(of: string): Promise<void> {
  const pid = serverPid(of)
  if (!pid || !existsSync(`/proc/${pid}/cmdline`) || !readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(of)) return
  const family = spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' }).stdout.split('\n')
  for (const one of [pid, ...family.map(Number)]) if (one > 1) spawnSync('kill', ['-9', String(one)])
  await sleep(100)
}

describe('the built-in database', () => {
  it('keeps its folder and its password to itself', () => {
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, 'cluster', 'password')).mode & 0o777).toBe(0o600)
    if (isRoot()) expect(statSync(data).uid).not.toBe(0)
  })

  it('is a durable server in UTF-8 and UTC, listening on this machine alone', async () => {
    await using(async url => {
      const [row] = await ask(
        url,
        `select current_setting('server_encoding') as encoding, current_setting('timezone') as zone,
                current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
                current_setting('listen_addresses') as listens, current_setting('password_encryption') as password`,
      )
      expect(row).toEqual({
        encoding: 'UTF8',
        zone: 'UTC',
        fsync: 'on',
        commit: 'on',
        listens: '127.0.0.1',
        password: 'scram-sha-256',
      })
      await expect(ask(url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(
        'password authentication failed',
      )
    })
    expect(serverPid()).toBeUndefined()
  })

  it('is shared by all who use the folder, and stopped by the last', async () => {
    const first = await openDatabase({ dataFolder: folder })
    const second = await openDatabase({ dataFolder: folder })
    expect([first.started, second.started]).toEqual([true, false])
    expect(second.url).toBe(first.url)
    await first.close()
    expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await second.close()
    expect(serverPid()).toBeUndefined()
  })
})

describe('after a kill -9', () => {
  it('of everything, comes back by itself with every commit', async () => {
    const lost = await another(folder, 'stay')
    await ask(lost.url as string, "insert into kept values ('committed')")
    lost.child.kill('SIGKILL')
    await killServer(data)
    expect(serverPid()).toBeDefined()
    await using(async (url, database) => {
      expect(database.started).toBe(true)
      expect(await ask(url, 'select word from kept')).toEqual([{ word: 'committed' }])
    })
  })

  it('of Canopy alone, takes the server over that still runs, and stops it in the end', async () => {
    const lost = await another(folder, 'stay')
    const pid = serverPid()
    lost.child.kill('SIGKILL')
    await lost.ended
    await using(async (url, database) => {
      expect(database.started).toBe(false)
      expect(database.url).toBe(lost.url)
      expect(serverPid()).toBe(pid)
      await ask(url, 'select 1')
    })
    expect(serverPid()).toBeUndefined()
  })

  it('of the server alone, starts it again at the same address', async () => {
    await using(async url => {
      const pid = serverPid()
      await killServer(data)
      await expect.poll(() => ask(url, 'select count(*)::int as n from kept'), { timeout: 20_000 }).toEqual([{ n: 1 }])
      expect(serverPid()).not.toBe(pid)
    })
  })

  it.runIf(existsSync('/proc/self/stat'))(
    'of the postmaster alone, ends helpers that still hold the data',
    async () => {
      const lost = await another(folder, 'stay')
      // Busy without waiting for anything, so that it does not notice that its postmaster has gone.
      const busy = ask(lost.url as string, 'do $$ begin for i in 1..1000000000 loop null; end loop; end $$').catch(
        () => 'ended',
      )
      await sleep(300)
      lost.child.kill('SIGKILL')
      spawnSync('kill', ['-9', String(serverPid())])
      await using(async url => expect(await ask(url, 'select count(*)::int as n from kept')).toEqual([{ n: 1 }]))
      expect(await busy).toBe('ended')
    },
  )
})

describe('a stale lock file', () => {
  const leave = (pid: number) => writeFileSync(join(data, 'postmaster.pid'), `${pid}\n${data}\n1\n5432\n\n\n\nready\n`)

  it('that names a process of somebody else is removed, and the process left alone', async () => {
    const stranger = spawn('sleep', ['60'])
    children.push(stranger)
    leave(stranger.pid as number)
    await using(async (url, database) => {
      expect(database.started).toBe(true)
      await ask(url, 'select 1')
    })
    expect(stranger.exitCode).toBeNull()
    stranger.kill()
  })

  it.runIf(existsSync('/proc/self/stat'))('that names a zombie is removed', async () => {
    // The shell becomes a sleep that never asks after its child: a process that has ended and cannot go.
    const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'])
    children.push(parent)
    const zombie = await new Promise<number>(resolve => parent.stdout.once('data', text => resolve(Number(text))))
    await expect.poll(() => readFileSync(`/proc/${zombie}/stat`, 'utf8')).toContain(') Z')
    leave(zombie)
    await using(async (_url, database) => expect(database.started).toBe(true))
    parent.kill()
  })

  it('that is empty, or names nobody, is removed', async () => {
    writeFileSync(join(data, 'postmaster.pid'), '')
    await using(async (_url, database) => expect(database.started).toBe(true))
    leave(99_999_999)
    await using(async (_url, database) => expect(database.started).toBe(true))
  })
})

describe('first starts', () => {
  it('two at once make one database', async () => {
    const fresh = newFolder()
    const both = await Promise.all([another(fresh, 'stay'), openDatabase({ dataFolder: fresh })])
    expect(both[0].errors()).toBe('')
    expect(both[0].url).toBe(both[1].url)
    both[0].child.kill('SIGKILL')
    await both[0].ended
    await both[1].close()
    expect(serverPid(join(fresh, 'cluster', 'data'))).toBeUndefined()
    rmSync(fresh, { recursive: true })
  })

  it.runIf(isRoot())('work as an ordinary user, who is told when a folder is not theirs', async () => {
    const fresh = newFolder()
    chownSync(fresh, NOBODY, NOBODY)
    const theirs = await another(fresh, 'close', NOBODY)
    await theirs.ended
    expect(theirs.errors()).toBe('')
    expect(theirs.started).toBe(true)
    expect(statSync(join(fresh, 'cluster', 'data')).uid).toBe(NOBODY)
    const refused = await another(folder, 'close', NOBODY)
    await refused.ended
    expect(refused.errors()).toContain('belongs to another account')
    // Root may use the folder afterwards; it stays theirs.
    await (await openDatabase({ dataFolder: fresh })).close()
    expect(statSync(join(fresh, 'cluster', 'data', 'postmaster.opts')).uid).toBe(NOBODY)
    rmSync(fresh, { recursive: true })
  })

  it.runIf(isRoot())('by root go elsewhere when the folder cannot be reached, and find their way back', async () => {
    const closed = newFolder()
    const asked = join(closed, 'data')
    mkdirSync(asked)
    const notes: string[] = []
    const open = () => openDatabase({ dataFolder: asked, note: line => notes.push(line) })
    await (await open()).close()
    const elsewhere = readFileSync(join(asked, 'database-is-at.txt'), 'utf8').trim()
    expect(notes[0]).toContain(`The database is kept in ${elsewhere}, because ${asked} cannot be reached`)
    await (await open()).close()
    expect(existsSync(join(elsewhere, 'cluster', 'data'))).toBe(true)
    rmSync(elsewhere, { recursive: true })
    await expect(open()).rejects.toThrow('is not there any more')
    rmSync(closed, { recursive: true })
  })
})
