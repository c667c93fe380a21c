import type { Problem } from '../../declare/input.ts'
import { notFound } from '../../engine/outcome.ts'
import { givenBy } from '../../engine/people/administer.ts'
import {
  type GivenInvitation,
  invite,
  inviteAgain,
  listInvitations,
  withdrawInvitation,
} from '../../engine/people/invitations.ts'
import { agencyFacts } from '../../engine/people/settingDirectory.ts'
import { formatInstant } from '../../kit/dates.ts'
import { Button, ButtonGroup, Form } from '../components/index.ts'
import { frame } from '../frame.tsx'
import type { Answer, Handler, Visit, Web } from '../web.ts'
import { placeOf, problemsOf, showPage, typedText } from './peopleFrame.tsx'
import { InviteForm, LinkShown, partOf, partsOf } from './peopleParts.tsx'
import { partWords } from './peopleWords.ts'

const linkPage = (web: Web, visit: Visit, base: string, { token, expiresAt }: GivenInvitation): Answer => ({
  page: frame(web, visit, {
    title: web.mails ? 'The invitation is on its way' : 'Pass this link on',
    children: (
      <LinkShown
        link={`${visit.origin}/invitation/${token}`}
        until={formatInstant(expiresAt)}
        base={base}
        mails={web.mails}
      />
    ),
  }),
})

/** Without e-mail the link is passed on by whoever invites, and is kept nowhere. */
const sealWith = (web: Web): string | undefined => (web.mails ? web.secret : undefined)

const inviteForm = async (web: Web, visit: Visit, problems: readonly Problem[]): Promise<Answer> => {
  const { base, agencyId, administrator } = placeOf(visit)
  const agency = await agencyFacts(web.engine, visit.actor, agencyId)
  const typed = {
    email: typedText(visit, 'email'),
    role: typedText(visit, 'role'),
    team: typedText(visit, 'team'),
  }
  const content = (
    <InviteForm
      shown={{ engine: web.engine, base, administrator }}
      parts={partsOf(givenBy(web.engine, visit.actor))}
      teams={agency.teams}
      typed={typed}
      problems={problems}
      csrf={visit.csrf}
    />
  )
  return showPage(web, visit, 'Invite a colleague', content, { caption: agency.name, problems, back: base })
}

export const showInvite: Handler = (web, visit) => inviteForm(web, visit, [])

export const postInvite: Handler = async (web, visit) => {
  const { base, agencyId } = placeOf(visit)
  const team = typedText(visit, 'team')
  const asked = {
    email: typedText(visit, 'email'),
    ...partOf(typedText(visit, 'role')),
    ...(team === '' ? {} : { teamId: team }),
  }
  try {
    return linkPage(web, visit, base, await invite(web.engine, visit.actor, agencyId, asked, sealWith(web)))
  } catch (error) {
    return inviteForm(web, visit, problemsOf(error, 'email'))
  }
}

const invitationOf = async (web: Web, visit: Visit) => {
  const all = await listInvitations(web.engine, visit.actor, placeOf(visit).agencyId)
  const found = all.find(one => one.id === visit.params.invitation)
  if (!found) throw notFound()
  return found
}

export const showInvitation: Handler = async (web, visit) => {
  const { base } = placeOf(visit)
  const { id, email, expired, expiresAt, ...part } = await invitationOf(web, visit)
  const content = (
    <>
      <p class="govuk-body">
        To <strong class="canopy-breaks">{email}</strong> as {partWords(web.engine, part)}.{' '}
        {expired ? 'Its link has expired.' : `Its link can be used until ${formatInstant(expiresAt)}.`}
      </p>
      <p class="govuk-body">A new link takes the place of the old one, which opens nothing then.</p>
      <Form action={`${base}/invitations/${id}`} csrf={visit.csrf}>
        <ButtonGroup>
          <Button name="_do" value="again" preventDoubleClick={true}>
            Make a new link
          </Button>
          <Button kind="warning" name="_do" value="withdraw" preventDoubleClick={true}>
            Withdraw the invitation
          </Button>
        </ButtonGroup>
      </Form>
    </>
  )
  return showPage(web, visit, 'An invitation', content, { back: base })
}

export const postInvitation: Handler = async (web, visit) => {
  const { base, agencyId } = placeOf(visit)
  const { id } = await invitationOf(web, visit)
  if (typedText(visit, '_do') === 'again')
    return linkPage(web, visit, base, await inviteAgain(web.engine, visit.actor, agencyId, id, sealWith(web)))
  await withdrawInvitation(web.engine, visit.actor, agencyId, id)
  return { redirect: `${base}?done=withdrawn` }
}
