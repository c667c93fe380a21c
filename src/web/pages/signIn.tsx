import type { VNode } from 'preact'
import type { Problem } from '../../declare/input.ts'
import { Button, CsrfField, Form, Page, TextInput } from '../components/index.ts'
import type { Web } from '../web.ts'

/** The page of our own to go to after signing in; anything else, and anything with a host in it, is My work. */
export const safeReturn = (wanted: unknown): string =>
  typeof wanted === 'string' && /^\/(?![/\\])[^\\\s]{0,1000}$/.test(wanted) && !wanted.startsWith('/sign-')
    ? wanted
    : '/my-work'

export interface SignInProps {
  readonly csrf: string
  readonly returnTo: string
  readonly username?: string
  readonly problems?: readonly Problem[]
  readonly accounts: readonly { readonly id: string; readonly name: string; readonly label: string }[]
  /** Why the person is here again. */
  readonly ended?: boolean
}

/** Name and password; in a demonstration also its people, one click away. */
export const signInPage = (web: Web, props: SignInProps): VNode => {
  const { csrf, returnTo, username = '', problems = [], accounts } = props
  const errorOf = (field: string) => problems.find(problem => problem.field === field)?.message
  return (
    <Page title="Sign in" partnership={web.partnership} assets={web.assets} demo={web.demo} problems={problems}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">Sign in</h1>
          {props.ended && (
            <p class="govuk-body">
              You were signed out. Sign in again to go on where you were: what you typed is kept.
            </p>
          )}
          <Form action="/sign-in" csrf={csrf}>
            <input type="hidden" name="return" value={returnTo} />
            <TextInput
              name="username"
              label="User name"
              value={username}
              width={20}
              autocomplete="username"
              autocapitalize="none"
              spellcheck={false}
              error={errorOf('username')}
            />
            <TextInput
              name="password"
              label="Password"
              type="password"
              width={20}
              autocomplete="current-password"
              error={errorOf('password')}
            />
            <Button preventDoubleClick={true}>Sign in</Button>
          </Form>
          {web.demo && accounts.length > 0 && (
            <section aria-labelledby="demonstration">
              <h2 class="govuk-heading-m" id="demonstration">
                People of the demonstration
              </h2>
              <p class="govuk-body">All of them are invented. Press a button to see Canopy as that person sees it.</p>
              <form method="post" action="/sign-in/demonstration" noValidate>
                <CsrfField token={csrf} />
                <input type="hidden" name="return" value={returnTo} />
                <ul class="govuk-list canopy-people">
                  {accounts.map(({ id, name, label }) => (
                    <li>
                      <Button kind="secondary" name="account" value={id} classes="govuk-!-margin-bottom-1">
                        {name}
                        <span class="govuk-visually-hidden">, </span>
                      </Button>{' '}
                      <span class="canopy-people__label">{label}</span>
                    </li>
                  ))}
                </ul>
              </form>
            </section>
          )}
        </div>
      </div>
    </Page>
  )
}
