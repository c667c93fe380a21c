import type { Role } from '../../../../declare/roles.ts'
import { type Handler, type HandWrittenPage, readRecord, recordFrame } from '../../../../web/public.ts'
import { campaignAccess } from '../access.ts'
import { campaignRegister } from '../index.ts'
import { themesPage } from './themes.tsx'
import { trackerFile, trackerPage } from './tracker.tsx'

const readers = Object.keys(campaignAccess.read) as Role[]
const imports = ['audit_lead', 'partnership_manager']

/** The generated page with the way to the tracker and the themes. */
const recordPage: Handler = async (web, visit) => {
  const view = await readRecord(web.engine, visit.actor, campaignRegister, visit.params.reference ?? '')
  const { reference, state, kind } = view.held.row
  const link = (href: string, text: string) => (
    <li>
      <a class="govuk-link" href={href}>
        {text}
      </a>
    </li>
  )
  const adds = imports.includes(visit.actor.role) && kind !== 'section11' && (state === 'planned' || state === 'open')
  const before = (
    <ul class="govuk-list canopy-screen-only">
      {link(`/campaign/${reference}/tracker`, 'Tracker: who was asked and how far each is')}
      {link(`/campaign/${reference}/themes`, 'Themes: where settings are weak')}
      {adds && link('/setting-return/import', 'Import a list of settings')}
      {adds && link('/setting-return/start', 'Add one setting')}
    </ul>
  )
  return { page: recordFrame(web, visit, campaignRegister, view, { before }) }
}

const get = (end: string, name: string, handler: Handler): HandWrittenPage => ({
  ...{ method: 'GET', path: `/campaign/:reference${end}`, by: readers, name: `campaign ${name}`, handler },
})

/** Pages of a campaign: who answered, and what they answered together. */
export const campaignPages: readonly HandWrittenPage[] = [
  get('', 'record', recordPage),
  get('/tracker', 'tracker', trackerPage),
  get('/tracker/export', 'tracker export', trackerFile),
  get('/themes', 'themes', themesPage),
]
