import { defineRegister } from '../../../declare/register.ts'
import { scrutinyChallengeAccess } from './access.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { scrutinyChallengePathway } from './pathway.ts'
import { scrutinyChallenge } from './record.ts'
import { settings } from './rules.ts'

export const scrutinyChallengeRegister = defineRegister({
  shape: 'assurance',
  group: 'oversight',
  owner: { person: 'toPerson', agency: 'toAgency' },
  record: scrutinyChallenge,
  pathway: scrutinyChallengePathway,
  clocks,
  settings: Object.values(settings),
  access: scrutinyChallengeAccess,
  measures,
  list: {
    columns: ['title', 'kind', 'theme', 'judgement', 'toAgency', 'madeOn'],
    filters: ['kind', 'theme', 'judgement', 'toAgency', 'madeOn'],
  },
  examples,
})
