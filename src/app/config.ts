import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** Everything the environment may say, read once, at start. Values that make no sense stop the start with a sentence. */
const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  CANOPY_DATA: z.string().optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  CANOPY_NOW: z.iso.datetime({ offset: true }).optional(),
  CANOPY_PARTNERSHIP: z.string().default('Islington Safeguarding Children Partnership'),
  CANOPY_IDLE_MINUTES: z.coerce.number().int().min(5).max(240).default(30),
  CANOPY_SECURE_COOKIES: z.enum(['yes', 'no']).default('no'),
  CANOPY_CLAMD: z
    .string()
    .regex(/^(\/.+|([\w.-]+|\[[0-9a-fA-F:]+\]):\d{1,5})$/, 'must be like localhost:3310 or /run/clamav/clamd.ctl')
    .optional(),
  CANOPY_LOG: z.enum(['silent', 'error', 'info']).default('info'),
})

/** Names of all of them, for the test that finds each explained. */
export const configVariables = Object.keys(schema.shape)

export interface Config {
  readonly port: number
  readonly host: string
  readonly dataFolder: string
  readonly databaseUrl: string | undefined
  readonly partnership: string
  readonly idleMinutes: number
  readonly secureCookies: boolean
  /** Where the virus scanner listens: host and port, or the path of a Unix socket. */
  readonly clamd: string | undefined
  readonly log: 'silent' | 'error' | 'info'
}

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** @throws Error naming every variable that is wrong, and how */
export const readConfig = (env: NodeJS.ProcessEnv = process.env): Config => {
  const read = schema.safeParse(env)
  if (!read.success)
    throw new Error(
      `Canopy cannot start. ${read.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`,
    )
  const { data } = read
  return {
    port: data.PORT,
    host: data.HOST,
    dataFolder: resolve(data.CANOPY_DATA ?? `${root}/.canopy`),
    databaseUrl: data.DATABASE_URL,
    partnership: data.CANOPY_PARTNERSHIP,
    idleMinutes: data.CANOPY_IDLE_MINUTES,
    secureCookies: data.CANOPY_SECURE_COOKIES === 'yes',
    clamd: data.CANOPY_CLAMD,
    log: data.CANOPY_LOG,
  }
}
