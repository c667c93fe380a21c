import { settingTypes } from '../../../../fields/lists/campaigns.ts'
import { today } from '../../../../kit/clock.ts'
import { formatDay, formatInstant } from '../../../../kit/dates.ts'
import {
  type Beside,
  fieldContext,
  type Handler,
  type HandWrittenPage,
  inLines,
  type PublishedWords,
  type PutRight,
  peerShares,
  postAction,
  recordFrame,
  SummaryList,
  shareWords,
  showAction,
  Table,
} from '../../../../web/public.ts'
import { settingReturnAccess } from '../access.ts'
import { settingReturnRegister } from '../index.ts'
import { answerTo, moderationOf } from '../rules.ts'
import { Missing, Progress, returnFrame, sectionOf, titleOf } from './parts.tsx'
import { answersBy, ratingWords, readStanding, type Standing, standingFor } from './standing.ts'
import { carryStatement, keepStatement, saveStatement, statementPage, statementsPage } from './statements.tsx'

type Roles = HandWrittenPage['by']
const readers = Object.keys(settingReturnAccess.read) as unknown as Roles
const path = '/setting-return/:reference'

/** The generated page with the way to the statements first; the setting's name is in its title. */
const recordPage: Handler = async (web, visit) => {
  const at = await readStanding(web, visit)
  const answering = at.set.questions.some(({ code }) => answersBy(at, code) !== null)
  const link = (end: string, text: string) => (
    <li>
      <a class="govuk-link" href={`${at.path}/${end}`}>
        {text}
      </a>
    </li>
  )
  return {
    page: recordFrame(web, visit, settingReturnRegister, at.view, {
      section: sectionOf(at),
      before: (
        <section aria-labelledby="statements">
          <h2 class="govuk-heading-m" id="statements">
            Statements
          </h2>
          <Progress at={at} />
          <ul class="govuk-list">
            {link('statements', answering ? 'Answer the statements' : 'See the statements')}
            {link('comparison', 'See it beside others')}
            {at.row.submittedAt && link('certificate', 'Certificate of submission')}
          </ul>
        </section>
      ),
    }),
  }
}

const lines = {
  register: settingReturnRegister,
  ...{ group: 'answers', statement: 'statement', rating: 'rating', counted: 'met', without: 'doesNotApply' },
} as const

/** Others of the same type in the same round, as shares of enough of them; from the day after answers were due. */
const sharesOfOthers = async (
  web: Parameters<Handler>[0],
  visit: Parameters<Handler>[1],
  { row }: Standing,
): Promise<ReadonlyMap<string, PublishedWords> | null> => {
  // Before that, each answer that comes in would move the share, and the difference would be one setting.
  if (row.dueOn === null || row.dueOn >= today()) return null
  const found = await peerShares(web.engine, visit.actor, lines, {
    fields: { campaign: row.campaign, settingType: row.settingType },
    states: ['submitted', 'accepted'],
  })
  return new Map(found.map(({ code, share }) => [code, shareWords(share)]))
}

const comparisonPage: Handler = async (web, visit) => {
  const at = await readStanding(web, visit)
  const others = await sharesOfOthers(web, visit, at)
  const type = at.row.settingType === null ? 'Settings of no type' : settingTypes[at.row.settingType]
  return {
    page: returnFrame(web, visit, at, 'comparison', {
      title: 'Beside others',
      back: { href: at.path, text: 'The return' },
      children: (
        <>
          <h1 class="govuk-heading-l">{at.name} beside others</h1>
          <p class="govuk-body">
            {others === null
              ? `Others are shown from the day after answers are due${at.row.dueOn ? `, ${formatDay(at.row.dueOn)}` : ''}.`
              : `Of settings of the same type (${type.toLowerCase()}) that answered in this round: how many of each hundred say Met. What does not apply is left out.`}
          </p>
          <Table
            id="comparison"
            caption="Each statement"
            captionClasses="govuk-table__caption--m"
            head={['Statement', 'Own rating', 'Last year', ...(others ? ['Others: met'] : [])].map(content => ({
              content,
            }))}
            rows={at.set.questions.map(question => [
              { content: titleOf(question) },
              { content: ratingWords(at, heldRating(at, question.code)) },
              { content: ratingWords(at, at.before.find(({ statement }) => statement === question.code)?.rating) },
              ...(others ? [{ content: others.get(question.code) ?? '[z]' }] : []),
            ])}
            narrow="rows"
          />
          {others && (
            <p class="govuk-body canopy-legend">
              <strong>[c]</strong> Too few answered, or too few answered otherwise, so that one setting could be found
              out. <strong>[z]</strong> There was nothing to count.
            </p>
          )}
        </>
      ),
    }),
  }
}

/** The rating that holds: the moderated one where there is one. */
const heldRating = (at: Standing, code: string): string | null | undefined =>
  moderationOf(at.lines, code)?.moderatedRating ?? answerTo(at.lines, code)?.rating

const certificateRows = ({ row, lines: { support } }: Standing, accounts: (id: string | null) => string) =>
  [
    ['Submitted', row.submittedAt && formatInstant(row.submittedAt)],
    ['Submitted by', row.submittedBy && accounts(row.submittedBy)],
    ['Independent review by', row.reviewSupplied ? row.reviewBy : null],
    ['Head or manager', row.headName && `${row.headName}, ${formatDay(row.headSignedOn ?? '')}`],
    [
      'Above the head',
      row.governorAs === 'nobody'
        ? 'There is nobody above the head or manager'
        : row.governorName && `${row.governorName}, ${formatDay(row.governorSignedOn ?? '')}`,
    ],
    ['Accepted', row.acceptedAt && formatInstant(row.acceptedAt)],
    ['Support given', support.length > 0 ? String(support.length) : null],
    ['Feedback', row.feedback],
  ].flatMap(([key, value]) => (value ? [{ key: String(key), value: inLines(value) }] : []))

/** What a setting can show: that it answered, when, and who confirmed it. Prints as one sheet. */
const certificatePage: Handler = async (web, visit) => {
  const at = await readStanding(web, visit)
  const context = fieldContext(at.view.directory)
  const named = (id: string | null) => context.directory.accounts.find(one => one.id === id)?.name ?? 'A colleague'
  return {
    page: returnFrame(web, visit, at, 'certificate', {
      title: 'Certificate of submission',
      back: { href: at.path, text: 'The return' },
      children: (
        <>
          <h1 class="govuk-heading-l">Certificate of submission</h1>
          {at.row.submittedAt === null ? (
            <p class="govuk-body">{at.name} has not submitted this return.</p>
          ) : (
            <>
              <p class="govuk-body-l">
                {at.name} gave the {web.partnership} its own account of how it keeps children safe: {at.set.title},
                version {at.set.version}.
              </p>
              <SummaryList rows={certificateRows(at, named)} />
              <p class="govuk-body">
                It says that an account was given. It says nothing of how good safeguarding is there.
              </p>
            </>
          )}
        </>
      ),
    }),
  }
}

/** The generated form would ask for one statement after another: the list knows better what is open. */
const toStatements: Handler = async (web, visit) => {
  const { path: address } = await standingFor(web, visit)
  return { redirect: `${address}/statements` }
}

const get = (end: string, by: Roles, name: string, handler: Handler): HandWrittenPage => ({
  ...{ method: 'GET', path: `${path}${end}`, by, name: `setting_return ${name}`, handler },
})

const besideFinish: Beside = async (web, visit) => <Missing at={await standingFor(web, visit)} />
const onStatement: PutRight = (under, { field }) => {
  const [, code] = /^statement-([\w.]+)$/.exec(field) ?? []
  return code === undefined ? undefined : `/setting-return/${under.held?.row.reference}/statements/${code}`
}

const deed = (action: string, by: Roles): readonly HandWrittenPage[] =>
  (['GET', 'POST'] as const).map(method => ({
    method,
    path: `${path}/${action}/:page`,
    by,
    name: `setting_return ${action}`,
    handler: (method === 'GET' ? showAction : postAction)(settingReturnRegister, action, besideFinish, onStatement),
  }))

const leads: Roles = ['setting_lead']
const onList = ['answer', 'answerAgain', 'carryForward']

/** Pages of a setting's return: its statements, how it stands beside others, and the certificate. */
export const settingReturnPages: readonly HandWrittenPage[] = [
  get('', readers, 'record', recordPage),
  get('/statements', readers, 'statements', statementsPage),
  get('/statements/:statement', readers, 'statement', statementPage),
  { ...get('/statements/:statement', leads, 'statement', saveStatement), method: 'POST', keep: keepStatement },
  { ...get('/statements/:statement/carry', leads, 'carry forward', carryStatement), method: 'POST' },
  get('/comparison', readers, 'comparison', comparisonPage),
  get('/certificate', readers, 'certificate', certificatePage),
  ...onList.flatMap(action => [
    get(`/${action}`, leads, action, toStatements),
    get(`/${action}/:page`, leads, action, toStatements),
  ]),
  ...deed('finish', leads),
  ...deed('finishAgain', leads),
]
