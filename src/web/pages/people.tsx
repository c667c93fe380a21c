import type { Problem } from '../../declare/input.ts'
import { notFound } from '../../engine/outcome.ts'
import { givenBy, leadRole } from '../../engine/people/administer.ts'
import {
  type Colleague,
  changePost,
  endPost,
  listColleagues,
  resetSecondFactor,
  unlock,
} from '../../engine/people/colleagues.ts'
import { listInvitations } from '../../engine/people/invitations.ts'
import { agencyFacts, confirmPeople, listAgencyChoices, setPlace } from '../../engine/people/settingDirectory.ts'
import { Button, ButtonGroup, Form, InsetText, Table, Tag, Textarea, TextInput } from '../components/index.ts'
import type { Answer, Handler, HandWrittenPage, Visit, Web } from '../web.ts'
import { administrationBase, ownBase, placeOf, problemsOf, showPage, typedText } from './peopleFrame.tsx'
import { postInvitation, postInvite, showInvitation, showInvite } from './peopleInvitations.tsx'
import { Colleagues, errorOf, Invitations, Place, PostParts, partOf, partsOf } from './peopleParts.tsx'
import { partWords } from './peopleWords.ts'

/** What was done, by the code in the address; no other words can appear. */
const done: Readonly<Record<string, string>> = {
  ended: 'The post has ended. The person is signed out of it',
  changed: 'What they do is changed. They sign in again',
  withdrawn: 'The invitation is withdrawn. Its link opens nothing more',
  confirmed: 'Thank you. You have confirmed your people',
  details: 'Telephone and address are saved',
  resetSecondFactor: 'The second factor is reset. They set up another at their next sign-in',
  unlock: 'The account is unlocked',
}

const overview: Handler = async (web, visit) => {
  const place = placeOf(visit)
  const { base, agencyId, administrator } = place
  const colleagues = await listColleagues(web.engine, visit.actor, agencyId)
  const [agency, invitations] = [
    await agencyFacts(web.engine, visit.actor, agencyId),
    await listInvitations(web.engine, visit.actor, agencyId),
  ]
  const shown = { engine: web.engine, base, administrator }
  const said = typeof visit.query.done === 'string' && Object.hasOwn(done, visit.query.done) ? visit.query.done : ''
  const content = (
    <>
      <Colleagues {...shown} colleagues={colleagues} />
      <Button href={`${base}/invite`}>Invite a colleague</Button>
      <Invitations {...shown} invitations={invitations} />
      {!administrator && (
        <>
          <h2 class="govuk-heading-m">Confirm your people</h2>
          <p class="govuk-body">
            Once a term: read the list. End the post of whoever has left and invite whoever is missing, then confirm.
          </p>
          <Form action={`${base}/confirm`} csrf={visit.csrf}>
            <Button kind="secondary" preventDoubleClick={true}>
              These are our people
            </Button>
          </Form>
        </>
      )}
      <h2 class="govuk-heading-m">In the directory of settings</h2>
      <Place base={base} agency={agency} />
    </>
  )
  return showPage(
    web,
    { ...visit, banner: done[said] },
    administrator ? 'People of an agency' : 'Our people',
    content,
    {
      caption: agency.name,
      wide: true,
      ...(administrator ? { back: administrationBase } : {}),
    },
  )
}

const postOf = async (web: Web, visit: Visit): Promise<Colleague> => {
  const all = await listColleagues(web.engine, visit.actor, placeOf(visit).agencyId)
  const found = all.find(one => one.postId === visit.params.post)
  if (!found) throw notFound()
  return found
}

/** Parts between which a post can change: those of a setting. A post of another role ends, and another is offered. */
const changeable = (web: Web, visit: Visit, post: Colleague) => {
  const parts = partsOf(givenBy(web.engine, { ...visit.actor, role: leadRole }))
  return parts.some(part => part.role === post.role) ? parts : []
}

const postPage = async (web: Web, visit: Visit, problems: readonly Problem[]): Promise<Answer> => {
  const { base, administrator } = placeOf(visit)
  const post = await postOf(web, visit)
  const content = (
    <PostParts
      shown={{ engine: web.engine, base, administrator }}
      post={post}
      own={post.accountId === visit.actor.accountId}
      parts={changeable(web, visit, post)}
      problems={problems}
      csrf={visit.csrf}
    />
  )
  return showPage(web, visit, 'A colleague’s post', content, { problems, back: base })
}

const showPost: Handler = (web, visit) => postPage(web, visit, [])

const postPost: Handler = async (web, visit) => {
  const { base, agencyId } = placeOf(visit)
  const post = await postOf(web, visit)
  const deed = typedText(visit, '_do')
  if (deed === 'resetSecondFactor' || deed === 'unlock') {
    const work = deed === 'unlock' ? unlock : resetSecondFactor
    await work(web.engine, visit.actor, agencyId, post.postId)
    return { redirect: `${base}?done=${deed}` }
  }
  const part = partOf(typedText(visit, 'part'))
  if (!changeable(web, visit, post).some(one => one.role === part.role))
    return postPage(web, visit, [{ field: 'part', message: 'Select what they will do' }])
  try {
    await changePost(web.engine, visit.actor, agencyId, post.postId, part)
  } catch (error) {
    return postPage(web, visit, problemsOf(error, 'part'))
  }
  return { redirect: `${base}?done=changed` }
}

const endForm = async (web: Web, visit: Visit, problems: readonly Problem[]): Promise<Answer> => {
  const { base } = placeOf(visit)
  const post = await postOf(web, visit)
  const content = (
    <>
      <p class="govuk-body">
        <strong>{post.name}</strong>, {partWords(web.engine, post)}
      </p>
      <p class="govuk-body">
        From now on they cannot work in Canopy in this post, and are signed out at once. What they did stays under their
        name. What they began and did not send goes to the lead. Invitations they gave are withdrawn.
      </p>
      <Form action={`${base}/posts/${post.postId}/end`} csrf={visit.csrf}>
        <ButtonGroup>
          <Button kind="warning" id="end" preventDoubleClick={true}>
            End the post
          </Button>
          <a class="govuk-link" href={base}>
            Keep it
          </a>
        </ButtonGroup>
      </Form>
    </>
  )
  return showPage(web, visit, 'Do you want to end this post?', content, {
    problems,
    back: `${base}/posts/${post.postId}`,
  })
}

const showEnd: Handler = (web, visit) => endForm(web, visit, [])

const postEnd: Handler = async (web, visit) => {
  const { base, agencyId } = placeOf(visit)
  try {
    await endPost(web.engine, visit.actor, agencyId, visit.params.post ?? '')
  } catch (error) {
    return endForm(web, visit, problemsOf(error, 'end'))
  }
  return { redirect: `${base}?done=ended` }
}

const confirm: Handler = async (web, visit) => {
  await confirmPeople(web.engine, visit.actor, placeOf(visit).agencyId)
  return { redirect: `${ownBase}?done=confirmed` }
}

const placeForm = async (web: Web, visit: Visit, problems: readonly Problem[]): Promise<Answer> => {
  const { base, agencyId } = placeOf(visit)
  const agency = await agencyFacts(web.engine, visit.actor, agencyId)
  const value = (name: 'telephone' | 'address') => (problems.length > 0 ? typedText(visit, name) : (agency[name] ?? ''))
  const content = (
    <Form action={`${base}/details`} csrf={visit.csrf}>
      <TextInput
        name="telephone"
        label="Telephone"
        hint="Where the contact team reaches whoever answers for safeguarding."
        type="tel"
        width={20}
        value={value('telephone')}
        error={errorOf(problems, 'telephone')}
      />
      <Textarea name="address" label="Address" rows={4} value={value('address')} error={errorOf(problems, 'address')} />
      <Button preventDoubleClick={true}>Save</Button>
    </Form>
  )
  return showPage(web, visit, 'Telephone and address', content, { caption: agency.name, problems, back: base })
}

const showPlace: Handler = (web, visit) => placeForm(web, visit, [])

const postPlace: Handler = async (web, visit) => {
  const { base, agencyId } = placeOf(visit)
  const typed = { telephone: typedText(visit, 'telephone'), address: typedText(visit, 'address') }
  try {
    await setPlace(web.engine, visit.actor, agencyId, typed)
  } catch (error) {
    return placeForm(web, visit, problemsOf(error, 'telephone'))
  }
  return { redirect: `${base}?done=details` }
}

const agencies: Handler = async (web, visit) => {
  const all = await listAgencyChoices(web.engine, visit.actor)
  const content = (
    <>
      <InsetText>People work for an agency. Choose one, to invite people to it or to end their posts.</InsetText>
      <Table
        id="agencies"
        caption="Agencies"
        captionClasses="govuk-visually-hidden"
        head={['Agency', 'People', 'Designated safeguarding lead'].map(content => ({ content }))}
        rows={all.map(one => [
          {
            content: (
              <a class="govuk-link" href={`${administrationBase}/${one.id}`}>
                {one.name}
              </a>
            ),
          },
          { content: String(one.people) },
          {
            content: !one.setting ? 'Not asked' : one.leads > 0 ? 'Named' : <Tag colour="red">No lead</Tag>,
          },
        ])}
        narrow="rows"
      />
    </>
  )
  return showPage(web, visit, 'People', content, { wide: true })
}

const routes: readonly (readonly [HandWrittenPage['method'], string, string, Handler])[] = [
  ['GET', '/invite', 'invite', showInvite],
  ['POST', '/invite', 'invite', postInvite],
  ['GET', '/invitations/:invitation', 'invitation given', showInvitation],
  ['POST', '/invitations/:invitation', 'invitation given', postInvitation],
  ['GET', '/posts/:post', 'post', showPost],
  ['POST', '/posts/:post', 'post', postPost],
  ['GET', '/posts/:post/end', 'end post', showEnd],
  ['POST', '/posts/:post/end', 'end post', postEnd],
  ['GET', '/details', 'place of agency', showPlace],
  ['POST', '/details', 'place of agency', postPlace],
]

const pagesUnder = (base: string, by: HandWrittenPage['by']): readonly HandWrittenPage[] =>
  routes.map(([method, end, name, handler]) => ({ method, path: `${base}${end}`, name, handler, by }))

const lead: HandWrittenPage['by'] = ['setting_lead']
const administrator: HandWrittenPage['by'] = ['administrator']

/** A lead looks after the people of their setting, an administrator after those of every agency: the same pages. */
export const peoplePages: readonly HandWrittenPage[] = [
  {
    method: 'GET',
    path: ownBase,
    name: 'our people',
    handler: overview,
    by: lead,
    navigation: { text: 'Our people', order: 70 },
  },
  { method: 'POST', path: `${ownBase}/confirm`, name: 'confirm people', handler: confirm, by: lead },
  ...pagesUnder(ownBase, lead),
  {
    method: 'GET',
    path: administrationBase,
    name: 'agencies',
    handler: agencies,
    by: administrator,
    navigation: { text: 'People', order: 85 },
  },
  {
    method: 'GET',
    path: `${administrationBase}/:agency`,
    name: 'people of agency',
    handler: overview,
    by: administrator,
  },
  ...pagesUnder(`${administrationBase}/:agency`, administrator),
]
