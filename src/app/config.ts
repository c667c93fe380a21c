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
  CANOPY_SECOND_FACTOR: z.enum(['everybody', 'partners', 'optional']).default('everybody'),
  CANOPY_SECRET: z.string().min(32, 'must have 32 characters or more').optional(),
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
  /** Who must have a second factor: everybody, those with a post outside the council, or whoever wants one. */
  readonly secondFactor: 'everybody' | 'partners' | 'optional'
  /** With which second factors are sealed; if not given, one is kept in the data folder. */
  readonly secret: string | undefined
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
    secondFactor: data.CANOPY_SECOND_FACTOR,
    secret: data.CANOPY_SECRET,
    log: data.CANOPY_LOG,
  }
}
