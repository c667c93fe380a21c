import type { Problem } from '../../declare/input.ts'
import {
  choosePreference,
  listNotices,
  markRead,
  mostUnread,
  type NoticeRow,
  noticeTold,
  readPreference,
} from '../../engine/notices/notices.ts'
import type { Choice } from '../../engine/notices/write.ts'
import { formatInstant } from '../../kit/dates.ts'
import { isId } from '../../kit/ids.ts'
import { plural } from '../../kit/names.ts'
import { Button, type Cell, Form, Radios, Table, Tag } from '../components/index.ts'
import { frame } from '../frame.tsx'
import type { Answer, Handler, Visit, Web } from '../web.ts'

const noticeRow = (
  visit: Visit,
  notice: NoticeRow,
  { words, about, path }: NonNullable<ReturnType<typeof noticeTold>>,
): readonly Cell[] => {
  return [
    {
      content: (
        <span>
          {words}
          {notice.urgent && (
            <>
              {' '}
              <Tag colour="red">Urgent</Tag>
            </>
          )}
        </span>
      ),
    },
    {
      content: (
        <a class="govuk-link canopy-reference" href={path}>
          {about}
        </a>
      ),
    },
    { content: formatInstant(notice.createdAt) },
    {
      content:
        notice.readAt !== null ? (
          'Read'
        ) : (
          <Form action="/notices" csrf={visit.csrf}>
            <Button kind="secondary" name="notice" value={notice.id} classes="govuk-!-margin-bottom-0">
              Mark as read
              <span class="govuk-visually-hidden">
                : {words}, {about}
              </span>
            </Button>
          </Form>
        ),
    },
  ]
}

const unreadWords = (unread: number): string =>
  unread === 0
    ? 'You have read all notices'
    : unread > mostUnread
      ? `More than ${plural(mostUnread, 'unread notice')}`
      : plural(unread, 'unread notice')

/** What this person was told, unread first. */
export const noticesPage: Handler = async (web, visit) => {
  const notices = await listNotices(web.engine, visit.actor)
  const { unread } = visit
  return {
    page: frame(web, visit, {
      title: 'Notices',
      wide: true,
      children: (
        <>
          <h1 class="govuk-heading-l">Notices</h1>
          <p class="govuk-body">
            <a class="govuk-link" href="/notices/preferences">
              Choose how you are told
            </a>
          </p>
          {visit.posts.length > 1 && (
            <p class="govuk-body">You hold more than one post. Here are the notices of the one you act in now.</p>
          )}
          {notices.length === 0 ? (
            <p class="govuk-body">There are no notices for you.</p>
          ) : (
            <Table
              caption={unreadWords(unread)}
              captionClasses="govuk-table__caption--m"
              head={['What', 'Record', 'When', 'Read'].map(content => ({ content }))}
              rows={notices.flatMap(notice => {
                const told = noticeTold(web.engine.registers, notice)
                return told ? [noticeRow(visit, notice, told)] : []
              })}
              narrow="rows"
            />
          )}
          {unread > 1 && (
            <Form action="/notices" csrf={visit.csrf}>
              <Button kind="secondary" name="notice" value="all" preventDoubleClick={true}>
                Mark all as read
              </Button>
            </Form>
          )}
        </>
      ),
    }),
  }
}

/** Marks one notice, or all. Of one that is not theirs nothing is said. */
export const markNoticesRead: Handler = async (web, visit) => {
  const { notice } = visit.typed
  if (notice === 'all') await markRead(web.engine, visit.actor, null)
  else if (typeof notice === 'string' && isId(notice)) await markRead(web.engine, visit.actor, notice)
  return { redirect: '/notices' }
}

const choices: Readonly<Record<Choice, { readonly text: string; readonly hint: string }>> = {
  at_once: {
    text: 'By e-mail, at once',
    hint: 'In the evening, at night, at weekends and on bank holidays only what is urgent',
  },
  daily: { text: 'By e-mail, once a day', hint: 'All notices of a day together. What is urgent comes at once' },
  canopy_only: { text: 'Only in Canopy', hint: 'No e-mails, not even what is urgent' },
}

const isChoice = (value: unknown): value is Choice => typeof value === 'string' && Object.hasOwn(choices, value)

const preferences = async (web: Web, visit: Visit, problems: readonly Problem[] = []): Promise<Answer> => {
  const { choice, email } = await readPreference(web.engine, visit.actor)
  return {
    status: problems.length > 0 ? 422 : 200,
    page: frame(web, visit, {
      title: 'How do you want to be told?',
      section: 'Notices',
      back: { href: '/notices' },
      problems,
      children: (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <Form action="/notices/preferences" csrf={visit.csrf}>
              <Radios
                name="choice"
                legend="How do you want to be told?"
                legendClasses="govuk-fieldset__legend--l"
                isPageHeading={true}
                hint={
                  email === null
                    ? 'Your account has no e-mail address, so you are told in Canopy alone. An administrator can add one'
                    : 'E-mails hold a reference and a link, and nothing about anybody'
                }
                value={choice}
                error={problems[0]?.message}
                items={Object.entries(choices).map(([value, { text, hint }]) => ({ value, label: text, hint }))}
              />
              <Button preventDoubleClick={true}>Save</Button>
            </Form>
          </div>
        </div>
      ),
    }),
  }
}

/** How this person wants to be told. What holds now is shown: it is their own choice, or what holds for everybody. */
export const preferencesPage: Handler = (web, visit) => preferences(web, visit)

export const postPreferences: Handler = async (web, visit) => {
  const { choice } = visit.typed
  if (!isChoice(choice))
    return preferences(web, visit, [{ field: 'choice', message: 'Select how you want to be told' }])
  await choosePreference(web.engine, visit.actor, choice)
  return { redirect: '/notices' }
}
