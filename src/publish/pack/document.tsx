import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { renderToString } from 'preact-render-to-string'
import { style } from './style.ts'

const opener = readFileSync(new URL('./opener.js', import.meta.url), 'utf8')

const allowed = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Nothing but this script and this style, and nothing from or to anywhere: also markup that is opened cannot load or run anything. */
const policy = [
  "default-src 'none'",
  `script-src ${allowed(opener)}`,
  `style-src ${allowed(style)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const Head = ({ title }: { readonly title: string }) => (
  <>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content={policy} />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <title>{title}</title>
  </>
)

const Locked = ({ partnership, made }: { readonly partnership: string; readonly made: string }) => (
  <>
    <h1 class="govuk-heading-l">Open the offline pack</h1>
    <p class="govuk-body">
      {partnership}. Made on {made}.
    </p>
    <p class="govuk-body">
      The pack is encrypted. It is opened on this device, without any network, and nothing leaves this page.
    </p>
    <noscript>
      <p class="govuk-body">
        <strong>This browser runs no scripts, and the pack is opened by one. Open the file in another browser.</strong>
      </p>
    </noscript>
    <form id="open" novalidate hidden>
      <div id="group">
        <label class="pack-label" for="passphrase">
          Your passphrase
        </label>
        <p class="pack-hint" id="hint">
          The one you set for offline packs in Canopy before this pack was made
        </p>
        <p class="pack-problem" id="problem" role="alert"></p>
        <input
          class="pack-input"
          id="passphrase"
          type="password"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          aria-describedby="hint problem"
        />
      </div>
      <p>
        <button class="pack-button" id="go" type="submit">
          Open the pack
        </button>
      </p>
      <p class="govuk-body" id="progress" role="status"></p>
    </form>
  </>
)

/**
 * A pack as one HTML file that opens itself in a browser without any network, given the passphrase. In clear it holds the name of
 * the partnership, when it was made, and what the key is derived with.
 * @param sealed `head` and `bytes` as they were sealed together
 * @param made the moment in words
 */
export const packDocument = (
  partnership: string,
  made: string,
  sealed: { readonly head: string; readonly bytes: Buffer },
): string => {
  const data = JSON.stringify({ head: sealed.head, sealed: sealed.bytes.toString('base64') }).replaceAll('<', '\\u003c')
  return [
    '<!DOCTYPE html>',
    '<html lang="en">',
    `<head>${renderToString(<Head title={`Offline pack, ${made}`} />)}<style>${style}</style></head>`,
    `<body><main><div id="locked">${renderToString(<Locked partnership={partnership} made={made} />)}</div>`,
    '<div id="opened" hidden><p class="pack-screen"><button class="pack-button" id="print" type="button">Print</button> ',
    '<button class="pack-button" id="close" type="button">Close the pack</button></p><div id="contents"></div></div></main>',
    `<script type="application/json" id="pack">${data}</script>`,
    `<script>${opener}</script></body></html>`,
    '',
  ].join('\n')
}
