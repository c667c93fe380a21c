import { create } from 'qrcode'
import type { Problem } from '../../declare/input.ts'
import type { SecondFactor } from '../../engine/people/secondFactor.ts'
import { formatInstant } from '../../kit/dates.ts'
import { plural } from '../../kit/names.ts'
import { Button, Form, InsetText, TextInput, WarningText } from '../components/index.ts'

/** A picture that a telephone reads, drawn in the page: nothing about the secret is fetched from anywhere. */
const QrCode = ({ uri }: { uri: string }) => {
  const { size, data } = create(uri, { errorCorrectionLevel: 'M' }).modules
  const squares = Array.from(data, (dark, at) =>
    dark === 0 ? '' : `M${(at % size) + 4} ${Math.floor(at / size) + 4}h1v1h-1z`,
  )
  return (
    <svg
      class="canopy-qr"
      width="240"
      height="240"
      viewBox={`0 0 ${size + 8} ${size + 8}`}
      role="img"
      aria-label="Picture for your authenticator app. It holds the same as the key below"
    >
      <rect width={size + 8} height={size + 8} fill="#ffffff" />
      <path d={squares.join('')} fill="#000000" />
    </svg>
  )
}

const inFours = (secret: string): string => (secret.match(/.{1,4}/g) ?? []).join(' ')

export const CodeInput = ({ label, hint, error }: { label: string; hint: string; error: string | undefined }) => (
  <TextInput
    name="code"
    label={label}
    hint={hint}
    width={20}
    autocomplete="one-time-code"
    autocapitalize="none"
    spellcheck={false}
    error={error}
  />
)

const messageOf = (problems: readonly Problem[]) => problems[0]?.message

/** What a person reads who sets up the second factor. */
export const SetUp = (props: {
  readonly secret: string
  readonly uri: string
  readonly must: boolean
  readonly csrf: string
  readonly problems: readonly Problem[]
}) => (
  <>
    <h1 class="govuk-heading-l">Set up your second factor</h1>
    <p class="govuk-body">
      {props.must && 'Canopy asks for more than a password, because it holds records about children. '}
      An authenticator app on your telephone or computer gives you a new code every 30 seconds. You can use any, for
      example the one your organisation gives you.
    </p>
    <h2 class="govuk-heading-m">1. Add Canopy to your app</h2>
    <p class="govuk-body">Scan this picture with the app.</p>
    <QrCode uri={props.uri} />
    <p class="govuk-body">
      If you cannot scan it, type this key into the app:{' '}
      <strong class="canopy-breaks" id="key">
        {inFours(props.secret)}
      </strong>
    </p>
    <h2 class="govuk-heading-m">2. Enter the code it shows</h2>
    <Form action="/second-factor" csrf={props.csrf}>
      <CodeInput
        label="Code from your app"
        hint="6 digits. If it does not fit, wait for the next one and check the clock of your telephone."
        error={messageOf(props.problems)}
      />
      <Button preventDoubleClick={true}>Confirm the code</Button>
    </Form>
  </>
)

/** Ten codes, told this once. */
export const RecoveryCodes = ({ codes }: { readonly codes: readonly string[] }) => (
  <>
    <h1 class="govuk-heading-l">Keep your recovery codes</h1>
    <p class="govuk-body">Your second factor is set up. At each sign-in Canopy asks for a code from your app.</p>
    <WarningText>
      These codes are shown this once. Print them or write them down, and keep them away from your telephone.
    </WarningText>
    <p class="govuk-body">If you lose your telephone, each of them lets you in once instead of a code from the app.</p>
    <ul class="govuk-list canopy-codes">
      {codes.map(code => (
        <li>
          <code>{code}</code>
        </li>
      ))}
    </ul>
    <Button href="/my-work">Go to My work</Button>
  </>
)

/** A second factor as it stands. */
export const Standing = (props: {
  readonly held: SecondFactor
  readonly csrf: string
  readonly problems: readonly Problem[]
}) => (
  <>
    <h1 class="govuk-heading-l">Your second factor</h1>
    <p class="govuk-body">
      Set up on {formatInstant(props.held.since)}. You have {plural(props.held.recoveryCodesLeft, 'recovery code')}{' '}
      left.
    </p>
    <InsetText>
      You have lost your telephone or use another? Ask your administrator to reset your second factor. You set it up
      anew at your next sign-in.
    </InsetText>
    <h2 class="govuk-heading-m">New recovery codes</h2>
    <p class="govuk-body">Ten new ones take the place of all you have.</p>
    <Form action="/second-factor/recovery-codes" csrf={props.csrf}>
      <CodeInput
        label="Code from your app"
        hint="Wait for a code that you have not used."
        error={messageOf(props.problems)}
      />
      <Button kind="secondary" preventDoubleClick={true}>
        Make new recovery codes
      </Button>
    </Form>
  </>
)

/** The second half of signing in. */
export const AskCode = (props: {
  readonly returnTo: string
  readonly csrf: string
  readonly problems: readonly Problem[]
}) => (
  <>
    <h1 class="govuk-heading-l">Enter your code</h1>
    <Form action="/sign-in/code" csrf={props.csrf}>
      <input type="hidden" name="return" value={props.returnTo} />
      <CodeInput
        label="Code from your authenticator app"
        hint="6 digits. Without your telephone, enter one of your recovery codes."
        error={messageOf(props.problems)}
      />
      <Button preventDoubleClick={true}>Continue</Button>
    </Form>
    <p class="govuk-body">No telephone and no recovery codes? Ask your administrator to reset your second factor.</p>
  </>
)
