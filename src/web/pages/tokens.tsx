import type { Problem } from '../../declare/input.ts'
import { notFound } from '../../engine/outcome.ts'
import {
  addToken,
  type GivenToken,
  listTokens,
  mostTokenDays,
  renewToken,
  revokeToken,
  type TokenLine,
} from '../../engine/people/apiTokens.ts'
import { listAgencies } from '../../engine/people/organisations.ts'
import { scopesOf } from '../../engine/people/scopes.ts'
import { now, today } from '../../kit/clock.ts'
import { formatInstant } from '../../kit/dates.ts'
import {
  Button,
  ButtonGroup,
  Checkboxes,
  Form,
  InsetText,
  Select,
  SummaryList,
  Table,
  Tag,
  TextInput,
  WarningText,
} from '../components/index.ts'
import type { Answer, Handler, HandWrittenPage, Visit, Web } from '../web.ts'
import { problemsOf, showPage, typedText } from './peopleFrame.tsx'
import { errorOf } from './peopleParts.tsx'

const base = '/administration/tokens'

const works = ({ revokedAt, expiresAt }: TokenLine): boolean => revokedAt === null && expiresAt > now()

const StateTag = ({ token }: { readonly token: TokenLine }) =>
  works(token) ? (
    <Tag colour="green">Works</Tag>
  ) : (
    <Tag colour="grey">{token.revokedAt === null ? 'Expired' : 'Revoked'}</Tag>
  )

const lastUsed = ({ lastUsedAt }: TokenLine): string => (lastUsedAt === null ? 'Never' : formatInstant(lastUsedAt))

const done: Readonly<Record<string, string>> = { revoked: 'The token is revoked. It opens nothing from now on' }

const list: Handler = async (web, visit) => {
  const tokens = await listTokens(web.engine, visit.actor)
  const said = typeof visit.query.done === 'string' && Object.hasOwn(done, visit.query.done) ? visit.query.done : ''
  const content = (
    <>
      <p class="govuk-body">
        Other systems of the agencies send reports and read what became of them. Each has an account of its own, which
        nobody signs in with, and everything it does is in the ledger under its name.
      </p>
      <Button href={`${base}/give`}>Give a token</Button>
      {tokens.length === 0 ? (
        <p class="govuk-body">No token has been given yet.</p>
      ) : (
        <Table
          caption="Tokens"
          captionClasses="govuk-table__caption--m"
          head={['System', 'Role', 'State', 'Until', 'Last used'].map(content => ({ content }))}
          rows={tokens.map(token => [
            {
              content: (
                <a class="govuk-link canopy-breaks" href={`${base}/${token.id}`}>
                  {token.name}
                  <span class="govuk-visually-hidden">, given {formatInstant(token.createdAt)}</span>
                </a>
              ),
            },
            { content: web.engine.roles[token.role]?.label ?? token.role },
            { content: <StateTag token={token} /> },
            { content: formatInstant(token.expiresAt) },
            { content: lastUsed(token) },
          ])}
          narrow="rows"
        />
      )}
    </>
  )
  return showPage(web, { ...visit, banner: done[said] }, 'Tokens of other systems', content, { wide: true })
}

/** Shown once: no page can show it again. */
const givenPage = (web: Web, visit: Visit, { token, expiresAt }: GivenToken): Answer =>
  showPage(
    web,
    visit,
    'The token',
    <>
      <WarningText>This is the only time that the token is shown. Whoever has it acts as that system.</WarningText>
      <InsetText>
        <strong class="canopy-breaks">{token}</strong>
      </InsetText>
      <p class="govuk-body">
        Put it where the other system keeps its passwords, and send it to nobody by e-mail. It works until{' '}
        {formatInstant(expiresAt)}.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={base}>
          All tokens
        </a>
      </p>
    </>,
  )

const wantedOf = (visit: Visit) => {
  const { scopes } = visit.typed
  const days = typedText(visit, 'days').trim()
  const [agency = '', team] = typedText(visit, 'whose').split('/')
  return {
    ...{ agency, team, purpose: typedText(visit, 'purpose'), role: typedText(visit, 'role') },
    scopes: scopes === undefined ? [] : [scopes].flat(),
    days: days === '' ? undefined : /^\d{1,4}$/.test(days) ? Number(days) : -1,
  }
}

const placesOf = async (web: Web) =>
  (await listAgencies(web.engine))
    .filter(({ from, to }) => from <= today() && (to === null || to >= today()))
    .flatMap(({ code, name, teams }) => [
      { value: code, text: name },
      ...teams.map(team => ({ value: `${code}/${team.code}`, text: `${name}: ${team.name}` })),
    ])

/** First which system of whom; then what of its role the token reaches. */
const askWho = async (web: Web, visit: Visit, problems: readonly Problem[]): Promise<Answer> => {
  const roles = Object.entries(web.engine.roles).filter(([role]) => scopesOf(web.engine, role).length > 0)
  const content = (
    <Form action={`${base}/give`} csrf={visit.csrf}>
      <Select
        name="whose"
        label="Whose system is it?"
        hint="In a large agency, the team: the token sees what somebody of that team would see."
        value={typedText(visit, 'whose')}
        items={[{ value: '', text: 'Select an agency or a team' }, ...(await placesOf(web))]}
        error={errorOf(problems, 'whose')}
      />
      <TextInput
        name="purpose"
        label="What is the system?"
        hint="For example: child coming to notice reports. With the agency, this is its name in the ledger."
        value={typedText(visit, 'purpose')}
        error={errorOf(problems, 'purpose')}
      />
      <Select
        name="role"
        label="In which role does it act?"
        value={typedText(visit, 'role')}
        items={[{ value: '', text: 'Select a role' }, ...roles.map(([value, { label }]) => ({ value, text: label }))]}
        error={errorOf(problems, 'role')}
      />
      <Button name="_step" value="who">
        Continue
      </Button>
    </Form>
  )
  return showPage(web, visit, 'Give a token', content, { problems, back: base })
}

const askScopes = (web: Web, visit: Visit, problems: readonly Problem[]): Answer => {
  const wanted = wantedOf(visit)
  // Single actions can be named at the command line; here a list of all would hide what matters.
  const scopes = scopesOf(web.engine, wanted.role).filter(({ scope }) => !scope.includes(':act.'))
  const label = web.engine.roles[wanted.role]?.label ?? wanted.role
  const content = (
    <Form action={`${base}/give`} csrf={visit.csrf}>
      {['whose', 'purpose', 'role'].map(name => (
        <input type="hidden" name={name} value={typedText(visit, name)} />
      ))}
      <Checkboxes
        name="scopes"
        legend="What does the token reach?"
        legendClasses="govuk-fieldset__legend--m"
        hint={`Out of what the role “${label}” may do. Select as little as the system needs.`}
        items={scopes.map(({ scope, words }) => ({ value: scope, label: words }))}
        values={wanted.scopes}
        small={true}
        error={errorOf(problems, 'scopes')}
      />
      <TextInput
        name="days"
        label="For how many days does it work?"
        hint={`From 1 to ${mostTokenDays(web.engine)}`}
        classes="govuk-input--width-4"
        inputMode="numeric"
        value={typedText(visit, 'days')}
        error={errorOf(problems, 'days')}
      />
      <ButtonGroup>
        <Button name="_step" value="give" preventDoubleClick={true}>
          Give the token
        </Button>
        <Button kind="secondary" name="_step" value="back">
          Change the system or the role
        </Button>
      </ButtonGroup>
    </Form>
  )
  const caption = typedText(visit, 'purpose')
  return showPage(web, visit, 'What the token reaches', content, { problems, caption, back: `${base}/give` })
}

const whoProblems = async (web: Web, visit: Visit): Promise<readonly Problem[]> => {
  const { purpose, role } = wantedOf(visit)
  const places = await placesOf(web)
  const when = (wrong: boolean, field: string, message: string) => (wrong ? [{ field, message }] : [])
  return [
    ...when(!places.some(({ value }) => value === typedText(visit, 'whose')), 'whose', 'Select an agency or a team'),
    ...when(purpose.trim() === '', 'purpose', 'Enter what the system is'),
    ...when(purpose.length > 60, 'purpose', 'What the system is must be 60 characters or fewer'),
    ...when(scopesOf(web.engine, role).length === 0, 'role', 'Select a role'),
  ]
}

const showGive: Handler = (web, visit) => askWho(web, visit, [])

const postGive: Handler = async (web, visit) => {
  const step = typedText(visit, '_step')
  if (step === 'back') return askWho(web, visit, [])
  const problems = await whoProblems(web, visit)
  if (problems.length > 0) return askWho(web, visit, problems)
  if (step !== 'give') return askScopes(web, visit, [])
  const days: readonly Problem[] =
    typedText(visit, 'days').trim() === ''
      ? [{ field: 'days', message: `Enter a number of days from 1 to ${mostTokenDays(web.engine)}` }]
      : []
  const wanted = wantedOf(visit)
  const scopes: readonly Problem[] =
    wanted.scopes.length === 0 ? [{ field: 'scopes', message: 'Select what the token reaches' }] : []
  if (days.length + scopes.length > 0) return askScopes(web, visit, [...scopes, ...days])
  try {
    return givenPage(web, visit, await addToken(web.engine, visit.actor, wanted))
  } catch (error) {
    return askScopes(web, visit, problemsOf(error, 'scopes'))
  }
}

const tokenOf = async (web: Web, visit: Visit): Promise<TokenLine> => {
  const found = (await listTokens(web.engine, visit.actor)).find(({ id }) => id === visit.params.token)
  if (!found) throw notFound()
  return found
}

const show: Handler = async (web, visit) => {
  const token = await tokenOf(web, visit)
  const words = new Map(scopesOf(web.engine, token.role).map(one => [one.scope, one.words]))
  const content = (
    <>
      <SummaryList
        rows={[
          { key: 'Agency', value: token.team === null ? token.agency : `${token.agency}: ${token.team}` },
          { key: 'Role', value: web.engine.roles[token.role]?.label ?? token.role },
          {
            key: 'Reaches',
            value: (
              <ul class="govuk-list">
                {token.scopes.map(scope => (
                  <li>{words.get(scope) ?? scope}</li>
                ))}
              </ul>
            ),
          },
          { key: 'State', value: <StateTag token={token} /> },
          { key: 'Given', value: formatInstant(token.createdAt) },
          { key: 'Until', value: formatInstant(token.expiresAt) },
          { key: 'Last used', value: lastUsed(token) },
        ]}
      />
      <p class="govuk-body">
        Another token is for the same system and reaches the same. This one works until you revoke it, so that the
        system can change over.
      </p>
      <Form action={`${base}/${token.id}`} csrf={visit.csrf}>
        <ButtonGroup>
          <Button name="_do" value="renew" kind="secondary" preventDoubleClick={true}>
            Give another token
          </Button>
          {works(token) && (
            <Button name="_do" value="revoke" kind="warning" preventDoubleClick={true}>
              Revoke this token
            </Button>
          )}
        </ButtonGroup>
      </Form>
    </>
  )
  return showPage(web, visit, token.name, content, { caption: 'Token', back: base })
}

const post: Handler = async (web, visit) => {
  const { id } = await tokenOf(web, visit)
  if (typedText(visit, '_do') === 'renew') return givenPage(web, visit, await renewToken(web.engine, visit.actor, id))
  if (typedText(visit, '_do') !== 'revoke') return { redirect: `${base}/${id}` }
  await revokeToken(web.engine, visit.actor, id)
  return { redirect: `${base}?done=revoked` }
}

const by: HandWrittenPage['by'] = ['administrator']

/** What other systems may do, for administrators. */
export const tokensPages: readonly HandWrittenPage[] = [
  { method: 'GET', path: base, by, name: 'tokens', handler: list, navigation: { text: 'Tokens', order: 86 } },
  { method: 'GET', path: `${base}/give`, by, name: 'give token', handler: showGive },
  { method: 'POST', path: `${base}/give`, by, name: 'give token', handler: postGive },
  { method: 'GET', path: `${base}/:token`, by, name: 'token', handler: show },
  { method: 'POST', path: `${base}/:token`, by, name: 'token', handler: post },
]
