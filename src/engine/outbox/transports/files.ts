import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { envelopeOf } from '../envelope.ts'
import type { Transport } from '../transport.ts'

/** Writes each e-mail as a file (.eml) into a folder instead of sending it: for demonstrations, training and tests. */
export const filesTransport = (folder: string, from: string): Transport => {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return {
    send: async message => {
      const { message: text } = await composer.sendMail(envelopeOf(message, from))
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const path = join(folder, `${message.id}.eml`)
      await writeFile(`${path}.part`, text as Buffer, { mode: 0o600 })
      await rename(`${path}.part`, path)
    },
  }
}
