import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

/** One file the browser fetches. Its address changes with its content, so it may be kept for ever. */
export interface AssetFile {
  readonly body: Buffer
  readonly gzip: Buffer
  /** Content-Type. */
  readonly type: string
  readonly etag: string
}

export interface Assets {
  readonly cssPath: string
  readonly jsPath: string
  readonly iconPath: string
  /** By path, e.g. `/assets/1a2b3c4d5e6f/canopy.css`. */
  readonly files: ReadonlyMap<string, AssetFile>
}

const types = {
  'canopy.css': 'text/css; charset=utf-8',
  'canopy.js': 'text/javascript; charset=utf-8',
  'canopy.svg': 'image/svg+xml',
} as const

function load(): Assets {
  const files = new Map<string, AssetFile>()
  const add = (name: keyof typeof types): string => {
    const body = readFileSync(new URL(name, import.meta.url))
    const hash = createHash('sha256').update(body).digest('hex').slice(0, 16)
    const path = `/assets/${hash}/${name}`
    files.set(path, { body, gzip: gzipSync(body, { level: 9 }), type: types[name], etag: `"${hash}"` })
    return path
  }
  return { cssPath: add('canopy.css'), jsPath: add('canopy.js'), iconPath: add('canopy.svg'), files }
}

/** Style sheet, script and icon, read once at start. */
export const assets: Assets = load()
