import {
  type Beside,
  type Handler,
  type HandWrittenPage,
  type PutRight,
  postAction,
  recordFrame,
  showAction,
} from '../../../../web/public.ts'
import { section11Access } from '../access.ts'
import { section11Register } from '../index.ts'
import { keepModeration, ModerationMissing, moderateStandard, moderationPage, saveModeration } from './moderation.tsx'
import { judges, Missing, Progress } from './parts.tsx'
import { ratingsPage } from './ratings.tsx'
import { keepStandard, saveStandard, standardPage, standardsPage } from './standards.tsx'
import { mayDo, readStanding, standingFor } from './standing.ts'

type Roles = HandWrittenPage['by']
const readers = Object.keys(section11Access.read) as unknown as Roles

const path = '/section11-return/:reference'

/** The return, with the way to its standards first. */
const recordPage: Handler = async (web, visit) => {
  const at = await readStanding(web, visit)
  const judged = (judges as readonly string[]).includes(visit.actor.role)
  return {
    page: recordFrame(web, visit, section11Register, at.view, {
      before: (
        <section aria-labelledby="standards">
          <h2 class="govuk-heading-m" id="standards">
            Standards
          </h2>
          <Progress at={at} />
          <ul class="govuk-list">
            <li>
              <a class="govuk-link" href={`${at.path}/standards`}>
                {mayDo(at, 'answer') ? 'Answer the standards' : 'See the standards'}
              </a>
            </li>
            <li>
              <a class="govuk-link" href={`${at.path}/ratings`}>
                See all ratings
              </a>
            </li>
            {judged && (
              <li>
                <a class="govuk-link" href={`${at.path}/moderation`}>
                  {mayDo(at, 'moderate') ? 'Moderate the ratings' : 'See ratings side by side'}
                </a>
              </li>
            )}
          </ul>
        </section>
      ),
    }),
  }
}

/** The generated form of the deed would ask for one standard after another: the list knows better what is open. */
const insteadOf =
  (page: string): Handler =>
  async (web, visit) => {
    const { path: address } = await standingFor(web, visit)
    return { redirect: `${address}/${page}` }
  }

const get = (end: string, by: Roles, name: string, handler: Handler): HandWrittenPage => ({
  method: 'GET',
  path: `${path}${end}`,
  by,
  name: `section11_return ${name}`,
  handler,
})

/** Submitting and finishing name every standard that stops them; each is on the page, with the way to it. */
const besideSubmit: Beside = async (web, visit) => <Missing at={await standingFor(web, visit)} />
const besideFinish: Beside = async (web, visit) => <ModerationMissing at={await standingFor(web, visit)} />

/** A problem with a standard is put right on the page of that standard. */
const onStandard =
  (page: 'standards' | 'moderation'): PutRight =>
  (under, { field }) => {
    const [, code] = /^standard-(\w+)$/.exec(field) ?? []
    return code === undefined ? undefined : `/section11-return/${under.held?.row.reference}/${page}/${code}`
  }

const deed = (action: string, beside: Beside, putRight: PutRight, by: Roles): readonly HandWrittenPage[] =>
  (['GET', 'POST'] as const).map(method => ({
    method,
    path: `${path}/${action}/:page`,
    by,
    name: `section11_return ${action}`,
    handler: (method === 'GET' ? showAction : postAction)(section11Register, action, beside, putRight),
  }))

/** Pages of a section 11 return: the standards, the ratings, and the moderation beside them. */
export const section11Pages: readonly HandWrittenPage[] = [
  get('', readers, 'record', recordPage),
  get('/standards', readers, 'standards', standardsPage),
  get('/standards/:standard', readers, 'standard', standardPage),
  {
    ...get('/standards/:standard', ['agency_lead'], 'standard', saveStandard),
    method: 'POST',
    keep: keepStandard,
  },
  get('/ratings', readers, 'ratings', ratingsPage),
  get('/moderation', judges, 'moderation', moderationPage),
  get('/moderation/:standard', ['audit_lead'], 'moderate standard', moderateStandard),
  {
    ...get('/moderation/:standard', ['audit_lead'], 'moderate standard', saveModeration),
    method: 'POST',
    keep: keepModeration,
  },
  get('/answer', ['agency_lead'], 'answer', insteadOf('standards')),
  get('/answer/:page', ['agency_lead'], 'answer', insteadOf('standards')),
  get('/moderate', ['audit_lead'], 'moderate', insteadOf('moderation')),
  get('/moderate/:page', ['audit_lead'], 'moderate', insteadOf('moderation')),
  ...deed('submit', besideSubmit, onStandard('standards'), ['agency_lead']),
  ...deed('finishModeration', besideFinish, onStandard('moderation'), ['audit_lead']),
]
