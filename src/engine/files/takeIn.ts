import { createHash } from 'node:crypto'
import { invalid } from '../outcome.ts'
import { type KindKey, largestFile } from './kinds.ts'
import { cleanName } from './names.ts'
import { recognise } from './recognise.ts'

/** A file as it came with a form. */
export interface Upload {
  readonly name: string
  readonly bytes: Buffer
  /** More was sent than is taken; the bytes are then not all there. */
  readonly tooLarge?: boolean
}

/** A file that may be kept. */
export interface Taken {
  readonly name: string
  readonly kind: KindKey
  readonly digest: string
  readonly bytes: Buffer
}

const wrong = (message: string) => invalid([{ field: 'file', message }])

/**
 * Checks a file before anything of it is kept.
 * @throws Outcome invalid, with the reason in a sentence, under the field `file`
 */
export const takeIn = async (upload: Upload | undefined): Promise<Taken> => {
  if (!upload || (upload.name === '' && upload.bytes.length === 0)) throw wrong('Select a file')
  if (upload.tooLarge || upload.bytes.length > largestFile)
    throw wrong('The file must be smaller than 25 MB. Make it smaller, or add it in parts')
  if (upload.bytes.length === 0) throw wrong('The file is empty. Select a file with something in it')
  const name = cleanName(upload.name)
  const recognised = await recognise(name, upload.bytes)
  if ('refused' in recognised) throw wrong(recognised.refused)
  const digest = createHash('sha256').update(upload.bytes).digest('hex')
  return { name, kind: recognised.kind, digest, bytes: upload.bytes }
}
