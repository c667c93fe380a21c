import { choice, optional, related, sometimes, yesNo } from '../../../declare/field.ts'
import {
  article6,
  article9,
  article10,
  duties,
  lawEnforcement,
  schedule1,
  withoutConsent,
} from '../../../fields/lists/lawfulBases.ts'
import { regimes } from './codes.ts'

/** The ground in law of a disclosure (rulebook IS-02 to IS-04). Nothing is filled in, and consent least of all. */
export const ground = {
  regime: choice('Which part of the law applies?', regimes, {
    label: 'Part of the law',
    missing: 'Select which part of the law applies',
  }),
  article6: sometimes(
    choice('Lawful basis, UK GDPR article 6', article6, {
      label: 'Article 6',
      hint: 'Needed for general processing',
    }),
  ),
  lawEnforcement: sometimes(
    choice('Condition of law-enforcement processing', lawEnforcement, {
      label: 'DPA part 3',
      hint: 'Needed for law enforcement',
    }),
  ),
  duty: choice('Duty in law to share', duties, {
    label: 'Duty',
    long: true,
    missing: 'Select the duty, or that there is none',
  }),
  underAgreement: optional(
    related('Under which information-sharing agreement?', 'sharing_agreement', {
      label: 'Agreement',
      hint: 'Reference, for example ISA-26-00003',
    }),
  ),
  specialCategory: yesNo('Does it hold special category data?', {
    label: 'Special category data',
    hint: 'Health, ethnic group, religion, sex life or sexual orientation, politics, trade union, genetics, biometrics',
    missing: 'Select whether it holds special category data',
  }),
  article9: sometimes(choice('Condition, UK GDPR article 9', article9, { label: 'Article 9' })),
  schedule1: sometimes(choice('Paragraph of schedule 1 of the DPA', schedule1, { label: 'Schedule 1' })),
  withoutConsent: sometimes(
    choice('For paragraph 18: why without consent?', withoutConsent, { label: 'Paragraph 18, without consent' }),
  ),
  offenceData: yesNo('Does it tell of offences or allegations?', {
    label: 'Information about offences',
    missing: 'Select whether it tells of offences or allegations',
  }),
  article10: sometimes(choice('Ground, UK GDPR article 10', article10, { label: 'Article 10' })),
}
