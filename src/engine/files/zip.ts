/** What the list at the end of a ZIP file says of one entry; nothing is unpacked to know it. */
interface ZipEntry {
  readonly name: string
  /** In bytes, as the file declares them. */
  readonly packed: number
  readonly unpacked: number
  readonly encrypted: boolean
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
// The end may be followed by a comment of at most 65,535 bytes.
const endSize = 22
const furthestBack = endSize + 65_535
/** Sizes in 64 bits stand elsewhere, and no file of 25 MB needs them. */
const tooBigToSay = 0xffffffff

const endAt = (bytes: Buffer): number => {
  for (let at = bytes.length - endSize; at >= Math.max(0, bytes.length - furthestBack); at -= 1)
    if (bytes.readUInt32LE(at) === endSignature) return at
  return -1
}

/** The entries of a ZIP file by its central directory; null where there is none that can be read. */
export const zipEntries = (bytes: Buffer): readonly ZipEntry[] | null => {
  const end = endAt(bytes)
  if (end < 0) return null
  const entries: ZipEntry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== entrySignature) return null
    const nameLength = bytes.readUInt16LE(at + 28)
    const unpacked = bytes.readUInt32LE(at + 24)
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: unpacked === tooBigToSay ? Number.POSITIVE_INFINITY : unpacked,
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** The text of the first entry where it is `mimetype` and stored as it is, as OpenDocument asks; else empty. */
export const storedMimetype = (bytes: Buffer): string => {
  const nameLength = bytes.readUInt16LE(26)
  const isStored = bytes.readUInt16LE(8) === 0
  if (!isStored || bytes.toString('latin1', 30, 30 + nameLength) !== 'mimetype') return ''
  const start = 30 + nameLength + bytes.readUInt16LE(28)
  return bytes.toString('latin1', start, start + Math.min(bytes.readUInt32LE(18), 100))
}
