import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

interface Recipe {
  readonly executablePath: string
  readonly env: Record<string, string>
}

/** Unpacks the browser that comes from npm, once per user and version, and says how to start it. */
async function unpacked(): Promise<Recipe> {
  const require = createRequire(import.meta.url)
  const entry = require.resolve('@sparticuz/chromium')
  const packageFile = join(
    entry.slice(0, entry.lastIndexOf(join('@sparticuz', 'chromium'))),
    '@sparticuz/chromium/package.json',
  )
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }
  // Per user, because the package unpacks with mode 0700: what root unpacked nobody else can start.
  const root = join(tmpdir(), `canopy-chromium-${userInfo().uid}`)
  const home = join(root, version)
  if (!existsSync(home)) await unpackInto(root, home)
  const executablePath = join(home, 'chromium')
  const env: Record<string, string> = { FONTCONFIG_FILE: join(home, 'canopy-fonts.conf') }
  if (lacksLibraries(executablePath)) {
    const libraries = join(home, 'al2023', 'lib')
    env.LD_LIBRARY_PATH = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  }
  return { executablePath, env }
}

/**
 * The package unpacks into the temporary folder and takes a half-written file of another process for a finished one.
 * So it unpacks into a folder of our own that gets its real name only when it is complete.
 */
async function unpackInto(root: string, home: string): Promise<void> {
  mkdirSync(root, { recursive: true, mode: 0o700 })
  const staging = mkdtempSync(join(root, 'unpacking-'))
  const changed = ['TMPDIR', 'AWS_EXECUTION_ENV', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH'] as const
  const before = changed.map(name => [name, process.env[name]] as const)
  process.env.TMPDIR = staging
  // Only for this platform does the package unpack the shared libraries that a machine without a desktop lacks.
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x'
  try {
    const packed = (await import('@sparticuz/chromium')).default
    await packed.executablePath()
    writeFileSync(join(staging, 'canopy-fonts.conf'), fontSettings(home))
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
  try {
    renameSync(staging, home)
  } catch (error) {
    rmSync(staging, { recursive: true, force: true })
    if (!existsSync(home)) throw error
  }
}

/**
 * The package's own font settings look only in the folder it would have used on a function server; found nowhere else,
 * text is drawn with no font at all and a text area crashes the page.
 */
function fontSettings(home: string): string {
  const alias = (from: string) =>
    `<alias binding="same"><family>${from}</family><prefer><family>Arial</family><family>Liberation Sans</family><family>Open Sans</family></prefer></alias>`
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(home, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(home, 'fonts-cache')}</cachedir>
  ${alias('Arial')}${alias('arial')}${alias('sans-serif')}
</fontconfig>
`
}

function lacksLibraries(executablePath: string): boolean {
  try {
    return execFileSync('ldd', [executablePath], { encoding: 'utf8' }).includes('not found')
  } catch {
    return true
  }
}

/**
 * Starts a headless Chromium: the one named by CHROMIUM_PATH, the machine's own, or the one from npm. Never with the
 * npm package's own arguments: they put all contexts into one process, where separate contexts share cookies and every
 * "user B cannot see it" test passes without testing anything.
 */
export async function launch(): Promise<Browser> {
  const installed = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find(path => path && existsSync(path))
  const recipe: Recipe = installed ? { executablePath: installed, env: {} } : await unpacked()
  return chromium.launch({
    executablePath: recipe.executablePath,
    args: ['--no-sandbox'],
    env: { ...(process.env as Record<string, string>), ...recipe.env },
  })
}
