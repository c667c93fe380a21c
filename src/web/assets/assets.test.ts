import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { assets } from './assets.ts'
import { freshCss, freshJs } from './build.ts'

const committed = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
const again = 'run: npx tsx src/web/assets/build.ts'

describe('assets', () => {
  it('canopy.css is what styles.scss compiles to', () => {
    expect(committed('canopy.css') === freshCss(), again).toBe(true)
  }, 30_000)

  it('canopy.js is what client.ts bundles to', async () => {
    expect(committed('canopy.js') === (await freshJs()), again).toBe(true)
  }, 30_000)

  it('stays small: style sheet and script together under 40 kB as sent', () => {
    const sent = [...assets.files.values()].reduce((sum, file) => sum + file.gzip.length, 0)
    expect(sent).toBeLessThan(40_000)
  })

  it('fetches nothing: no font, no picture, nothing from elsewhere', () => {
    expect(committed('canopy.css').match(/GDS Transport|@import|@font-face|url\([^)]*\)/i)?.[0]).toBeUndefined()
  })

  it('the script keeps nothing in the browser', () => {
    expect(committed('canopy.js').match(/localStorage|sessionStorage|indexedDB|document\.cookie/)?.[0]).toBeUndefined()
  })

  it('addresses change with the content', () => {
    expect(assets.cssPath).toMatch(/^\/assets\/[0-9a-f]{16}\/canopy\.css$/)
    expect(assets.files.get(assets.jsPath)?.type).toBe('text/javascript; charset=utf-8')
  })
})
