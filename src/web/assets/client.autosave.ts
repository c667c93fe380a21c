import { post } from './client.http.ts'

const everyMs = 3000
/** A request lost once is sent again soon: until then the words are only in the browser. */
const firstWaitMs = 1000
const longestWaitMs = 10_000

type Value = string | string[]
type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** What stands in the form now: a text per control, a list per group of checkboxes. Never tokens, files, passwords. */
function read(form: HTMLFormElement): Map<string, Value> {
  const values = new Map<string, Value>()
  for (const element of form.elements) {
    const control = element as Control
    const { name, type } = control
    if (!name || name.startsWith('_') || ['submit', 'button', 'hidden', 'file', 'password'].includes(type)) continue
    if (type === 'checkbox') {
      const list = (values.get(name) as string[] | undefined) ?? []
      if ((control as HTMLInputElement).checked) list.push(control.value)
      values.set(name, list)
    } else if (type === 'radio') {
      if ((control as HTMLInputElement).checked) values.set(name, control.value)
      else if (!values.has(name)) values.set(name, '')
    } else {
      values.set(name, control.value)
    }
  }
  return values
}

const same = (a: Value | undefined, b: Value) => JSON.stringify(a) === JSON.stringify(b)

function clock(): string {
  const options = { hour: 'numeric', minute: '2-digit', hour12: true, timeZone: 'Europe/London' } as const
  return new Intl.DateTimeFormat('en-GB', options).format(new Date()).replace(/\s/g, '').toLowerCase()
}

/** Keeps what is typed in a form as a draft on the server, valid or not, and says whether that has worked. */
export function autosave(form: HTMLFormElement): { flush: () => Promise<void> } {
  const path = form.dataset.autosave ?? ''
  const version = form.querySelector<HTMLInputElement>('input[name="_version"]')?.value
  const status = form.querySelector<HTMLElement>('[data-canopy-saved]')
  let saved = read(form)
  let failures = 0
  let stopped = false
  let timer: number | undefined
  let running: Promise<void> | undefined
  /** What is already on its way out of the page, so that hiding and leaving do not post it twice. */
  let carried = ''

  const changed = () => [...read(form)].filter(([name, value]) => !same(saved.get(name), value))
  const say = (words: string, failed: boolean) => {
    // The same words again would be read out again.
    if (status && status.textContent !== words) status.textContent = words
    status?.classList.toggle('canopy-saved--failed', failed)
  }
  const later = (ms: number) => {
    if (timer === undefined && !stopped) timer = window.setTimeout(() => void save(), ms)
  }

  async function send(options: { leaving?: boolean; idle?: boolean }): Promise<void> {
    const fields = changed()
    if (fields.length === 0) return
    if (options.leaving) {
      if (JSON.stringify(fields) === carried) return
      carried = JSON.stringify(fields)
    }
    try {
      const response = await post(path, { version, fields: Object.fromEntries(fields) }, options)
      if (response.status === 409) {
        stopped = true
        say('Not saved: somebody else has changed this. Press the button at the end to compare.', true)
        return
      }
      if (!response.ok) throw new Error(String(response.status))
      const { clash } = (await response.json().catch(() => ({}))) as { clash?: boolean }
      failures = 0
      saved = new Map([...saved, ...fields])
      if (clash) say('Saved beside what a colleague has typed. Press the button at the end to choose.', true)
      else say(`Saved ${clock()}`, false)
      if (changed().length > 0) later(everyMs)
    } catch {
      failures += 1
      carried = ''
      say('Not saved yet – trying again', true)
      later(Math.min(longestWaitMs, firstWaitMs * 2 ** (failures - 1)))
    }
  }

  /** One request at a time, so that an older text never arrives after a newer one. */
  async function save(options: { leaving?: boolean; idle?: boolean } = {}): Promise<void> {
    window.clearTimeout(timer)
    timer = undefined
    if (stopped) return
    while (running) await running
    running = send(options).finally(() => {
      running = undefined
    })
    await running
  }

  form.addEventListener('input', () => later(everyMs))
  form.addEventListener('change', () => later(everyMs))
  form.addEventListener('focusout', () => void save())
  form.addEventListener('submit', () => {
    // What is posted now is newer than any draft.
    stopped = true
    window.clearTimeout(timer)
  })
  window.addEventListener('online', () => void save())
  // A phone may never come back to a page it has put away.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void save({ leaving: true })
  })
  // Without waiting for a request under way: after this the page is gone.
  window.addEventListener('pagehide', () => {
    if (!stopped) void send({ leaving: true })
  })
  // Back from the browser's memory after a post: keep saving.
  window.addEventListener('pageshow', event => {
    if (event.persisted) stopped = false
  })
  window.addEventListener('beforeunload', event => {
    if (!stopped && failures > 0 && changed().length > 0) event.preventDefault()
  })
  return { flush: () => save({ idle: true }) }
}
