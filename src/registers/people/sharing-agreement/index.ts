import { defineRegister } from '../../../declare/register.ts'
import { agreementAccess } from './access.ts'
import { review } from './clocks.ts'
import { examples } from './examples.ts'
import { measures } from './measures.ts'
import { agreementPathway } from './pathway.ts'
import { agreement } from './record.ts'

export const sharingAgreementRegister = defineRegister({
  shape: 'assurance',
  group: 'people',
  record: agreement,
  pathway: agreementPathway,
  clocks: [review],
  access: agreementAccess,
  measures,
  list: {
    columns: ['parties', 'otherParties', 'article6', 'signedOn', 'lastReviewedOn'],
    filters: ['article6', 'duty', 'items', 'signedOn', 'owner'],
    inMenu: false,
  },
  examples,
})
