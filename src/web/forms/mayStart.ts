import { pathOf } from '../../declare/register.ts'
import type { Visit, Web } from '../web.ts'

/** Whether this person may begin a record of the register at this path ("/peer-group"): a page shows no way that leads nowhere. */
export const mayStartAt = (web: Web, { actor }: Visit, path: string): boolean =>
  (
    web.engine.registers.find(register => `/${pathOf(register)}` === path)?.pathway.start.by as
      | readonly string[]
      | undefined
  )?.includes(actor.role) === true
