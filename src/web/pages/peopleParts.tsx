import type { Problem } from '../../declare/input.ts'
import type { Engine } from '../../engine/engine.ts'
import { leadRole } from '../../engine/people/administer.ts'
import type { Colleague, Given } from '../../engine/people/colleagues.ts'
import type { OpenInvitation } from '../../engine/people/invitations.ts'
import type { AgencyFacts } from '../../engine/people/settingDirectory.ts'
import { formatDay, formatInstant, londonDay } from '../../kit/dates.ts'
import { plural } from '../../kit/names.ts'
import {
  Button,
  type Cell,
  Form,
  inLines,
  Radios,
  Select,
  SummaryList,
  Table,
  Tag,
  TextInput,
  WarningText,
} from '../components/index.ts'
import { partWords } from './peopleWords.ts'

/** A part as a form sends it: the code of a role, or of the deputy of the lead. */
export const partOf = (code: string): Given =>
  code === 'deputy' ? { role: leadRole, deputy: true } : { role: code, deputy: false }
const codeOf = ({ role, deputy }: Given): string => (deputy ? 'deputy' : role)

/** The parts that somebody may give, in the order of the roles; the deputy stands after the lead. */
export const partsOf = (roles: readonly string[]): readonly Given[] =>
  roles.flatMap(role => [{ role, deputy: false }, ...(role === leadRole ? [{ role, deputy: true }] : [])])

const linkTo = (href: string, text: string, of: string) => (
  <a class="govuk-link" href={href}>
    {text}
    <span class="govuk-visually-hidden"> {of}</span>
  </a>
)

interface Shown {
  readonly engine: Pick<Engine, 'roles'>
  /** Address of the pages about this agency. */
  readonly base: string
  readonly administrator: boolean
}

const colleagueRow = ({ engine, base, administrator }: Shown, one: Colleague): readonly Cell[] => [
  { content: one.name },
  { content: `${partWords(engine, one)}${one.team ? `, ${one.team}` : ''}` },
  { content: formatDay(one.from) },
  ...(administrator
    ? [{ content: one.locked ? <Tag colour="red">Locked</Tag> : one.secondFactor ? 'Set up' : 'Not set up' }]
    : []),
  { content: linkTo(`${base}/posts/${one.postId}`, 'Change', `what ${one.name} does`) },
]

export const Colleagues = (props: Shown & { readonly colleagues: readonly Colleague[] }) =>
  props.colleagues.length === 0 ? (
    <p class="govuk-body">Nobody holds a post here today.</p>
  ) : (
    <Table
      id="colleagues"
      caption={plural(props.colleagues.length, 'post')}
      captionClasses="govuk-table__caption--m"
      head={['Name', 'What they do', 'Since', ...(props.administrator ? ['Second factor'] : []), 'Change'].map(
        content => ({ content }),
      )}
      rows={props.colleagues.map(one => colleagueRow(props, one))}
      narrow="rows"
    />
  )

export const Invitations = (props: Shown & { readonly invitations: readonly OpenInvitation[] }) =>
  props.invitations.length === 0 ? null : (
    <Table
      id="invitations"
      caption="Invitations that nobody has accepted yet"
      captionClasses="govuk-table__caption--m"
      head={['Email address', 'As', 'Can be accepted until', 'New link or withdraw'].map(content => ({ content }))}
      rows={props.invitations.map(one => [
        { content: <span class="canopy-breaks">{one.email}</span> },
        { content: partWords(props.engine, one) },
        { content: one.expired ? <Tag colour="grey">Expired</Tag> : formatInstant(one.expiresAt) },
        { content: linkTo(`${props.base}/invitations/${one.id}`, 'Open', `the invitation to ${one.email}`) },
      ])}
      narrow="rows"
    />
  )

export const Place = ({ base, agency }: { readonly base: string; readonly agency: AgencyFacts }) => {
  const change = (of: string) => [{ href: `${base}/details`, text: 'Change', visuallyHiddenText: of }]
  return (
    <SummaryList
      rows={[
        { key: 'Telephone', value: agency.telephone ?? 'Not given', actions: change('telephone') },
        {
          key: 'Address',
          value: agency.address ? inLines(agency.address) : 'Not given',
          actions: change('address'),
        },
        {
          key: 'People last confirmed',
          value: agency.confirmedAt ? formatDay(londonDay(agency.confirmedAt)) : 'Never',
        },
      ]}
    />
  )
}

export const errorOf = (problems: readonly Problem[], field: string): string | undefined =>
  problems.find(problem => problem.field === field)?.message

export interface InviteTyped {
  readonly email: string
  readonly role: string
  readonly team: string
}

/** Whom to invite, and as what. Radios for the few parts of a setting, a list for all roles. */
export const InviteForm = (props: {
  readonly shown: Shown
  readonly parts: readonly Given[]
  readonly teams: AgencyFacts['teams']
  readonly typed: InviteTyped
  readonly problems: readonly Problem[]
  readonly csrf: string
}) => {
  const { shown, parts, teams, typed, problems } = props
  const items = parts.map(part => ({ value: codeOf(part), text: partWords(shown.engine, part) }))
  return (
    <Form action={`${shown.base}/invite`} csrf={props.csrf}>
      <TextInput
        name="email"
        label="Their email address"
        hint="Their own, not one that several people read."
        type="email"
        autocomplete="off"
        spellcheck={false}
        value={typed.email}
        error={errorOf(problems, 'email')}
      />
      {items.length > 5 ? (
        <Select
          name="role"
          label="What will they do?"
          value={typed.role}
          items={[{ value: '', text: 'Select a role' }, ...items]}
          error={errorOf(problems, 'role')}
        />
      ) : (
        <Radios
          name="role"
          legend="What will they do?"
          value={typed.role}
          items={items.map(({ value, text }) => ({
            value,
            label: text,
            hint:
              value === 'deputy' ? 'Stands in for the lead and may do the same' : shown.engine.roles[value]?.summary,
          }))}
          error={errorOf(problems, 'role')}
        />
      )}
      {teams.length > 0 && shown.administrator && (
        <Select
          name="team"
          label="Team"
          value={typed.team}
          items={[{ value: '', text: 'No team' }, ...teams.map(({ id, name }) => ({ value: id, text: name }))]}
          error={errorOf(problems, 'team')}
        />
      )}
      <Button preventDoubleClick={true}>Invite</Button>
    </Form>
  )
}

/** The link of an invitation, shown to whoever gives it. */
export const LinkShown = (props: {
  readonly link: string
  readonly until: string
  readonly base: string
  readonly mails: boolean
}) => (
  <>
    <h1 class="govuk-heading-l">{props.mails ? 'The invitation is on its way' : 'Pass this link on'}</h1>
    {props.mails && (
      <p class="govuk-body">
        Canopy sends the link to their address within a minute. If it does not arrive, pass it on yourself.
      </p>
    )}
    <WarningText>The link is shown this once. It works once, until {props.until}.</WarningText>
    <TextInput
      name="link"
      label="Link"
      hint="For the person you invited, and nobody else: whoever opens it can accept."
      value={props.link}
      spellcheck={false}
      attributes={{ readonly: true }}
    />
    <p class="govuk-body">
      <a class="govuk-link" href={props.base}>
        Back to the list
      </a>
    </p>
  </>
)

/** A post with what can be done about it. */
export const PostParts = (props: {
  readonly shown: Shown
  readonly post: Colleague
  readonly own: boolean
  readonly parts: readonly Given[]
  readonly problems: readonly Problem[]
  readonly csrf: string
}) => {
  const { shown, post, own, parts, problems } = props
  const action = `${shown.base}/posts/${post.postId}`
  const others = parts.filter(part => codeOf(part) !== codeOf(post))
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Name', value: post.name },
          { key: 'What they do', value: partWords(shown.engine, post) },
          { key: 'Since', value: formatDay(post.from) },
          ...(shown.administrator
            ? [
                { key: 'User name', value: post.username },
                { key: 'Second factor', value: post.secondFactor ? 'Set up' : 'Not set up' },
              ]
            : []),
        ]}
      />
      {!own && others.length > 0 && (
        <Form action={action} csrf={props.csrf}>
          <Radios
            name="part"
            legend="What will they do from today?"
            legendClasses="govuk-fieldset__legend--m"
            hint="They sign in again, and go on as that."
            items={others.map(part => ({ value: codeOf(part), label: partWords(shown.engine, part) }))}
            error={errorOf(problems, 'part')}
          />
          <Button kind="secondary" name="_do" value="change" preventDoubleClick={true}>
            Change
          </Button>
        </Form>
      )}
      {shown.administrator && !own && (
        <>
          <h2 class="govuk-heading-m">Signing in</h2>
          <Form action={action} csrf={props.csrf}>
            {post.secondFactor && (
              <Button kind="secondary" name="_do" value="resetSecondFactor" preventDoubleClick={true}>
                Reset the second factor
              </Button>
            )}
            {post.locked && (
              <Button kind="secondary" name="_do" value="unlock" preventDoubleClick={true}>
                Unlock
              </Button>
            )}
            {!post.secondFactor && !post.locked && (
              <p class="govuk-body">No second factor is set up, and the account is not locked.</p>
            )}
          </Form>
        </>
      )}
      <h2 class="govuk-heading-m">{own ? 'You leave' : 'They leave'}</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={`${action}/end`}>
          End this post
        </a>
      </p>
    </>
  )
}
