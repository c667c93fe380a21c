/** The meeting view: actions typed one after another, and what others type, seen as it happens. */

const againMs = 2000

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html')

/** Puts what everybody follows in the place of what stood there. */
function renew(found: Document): void {
  const fresh = found.getElementById('case-now')
  const now = document.getElementById('case-now')
  if (fresh && now) now.replaceWith(document.importNode(fresh, true))
}

const wait = (ms: number) => new Promise(done => window.setTimeout(done, ms))

/**
 * Enter adds the action and the focus returns to who. Without a network the words stay where they are and are sent again with the
 * same key, so that what arrived and was not answered is not there twice.
 */
export function liveAdd(form: HTMLFormElement): void {
  let sending = false
  const say = (words: string, failed: boolean) => {
    const status = form.querySelector<HTMLElement>('[data-live-saved]')
    if (status && status.textContent !== words) status.textContent = words
    status?.classList.toggle('canopy-saved--failed', failed)
  }
  const control = (name: string) => form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement | null

  async function send(): Promise<void> {
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
    const sent = { what: control('what')?.value, by: control('by')?.value, who: control('who')?.value }
    for (;;) {
      try {
        const response = await fetch(form.action, { method: 'POST', body, credentials: 'same-origin' })
        if (response.redirected && new URL(response.url).pathname.startsWith('/sign-in')) {
          say('You are signed out. Sign in in another window, then press Add again: your words stay here.', true)
          return
        }
        if (response.status >= 500) throw new Error(String(response.status))
        const found = parse(await response.text())
        const answered = found.querySelector<HTMLFormElement>('form[data-live-add]')
        if (response.status === 422 && answered) {
          const fresh = document.importNode(answered, true)
          form.replaceWith(fresh)
          liveAdd(fresh)
          fresh.querySelector<HTMLElement>('.govuk-input--error, .govuk-select--error')?.focus()
          return
        }
        if (!response.ok || !answered) {
          say('This could not be saved. Load the page again: the case may have changed.', true)
          return
        }
        renew(found)
        const key = control('key')
        const next = answered.querySelector<HTMLInputElement>('input[name="key"]')
        if (key && next) key.value = next.value
        // What was typed on while the answer was on its way is the beginning of the next one.
        for (const name of ['what', 'by', 'who'] as const) {
          const one = control(name)
          if (one && one.value === sent[name]) one.value = ''
        }
        say('Added', false)
        control('who')?.focus()
        return
      } catch {
        say('Not saved yet – trying again', true)
        await wait(againMs)
      }
    }
  }

  form.addEventListener('submit', event => {
    event.preventDefault()
    if (sending) return
    sending = true
    void send().finally(() => {
      sending = false
    })
  })
  window.addEventListener('beforeunload', event => {
    if (sending) event.preventDefault()
  })
}

/** Asks what has changed and shows it; the server answers when something has. */
export async function follow(view: HTMLElement): Promise<void> {
  for (;;) {
    const now = document.getElementById('case-now')
    if (!now || !view.isConnected) return
    const asked = new URLSearchParams({ since: now.dataset.liveVersion ?? '' })
    if (view.dataset.liveNames) asked.set('names', view.dataset.liveNames)
    try {
      const response = await fetch(`${view.dataset.live}?${asked}`, {
        credentials: 'same-origin',
        // Watching is no sign that somebody is there: it must not lengthen the session.
        headers: { accept: 'application/json', 'canopy-idle': '1' },
      })
      if (response.status === 401 || response.status === 404) return
      if (!response.ok) throw new Error(String(response.status))
      const { html } = (await response.json()) as { html?: string }
      if (html !== undefined) renew(parse(html))
    } catch {
      await wait(againMs)
    }
  }
}
