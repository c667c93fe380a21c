import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { workOf } from './measure.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

export interface Running {
  readonly address: string
  /** Megabytes of memory the process holds now; nothing where the machine does not tell (elsewhere than on Linux). */
  readonly memory: () => number | null
  /** Seconds of work the process has done. */
  readonly work: () => number
  readonly stop: () => Promise<void>
}

/** Starts Canopy in a process of its own, as `npm start` does, on a free port, and waits until its first page answers. */
export const startCanopy = async (dataFolder: string, words: readonly string[], nodeWords: readonly string[] = []) => {
  const from = performance.now()
  // With the memory this process was given, which is what `npm start` gives.
  const memory = process.execArgv.filter(word => word.startsWith('--max-semi-space-size'))
  const child = spawn(process.execPath, [...memory, ...nodeWords, '--import', 'tsx', 'src/main.ts', ...words], {
    cwd: root,
    env: {
      ...process.env,
      CANOPY_DATA: dataFolder,
      PORT: '0',
      HOST: '127.0.0.1',
      CANOPY_LOG: 'info',
      CANOPY_SECOND_FACTOR: 'optional',
      CANOPY_MAIL: 'none',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>(resolve => child.on('exit', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', text => {
      // The lines of the log that follow are read and dropped, so that the process never waits for us.
      if (said.length > 100_000) return
      said += String(text)
      const port = /Canopy is at http:\/\/localhost:(\d+)/.exec(said)?.[1]
      if (port) resolve(`http://127.0.0.1:${port}`)
    })
    child.on('exit', code => reject(new Error(`Canopy did not start (exit code ${code}). It said:\n${said}`)))
  })
  const page = await fetch(`${address}/sign-in`)
  if (!page.ok) throw new Error(`The first page answers ${page.status}`)
  await page.text()
  const running: Running = {
    address,
    memory: () => memoryOf(child.pid ?? 0),
    work: () => workOf(child.pid ?? 0),
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
  return { ...running, seconds: (performance.now() - from) / 1000 }
}

const memoryOf = (pid: number): number | null => {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
  } catch {
    return null
  }
}
