import { type Attributes, type Content, cx, has } from './common.ts'
import { Tag, type TagProps } from './messages.tsx'

export interface SummaryAction {
  href: string
  text: Content
  /** Completes the words for those who hear the link alone: "Change" + "date of birth". */
  visuallyHiddenText?: string | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

export interface SummaryRow {
  key: Content
  value: Content
  actions?: readonly SummaryAction[] | undefined
  classes?: string | undefined
  keyClasses?: string | undefined
  valueClasses?: string | undefined
  actionsClasses?: string | undefined
}

export interface SummaryListProps {
  rows: readonly SummaryRow[]
  classes?: string | undefined
  attributes?: Attributes | undefined
  card?:
    | {
        title?: Content
        titleClasses?: string | undefined
        headingLevel?: 2 | 3 | 4 | 5 | undefined
        actions?: readonly SummaryAction[] | undefined
        actionsClasses?: string | undefined
        classes?: string | undefined
        attributes?: Attributes | undefined
      }
    | undefined
}

function ActionLink({ action, cardTitle }: { action: SummaryAction; cardTitle?: Content }) {
  const hidden = action.visuallyHiddenText
  return (
    <a class={cx('govuk-link', action.classes)} href={action.href} {...action.attributes}>
      {action.text}
      {(hidden || has(cardTitle)) && (
        <span class="govuk-visually-hidden">
          {hidden && ` ${hidden}`}
          {has(cardTitle) && [' (', cardTitle, ')']}
        </span>
      )}
    </a>
  )
}

/** Facts as pairs of question and answer, each with its own ways to change it. */
export function SummaryList({ rows, classes, attributes, card }: SummaryListProps) {
  const anyActions = rows.some(row => row.actions?.length)
  const list = (
    <dl class={cx('govuk-summary-list', classes)} {...attributes}>
      {rows.map(row => (
        <div
          class={cx(
            'govuk-summary-list__row',
            anyActions && !row.actions?.length && 'govuk-summary-list__row--no-actions',
            row.classes,
          )}
        >
          <dt class={cx('govuk-summary-list__key', row.keyClasses)}>{row.key}</dt>
          <dd class={cx('govuk-summary-list__value', row.valueClasses)}>{row.value}</dd>
          {row.actions && row.actions.length > 0 && (
            <dd class={cx('govuk-summary-list__actions', row.actionsClasses)}>
              {row.actions.length === 1 && row.actions[0] ? (
                <ActionLink action={row.actions[0]} cardTitle={card?.title} />
              ) : (
                <ul class="govuk-summary-list__actions-list">
                  {row.actions.map(action => (
                    <li class="govuk-summary-list__actions-list-item">
                      <ActionLink action={action} cardTitle={card?.title} />
                    </li>
                  ))}
                </ul>
              )}
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
  if (!card) return list
  const Heading = `h${card.headingLevel ?? 2}` as 'h2'
  return (
    <div class={cx('govuk-summary-card', card.classes)} {...card.attributes}>
      <div class="govuk-summary-card__title-wrapper">
        {has(card.title) && <Heading class={cx('govuk-summary-card__title', card.titleClasses)}>{card.title}</Heading>}
        {card.actions?.length === 1 && card.actions[0] && (
          <div class={cx('govuk-summary-card__actions', card.actionsClasses)}>
            <ActionLink action={card.actions[0]} cardTitle={card.title} />
          </div>
        )}
        {card.actions && card.actions.length > 1 && (
          <ul class={cx('govuk-summary-card__actions', card.actionsClasses)}>
            {card.actions.map(action => (
              <li class="govuk-summary-card__action">
                <ActionLink action={action} cardTitle={card.title} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <div class="govuk-summary-card__content">{list}</div>
    </div>
  )
}

export interface Task {
  title: Content
  titleClasses?: string | undefined
  href?: string | undefined
  hint?: Content
  /** Words ("Completed") or a tag. */
  status: Content | { tag: TagProps }
  statusClasses?: string | undefined
  classes?: string | undefined
}

export interface TaskListProps {
  items: readonly Task[]
  idPrefix?: string | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

const isTagged = (status: Task['status']): status is { tag: TagProps } =>
  typeof status === 'object' && status !== null && 'tag' in status

/** The parts of a long form, each with how far it is. */
export function TaskList(props: TaskListProps) {
  const prefix = props.idPrefix ?? 'task-list'
  return (
    <ul class={cx('govuk-task-list', props.classes)} {...props.attributes}>
      {props.items.map((item, index) => {
        const hintId = `${prefix}-${index + 1}-hint`
        const statusId = `${prefix}-${index + 1}-status`
        return (
          <li class={cx('govuk-task-list__item', item.href && 'govuk-task-list__item--with-link', item.classes)}>
            <div class="govuk-task-list__name-and-hint">
              {item.href ? (
                <a
                  class={cx('govuk-link govuk-task-list__link', item.titleClasses)}
                  href={item.href}
                  aria-describedby={cx(has(item.hint) && hintId, statusId)}
                >
                  {item.title}
                </a>
              ) : (
                <div class={item.titleClasses}>{item.title}</div>
              )}
              {has(item.hint) && (
                <div id={hintId} class="govuk-task-list__hint">
                  {item.hint}
                </div>
              )}
            </div>
            <div class={cx('govuk-task-list__status', item.statusClasses)} id={statusId}>
              {isTagged(item.status) ? <Tag {...item.status.tag} /> : item.status}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
