import { defineRegister } from '../../../declare/register.ts'
import { keepsCampaigns } from '../../../fields/lists/campaigns.ts'
import { earlyYearsSets, schoolSets } from '../../../fields/lists/settingQuestions.ts'
import { settingReturnAccess } from './access.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { settingReturnPathway } from './pathway.ts'
import { settingReturn } from './record.ts'
import { settings } from './rules.ts'

export const settingReturnRegister = defineRegister({
  shape: 'assurance',
  group: 'campaigns',
  record: settingReturn,
  pathway: settingReturnPathway,
  clocks,
  settings: Object.values(settings),
  access: settingReturnAccess,
  files: { by: ['setting_lead', ...keepsCampaigns], from: ['notStarted', 'answering', 'sentBack'] },
  measures,
  questionSets: [...schoolSets, ...earlyYearsSets],
  list: {
    columns: ['settingType', 'area', 'campaign', 'statementsAnswered', 'dueOn', 'submittedAt'],
    filters: ['campaign', 'settingType', 'setKey', 'completeness', 'dueOn', 'submittedAt'],
  },
  examples,
})
