import { hearExpiry, meta, post } from './client.http.ts'

const warnSeconds = 300
/** Kept back at the end, so that the last draft is saved while the session still holds. */
const reserveSeconds = 10

function leftInWords(seconds: number): string {
  if (seconds <= 60) return 'in less than a minute'
  const minutes = Math.ceil(seconds / 60)
  return `in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
}

function toSignIn(): void {
  const back = encodeURIComponent(location.pathname + location.search)
  location.assign(`${meta('canopy-sign-in') ?? '/sign-in'}?return=${back}`)
}

/** Warns before the session ends, lets the person stay, and otherwise saves and goes to sign in, back to this page. */
export function watchSession(hasDrafts: boolean, saveDrafts: () => Promise<void>): void {
  const total = Number(meta('canopy-session-expires'))
  const dialog = document.getElementById('canopy-timeout') as HTMLDialogElement | null
  if (!(total > 0) || !dialog?.showModal) return
  const left = dialog.querySelector<HTMLElement>('[data-canopy-timeout-left]')
  const live = dialog.querySelector<HTMLElement>('[data-canopy-timeout-live]')
  const form = dialog.querySelector<HTMLFormElement>('form')
  const draft = dialog.querySelector<HTMLElement>('[data-canopy-timeout-draft]')
  if (draft) draft.hidden = !hasDrafts
  const stay = dialog.querySelector<HTMLButtonElement>('button')
  // Tabs share one session: work in one must not let another sign the person out.
  const tabs = 'BroadcastChannel' in window ? new BroadcastChannel('canopy-session') : undefined
  let deadline = Date.now() + total * 1000
  let ended = false

  function extend(until: number, tell: boolean): void {
    deadline = Math.max(deadline, until)
    if (dialog?.open && deadline - Date.now() > warnSeconds * 1000) dialog.close()
    if (tell) tabs?.postMessage(deadline)
  }

  async function stayIn(): Promise<void> {
    try {
      const response = await post('/session/extend', {})
      if (response.ok) extend(Date.now() + total * 1000, true)
      else toSignIn()
    } catch {
      if (live) live.textContent = 'This did not work. Check your connection and press Stay signed in again.'
    }
  }

  async function end(): Promise<void> {
    ended = true
    // A server that does not answer must not keep the page open.
    await Promise.race([saveDrafts(), new Promise(resolve => setTimeout(resolve, (reserveSeconds - 3) * 1000))])
    toSignIn()
  }

  function tick(): void {
    if (ended) return
    const seconds = Math.round((deadline - Date.now()) / 1000)
    if (seconds <= reserveSeconds) return void end()
    if (seconds > warnSeconds) return
    const words = leftInWords(seconds)
    if (left && left.textContent !== words) {
      left.textContent = words
      if (live && dialog?.open) live.textContent = `You will be signed out ${words}.`
    }
    if (!dialog?.open) {
      dialog?.showModal()
      stay?.focus()
    }
  }

  form?.addEventListener('submit', event => {
    // Signing out has its own address and is an ordinary post.
    if (event.submitter?.hasAttribute('formaction')) return
    event.preventDefault()
    void stayIn()
  })
  // Escape closes the dialog, so it has to mean staying.
  dialog.addEventListener('cancel', event => {
    event.preventDefault()
    void stayIn()
  })
  tabs?.addEventListener('message', event => extend(Number(event.data), false))
  tabs?.postMessage(deadline)
  hearExpiry(seconds => extend(Date.now() + seconds * 1000, true))
  document.addEventListener('visibilitychange', tick)
  window.setInterval(tick, 1000)
  tick()
}
