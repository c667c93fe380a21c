import type { VNode } from 'preact'
import type { Outcome } from '../../engine/outcome.ts'
import { Page } from '../components/index.ts'
import { frame } from '../frame.tsx'
import type { Visit, Web } from '../web.ts'

interface Words {
  readonly status: number
  readonly title: string
  readonly text: readonly string[]
}

/** One mapping of the five outcomes to pages. Unseen and absent are the same page. */
export const wordsOf = (
  kind: Outcome['kind'] | 'defect' | 'badAddress' | 'tooLarge' | 'tooMany' | 'stale',
  message = '',
): Words => {
  switch (kind) {
    case 'notFound':
      return {
        status: 404,
        title: 'Page not found',
        text: [
          'There is no such record, or you do not have permission to see it.',
          'If you typed the address, check it is right. If you followed a link, the record may have been passed on.',
        ],
      }
    case 'forbidden':
      return {
        status: 403,
        title: 'You cannot do this',
        text: [`${message}.`, 'You are still signed in, and nothing was changed.'],
      }
    case 'conflict':
      return { status: 409, title: 'This is not possible any more', text: [`${message}.`, 'Nothing was changed.'] }
    case 'invalid':
      return { status: 422, title: 'There is a problem with what was asked', text: [`${message}.`] }
    case 'unavailable':
      return {
        status: 503,
        title: 'This part is not available',
        text: [`${message}.`, 'Try again in a few minutes. Nothing you saved is lost.'],
      }
    case 'stale':
      return {
        status: 403,
        title: 'This page is too old',
        text: [
          'The page you sent from was opened before you signed in again. Go back, load it again and send it once more.',
        ],
      }
    case 'badAddress':
      return {
        status: 400,
        title: 'The address is not right',
        text: ['Canopy cannot read this address. Check it, or start from My work.'],
      }
    case 'tooLarge':
      return {
        status: 413,
        title: 'That is too much at once',
        text: ['What was sent is larger than Canopy takes in one go. Send it in parts.'],
      }
    case 'tooMany':
      return { status: 429, title: 'Too many tries', text: ['Wait a minute, then try again.'] }
    case 'defect':
      return {
        status: 500,
        title: 'Sorry, there is a problem with Canopy',
        text: ['What you typed and saved before is kept. Try again in a few minutes.', message],
      }
  }
}

/** The page of an outcome, with the person's own navigation where somebody is signed in. */
export const errorPage = (web: Web, visit: Visit | null, words: Words, possible: Outcome['possible'] = []): VNode => {
  const content = (
    <>
      <h1 class="govuk-heading-l">{words.title}</h1>
      {words.text
        .filter(text => text !== '')
        .map(text => (
          <p class="govuk-body">{text}</p>
        ))}
      {possible.length > 0 && (
        <>
          <p class="govuk-body">What you can do with it now:</p>
          <ul class="govuk-list govuk-list--bullet">
            {possible.map(({ label }) => (
              <li>{label}</li>
            ))}
          </ul>
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={visit ? '/my-work' : '/sign-in'}>
          {visit ? 'Go to My work' : 'Sign in'}
        </a>
      </p>
    </>
  )
  if (visit) return frame(web, visit, { title: words.title, children: content })
  return (
    <Page title={words.title} partnership={web.partnership} assets={web.assets} demo={web.demo}>
      {content}
    </Page>
  )
}
