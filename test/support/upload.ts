import type { Site } from './app.ts'

interface Sent {
  readonly url: string
  readonly cookie: string
  readonly fields: Readonly<Record<string, string>>
  readonly file?: { readonly name: string; readonly bytes: Buffer }
}

const edge = 'x-canopy-test-edge'

/** A form with a file in the middle of it, as a browser sends it. */
const bodyOf = ({ fields, file }: Sent): Buffer => {
  const part = (head: string, body: Buffer | string) =>
    Buffer.concat([
      Buffer.from(`--${edge}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
      Buffer.from(body),
      Buffer.from('\r\n'),
    ])
  const [first, ...rest] = Object.entries(fields).map(([name, value]) => part(`name="${name}"`, value))
  return Buffer.concat([
    ...(first ? [first] : []),
    ...(file
      ? [part(`name="file"; filename="${file.name}"\r\nContent-Type: application/octet-stream`, file.bytes)]
      : []),
    ...rest,
    Buffer.from(`--${edge}--\r\n`),
  ])
}

/** Sends such a form, over a real connection when the site listens on one. */
export const sendForm = async (site: Pick<Site, 'address'>, sent: Sent) => {
  const answer = await fetch(`${site.address}${sent.url}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: sent.cookie, 'content-type': `multipart/form-data; boundary=${edge}` },
    body: new Uint8Array(bodyOf(sent)),
  })
  return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() }
}
