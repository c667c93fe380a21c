import type { Problem } from '../../declare/input.ts'
import { Outcome } from '../../engine/outcome.ts'
import { administratorRole } from '../../engine/people/administer.ts'
import type { Content } from '../components/common.ts'
import { frame } from '../frame.tsx'
import type { Answer, Visit, Web } from '../web.ts'

/** Where a lead finds the people of their setting. */
export const ownBase = '/our-people'
/** Where an administrator finds those of every agency. */
export const administrationBase = '/administration/people'

/** The agency whose people a page is about: a lead's own, or the one that an administrator chose. */
export const placeOf = ({ actor, params }: Visit) => {
  const administrator = actor.role === administratorRole
  const agencyId = administrator ? (params.agency ?? '') : (actor.agencyId ?? '')
  return { administrator, agencyId, base: administrator ? `${administrationBase}/${agencyId}` : ownBase }
}

/** A field of the posted form as text. */
export const typedText = ({ typed }: Visit, name: string): string => {
  const value = typed[name]
  return typeof value === 'string' ? value : ''
}

/** What the page says of a deed that was not done; anything but an outcome is a defect. */
export const problemsOf = (error: unknown, field: string): readonly Problem[] => {
  if (!(error instanceof Outcome) || error.kind === 'notFound' || error.kind === 'unavailable') throw error
  return error.kind === 'invalid' ? error.problems : [{ field, message: error.message }]
}

/** A page about people, in the frame of every page. */
export const showPage = (
  web: Web,
  visit: Visit,
  title: string,
  children: Content,
  { caption, problems = [], back, wide = false }: Shown = {},
): Answer => ({
  page: frame(web, visit, {
    title,
    problems,
    wide,
    ...(back === undefined ? {} : { back: { href: back } }),
    children: (
      <>
        {caption !== undefined && <span class="govuk-caption-l">{caption}</span>}
        <h1 class="govuk-heading-l">{title}</h1>
        {children}
      </>
    ),
  }),
  status: problems.length > 0 ? 422 : 200,
})
interface Shown {
  readonly caption?: string
  readonly problems?: readonly Problem[]
  readonly back?: string
  readonly wide?: boolean
}
