import { pathOf } from '../../declare/register.ts'
import { fieldContext } from '../../engine/people/directory.ts'
import { myWork, type Task } from '../../engine/store/myWork.ts'
import { formatInstant } from '../../kit/dates.ts'
import { plural } from '../../kit/names.ts'
import { type Cell, Table, Tag } from '../components/index.ts'
import { Due, FirstTag } from '../due.tsx'
import { frame } from '../frame.tsx'
import type { Handler, Web } from '../web.ts'
import { aboutOf } from './list.tsx'

const why: Readonly<Record<Task['why'], string>> = {
  allocated: 'Assigned to you',
  agreement: 'Waits for your agreement',
  queue: 'Not assigned to anybody',
  awaited: 'You wait for what others do',
}

/** The reference, and below it what it is about, as in its list. */
const Named = ({ task }: { task: Task }) => {
  const about = aboutOf(task.register, task.about, fieldContext(task.directory))
  return (
    <>
      <a class="govuk-link canopy-reference" href={`/${pathOf(task.register)}/${task.reference}`}>
        {task.reference}
      </a>
      {about !== '' && (
        <>
          <br />
          {about}
        </>
      )}
    </>
  )
}

const taskRow = (task: Task): readonly Cell[] => [
  { content: <Named task={task} /> },
  {
    content: (
      <>
        {task.first && <FirstTag register={task.register} />}
        <Due register={task.register} clock={task.dueClock} dueAt={task.dueAt} />
      </>
    ),
  },
  { content: task.register.record.title },
  { content: why[task.why] },
  { content: <Tag>{task.register.pathway.states[task.state]?.label ?? task.state}</Tag> },
]

const draftRow = (web: Web, draft: Awaited<ReturnType<typeof myWork>>['drafts'][number]): readonly Cell[] => {
  const register = web.engine.registers.find(one => one.record.key === draft.register)
  const deed = draft.action === 'start' ? register?.pathway.start : register?.pathway.actions[draft.action]
  return [
    {
      content: (
        <a class="govuk-link" href={`/drafts/${draft.id}`}>
          {deed?.label ?? draft.action}
        </a>
      ),
    },
    { content: `${register?.record.title ?? draft.register} ${draft.reference ?? '(new)'}` },
    { content: formatInstant(draft.savedAt) },
    {
      content: (
        <a class="govuk-link" href={`/drafts/${draft.id}/delete`}>
          Delete
          <span class="govuk-visually-hidden">
            {' '}
            the draft {deed?.label ?? draft.action} {draft.reference ?? ''}
          </span>
        </a>
      ),
    },
  ]
}

/** The first page of every role: one list of everything that waits for this person, most urgent first. */
export const myWorkPage: Handler = async (web, visit) => {
  const { tasks, drafts } = await myWork(web.engine, visit.actor)
  return {
    page: frame(web, visit, {
      title: 'My work',
      wide: true,
      children: (
        <>
          <h1 class="govuk-heading-l">My work</h1>
          {tasks.length === 0 ? (
            <p class="govuk-body">Nothing waits for you.</p>
          ) : (
            <Table
              caption={`${plural(tasks.length, 'task')}, most urgent first`}
              captionClasses="govuk-table__caption--m"
              head={['Record', 'Due', 'Kind', 'Why it is yours', 'Stage'].map(content => ({ content }))}
              rows={tasks.map(taskRow)}
              narrow="rows"
            />
          )}
          {drafts.length > 0 && (
            <Table
              caption="What you began and have not sent"
              captionClasses="govuk-table__caption--m"
              head={['Draft', 'Record', 'Last saved', 'Delete'].map(content => ({ content }))}
              rows={drafts.map(draft => draftRow(web, draft))}
              narrow="rows"
            />
          )}
        </>
      ),
    }),
  }
}
