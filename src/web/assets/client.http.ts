/** Content of a `<meta name="…">` of the page. */
export function meta(name: string): string | undefined {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content || undefined
}

/** Called with the seconds left whenever the server says how long the session lasts from now. */
let onExpiry: (seconds: number) => void = () => {}

export function hearExpiry(listener: (seconds: number) => void): void {
  onExpiry = listener
}

/** Posts JSON to our own server with the token of this page. */
export async function post(path: string, body: unknown, options: { leaving?: boolean; idle?: boolean } = {}) {
  const text = JSON.stringify(body)
  const headers: Record<string, string> = { 'content-type': 'application/json', accept: 'application/json' }
  const token = meta('canopy-csrf')
  if (token) headers['x-csrf-token'] = token
  // Saved because time ran out, not because somebody is there: must not lengthen the session.
  if (options.idle) headers['canopy-idle'] = '1'
  const response = await fetch(path, {
    method: 'POST',
    headers,
    body: text,
    credentials: 'same-origin',
    redirect: 'manual',
    // A browser refuses to carry more than 64 kB past the end of a page.
    keepalive: Boolean(options.leaving) && text.length < 30_000,
  })
  const expires = Number(response.headers.get('canopy-session-expires'))
  if (response.ok && expires > 0) onExpiry(expires)
  return response
}
