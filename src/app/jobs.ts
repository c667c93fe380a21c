import { join } from 'node:path'
import { dropOldDrafts } from '../engine/drafts/retention.ts'
import type { Engine } from '../engine/engine.ts'
import { scanWaiting } from '../engine/files/scan.ts'
import type { Job } from '../engine/jobs/jobs.ts'
import { makeAgendas } from '../engine/meetings/agenda.ts'
import { remind } from '../engine/notices/remind.ts'
import { deliver } from '../engine/outbox/deliver.ts'
import type { Transport } from '../engine/outbox/transport.ts'
import { filesTransport } from '../engine/outbox/transports/files.ts'
import { notifyTransport } from '../engine/outbox/transports/notify.ts'
import { smtpTransport } from '../engine/outbox/transports/smtp.ts'
import { makePacks } from '../engine/pack/make.ts'
import { deliverEvents } from '../engine/webhooks/deliver.ts'
import { chaseLateChecks } from './chaseLateChecks.ts'
import { addressOf, type Config } from './config.ts'
import { meetings } from './meetings/index.ts'
import { pack } from './pack.ts'

const transportOf = ({ mail, dataFolder }: Pick<Config, 'mail' | 'dataFolder'>): Transport | null => {
  switch (mail.by) {
    case 'files':
      return filesTransport(join(dataFolder, 'mail'), mail.from)
    case 'smtp':
      return smtpTransport(mail.server, mail.from)
    case 'notify':
      return notifyTransport(mail.key, mail.template)
    case 'none':
      return null
  }
}

/** What Canopy does by itself while it is served. */
export const jobsOf = (engine: Engine, config: Config & { readonly secret: string }): readonly Job[] => {
  const outbox = {
    engine,
    transport: transportOf(config),
    secret: config.secret,
    partnership: config.partnership,
    address: addressOf(config),
  }
  const { partnership, secret } = config
  const press = { ...pack, engine, partnership, secret }
  const webhooks = { engine, secret, privateToo: config.webhookPrivate }
  return [
    { name: 'reminders', everySeconds: 600, run: () => remind(engine) },
    { name: 'late checks', everySeconds: 600, run: async () => void (await chaseLateChecks(engine)) },
    { name: 'agendas', everySeconds: 120, run: async () => void (await makeAgendas(engine, meetings)) },
    { name: 'old drafts', everySeconds: 3600, run: async () => void (await dropOldDrafts(engine)) },
    { name: 'offline packs', everySeconds: 60, run: stop => makePacks(press, stop) },
    { name: 'virus scans', everySeconds: 30, run: async () => void (await scanWaiting(engine)) },
    { name: 'deliveries', everySeconds: 20, run: stop => deliver(outbox, stop) },
    { name: 'webhooks', everySeconds: 5, run: stop => deliverEvents(webhooks, stop) },
  ]
}
