import type { VNode } from 'preact'
import type { Problem } from '../../declare/input.ts'
import type { Invitation } from '../../engine/people/acceptInvitation.ts'
import type { Content } from '../components/common.ts'
import { Button, Form, Page, TextInput } from '../components/index.ts'
import type { Web } from '../web.ts'
import { partWords } from './peopleWords.ts'

const document = (web: Web, title: string, problems: readonly Problem[], content: Content): VNode => (
  <Page
    title={title}
    partnership={web.partnership}
    assets={web.assets}
    demo={web.demo}
    problems={problems}
    secretAddress={true}
  >
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        <h1 class="govuk-heading-l">{title}</h1>
        {content}
      </div>
    </div>
  </Page>
)

/** One page for a link that was used, withdrawn, has expired, or never was one: it tells nobody which. */
export const deadInvitationPage = (web: Web): VNode =>
  document(
    web,
    'This link cannot be used',
    [],
    <>
      <p class="govuk-body">
        An invitation can be used once and for a few days only, and whoever gave it may take it back.
      </p>
      <p class="govuk-body">
        If you have accepted it already,{' '}
        <a class="govuk-link" href="/sign-in">
          sign in
        </a>
        . If not, ask the person who invited you for a new link: in most settings that is the designated safeguarding
        lead.
      </p>
    </>,
  )

export interface InvitationProps {
  readonly path: string
  readonly csrf: string
  readonly invitation: Invitation
  /** The person says, or the address shows, that they have an account. */
  readonly known: boolean
  readonly typed: Readonly<Record<'name' | 'username', string>>
  readonly problems: readonly Problem[]
}

type Ask = (field: 'name' | 'username') => { readonly value: string; readonly error: string | undefined }

const username = { name: 'username', label: 'User name', width: 20, autocapitalize: 'none', spellcheck: false } as const

const NewAccount = ({ ask, passwordError }: { ask: Ask; passwordError: string | undefined }) => (
  <>
    <TextInput
      name="name"
      label="Full name"
      hint="Your own. An account is never shared: each colleague has their own."
      autocomplete="name"
      {...ask('name')}
    />
    <TextInput
      {...username}
      hint="You sign in with it. For example your name with a dot: jo.smith"
      autocomplete="username"
      {...ask('username')}
    />
    <TextInput
      name="password"
      label="Password"
      hint="12 characters or more. Three random words are a good choice."
      type="password"
      width={20}
      autocomplete="new-password"
      error={passwordError}
    />
    <Button name="as" value="new" preventDoubleClick={true}>
      Accept and make my account
    </Button>
  </>
)

const KnownAccount = ({ ask, passwordError }: { ask: Ask; passwordError: string | undefined }) => (
  <>
    <TextInput {...username} autocomplete="username" {...ask('username')} />
    <TextInput
      name="password"
      label="Password"
      type="password"
      width={20}
      autocomplete="current-password"
      error={passwordError}
    />
    <TextInput
      name="code"
      label="Code from your authenticator app"
      hint="Leave it empty if you have not set up a second factor."
      width={20}
      autocomplete="one-time-code"
      spellcheck={false}
    />
    <Button name="as" value="known" preventDoubleClick={true}>
      Accept with my account
    </Button>
  </>
)

/** An invitation as whoever holds its link reads it. */
export const invitationPage = (web: Web, props: InvitationProps): VNode => {
  const { invitation, known, problems, path } = props
  const errorOf = (field: string) => problems.find(problem => problem.field === field)?.message
  const ask: Ask = field => ({ value: props.typed[field], error: errorOf(field) })
  const form = { ask, passwordError: errorOf('password') }
  return document(
    web,
    'Accept your invitation',
    problems,
    <>
      <p class="govuk-body">
        You are invited to work in Canopy for <strong>{invitation.agencyName}</strong> as{' '}
        <strong>{partWords(web.engine, invitation)}</strong>.
      </p>
      {known && (
        <p class="govuk-body">
          {invitation.hasAccount
            ? 'You have an account already. Sign in with it, and this post is added to it.'
            : 'Sign in with the account you have, and this post is added to it.'}
        </p>
      )}
      <Form action={path} csrf={props.csrf}>
        {known ? <KnownAccount {...form} /> : <NewAccount {...form} />}
      </Form>
      {!invitation.hasAccount && (
        <p class="govuk-body">
          <a class="govuk-link" href={known ? path : `${path}?account=yes`}>
            {known ? 'I have no account yet' : 'I have an account already, for another organisation'}
          </a>
        </p>
      )}
    </>,
  )
}
