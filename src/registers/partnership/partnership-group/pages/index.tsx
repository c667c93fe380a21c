import type { Role } from '../../../../declare/roles.ts'
import { type HandWrittenPage, listPage } from '../../../../web/public.ts'
import { partnershipGroupAccess } from '../access.ts'
import { partnershipGroupRegister } from '../index.ts'
import { structurePage, structurePath } from './structure.tsx'

const readers = Object.keys(partnershipGroupAccess.read) as Role[]

const toStructure = (
  <p class="govuk-body canopy-screen-only">
    <a class="govuk-link" href={structurePath}>
      Structure of the partnership: who reports to whom, who sits where, and how often each met
    </a>
  </p>
)

/** The structure as a page, and the generated list with the way to it. */
export const partnershipGroupPages: readonly HandWrittenPage[] = [
  {
    method: 'GET',
    path: '/partnership-group',
    by: readers,
    name: 'groups of the partnership',
    handler: listPage(partnershipGroupRegister, toStructure),
  },
  {
    method: 'GET',
    path: structurePath,
    by: readers,
    name: 'structure of the partnership',
    handler: structurePage,
    navigation: { text: 'Structure', order: 46 },
  },
]
