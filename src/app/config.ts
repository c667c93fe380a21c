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
  CANOPY_TELEPHONE: z.string().optional(),
  CANOPY_IDLE_MINUTES: z.coerce.number().int().min(5).max(240).default(30),
  CANOPY_SECURE_COOKIES: z.enum(['yes', 'no']).default('no'),
  CANOPY_CLAMD: z
    .string()
    .regex(/^(\/.+|([\w.-]+|\[[0-9a-fA-F:]+\]):\d{1,5})$/, 'must be like localhost:3310 or /run/clamav/clamd.ctl')
    .optional(),
  CANOPY_SECOND_FACTOR: z.enum(['everybody', 'partners', 'optional']).default('everybody'),
  CANOPY_SECRET: z.string().min(32, 'must have 32 characters or more').optional(),
  CANOPY_LOG: z.enum(['silent', 'error', 'info']).default('info'),
  CANOPY_ADDRESS: z.url({ protocol: /^https?$/ }).optional(),
  CANOPY_MAIL: z.enum(['files', 'smtp', 'notify', 'none']).default('files'),
  CANOPY_MAIL_FROM: z.string().optional(),
  CANOPY_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  CANOPY_NOTIFY_KEY: z.string().min(73).optional(),
  CANOPY_NOTIFY_TEMPLATE: z.uuid().optional(),
  CANOPY_WEBHOOK_PRIVATE: z.enum(['yes', 'no']).default('no'),
})

type Read = z.infer<typeof schema>

/** Names of all of them, for the test that finds each explained. */
export const configVariables = Object.keys(schema.shape)

/** How e-mails go out, with what that way needs. */
export type MailConfig =
  | { readonly by: 'files'; readonly from: string }
  | { readonly by: 'smtp'; readonly from: string; readonly server: string }
  | { readonly by: 'notify'; readonly key: string; readonly template: string }
  | { readonly by: 'none' }

const needed = <K extends keyof Read>(read: Read, name: K): NonNullable<Read[K]> => {
  const value = read[name]
  if (value === undefined)
    throw new Error(`Canopy cannot start. CANOPY_MAIL is ${read.CANOPY_MAIL}, which needs ${name}`)
  return value
}

const mailOf = (read: Read): MailConfig => {
  switch (read.CANOPY_MAIL) {
    case 'files':
      return { by: 'files', from: read.CANOPY_MAIL_FROM ?? 'Canopy <canopy@partnership.example>' }
    case 'smtp':
      return { by: 'smtp', from: needed(read, 'CANOPY_MAIL_FROM'), server: needed(read, 'CANOPY_SMTP_URL') }
    case 'notify':
      return { by: 'notify', key: needed(read, 'CANOPY_NOTIFY_KEY'), template: needed(read, 'CANOPY_NOTIFY_TEMPLATE') }
    case 'none':
      return { by: 'none' }
  }
}

export interface Config {
  readonly port: number
  readonly host: string
  readonly dataFolder: string
  readonly databaseUrl: string | undefined
  readonly partnership: string
  /** Number of the contact team, shown to whoever reports a worry. */
  readonly telephone: string | undefined
  readonly idleMinutes: number
  readonly secureCookies: boolean
  /** Where the virus scanner listens: host and port, or the path of a Unix socket. */
  readonly clamd: string | undefined
  /** Who must have a second factor: everybody, those with a post outside the council, or whoever wants one. */
  readonly secondFactor: 'everybody' | 'partners' | 'optional'
  /** With which second factors are sealed; if not given, one is kept in the data folder. */
  readonly secret: string | undefined
  readonly log: 'silent' | 'error' | 'info'
  /** Where people reach Canopy, for addresses in e-mails and calendars; without a slash at the end. */
  readonly address: string | undefined
  readonly mail: MailConfig
  /** Whether webhooks may lead into private networks. */
  readonly webhookPrivate: boolean
}

export type WhereConfig = Pick<Config, 'address' | 'port'>

/** Where people reach Canopy: as configured, else on this machine. */
export const addressOf = ({ address, port = 3000 }: Partial<WhereConfig>): string =>
  address ?? `http://localhost:${port}`

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
    telephone: data.CANOPY_TELEPHONE,
    idleMinutes: data.CANOPY_IDLE_MINUTES,
    secureCookies: data.CANOPY_SECURE_COOKIES === 'yes',
    clamd: data.CANOPY_CLAMD,
    secondFactor: data.CANOPY_SECOND_FACTOR,
    secret: data.CANOPY_SECRET,
    log: data.CANOPY_LOG,
    address: data.CANOPY_ADDRESS?.replace(/\/+$/, ''),
    mail: mailOf(data),
    webhookPrivate: data.CANOPY_WEBHOOK_PRIVATE === 'yes',
  }
}
