import type { Engine } from '../../engine/engine.ts'
import type { Given } from '../../engine/people/colleagues.ts'

/** What somebody is in their agency: "Designated safeguarding lead", "Deputy designated safeguarding lead", "Referrer". */
export const partWords = ({ roles }: Pick<Engine, 'roles'>, { role, deputy }: Given): string => {
  const label = roles[role]?.label ?? role
  return deputy ? `Deputy ${label.charAt(0).toLowerCase()}${label.slice(1)}` : label
}
