import { defineRegister } from '../../../declare/register.ts'
import { panelNominationAccess } from './access.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { panelNominationPathway } from './pathway.ts'
import { panelNomination } from './record.ts'
import { settings } from './rules.ts'

export const panelNominationRegister = defineRegister({
  shape: 'case',
  group: 'harm-outside-home',
  record: panelNomination,
  pathway: panelNominationPathway,
  clocks,
  settings: Object.values(settings),
  access: panelNominationAccess,
  measures,
  list: {
    columns: ['subject', 'label', 'risk', 'nominatedOn', 'lastHeardOn'],
    filters: ['subject', 'kinds', 'criteria', 'risk', 'sift', 'placedIn', 'nominatedOn'],
  },
  examples,
})
