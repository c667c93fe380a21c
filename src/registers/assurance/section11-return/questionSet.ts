import { questionSet } from '../../../declare/questionSet.ts'

/** Self-rating and moderated rating use one scale; the scale is local (rulebook QA-01). */
export const scale = {
  met: 'Met',
  partiallyMet: 'Partially met',
  notMet: 'Not met',
  notApplicable: 'Not applicable',
} as const

export type Rating = keyof typeof scale

/** The eight standards in the words of the pan-London audit templates. */
export const eightStandards = questionSet({
  key: 'section11',
  version: 1,
  title: 'Section 11 self-assessment: eight standards',
  publishedOn: '2012-05-01',
  source:
    'Children Act 2004, section 11; statutory guidance of 2005, revised 2007; pan-London section 11 audit templates, May 2012',
  scale,
  questions: [
    {
      code: '1',
      kind: 'rating',
      title: 'Senior management commitment',
      words: "Senior management commitment to the importance of safeguarding and promoting children's welfare",
    },
    {
      code: '2',
      kind: 'rating',
      title: 'Statement of responsibilities',
      words: "A clear statement of the agency's responsibilities towards children, available for all staff",
    },
    {
      code: '3',
      kind: 'rating',
      title: 'Line of accountability',
      words: 'A clear line of accountability within the organisation for work on safeguarding and promoting welfare',
    },
    {
      code: '4',
      kind: 'rating',
      title: 'Service development',
      words:
        'Service development takes account of the need to safeguard and promote welfare and is informed, where appropriate, by the views of children and families',
    },
    {
      code: '5',
      kind: 'rating',
      title: 'Staff training',
      words:
        'Staff training on safeguarding and promoting welfare for all staff working with or in contact with children and families',
    },
    {
      code: '6',
      kind: 'rating',
      title: 'Safer recruitment',
      words: 'Safer recruitment, vetting and allegation-management procedures',
    },
    {
      code: '7',
      kind: 'rating',
      title: 'Inter-agency working',
      words: 'Effective inter-agency working to safeguard and promote the welfare of children',
    },
    { code: '8', kind: 'rating', title: 'Information sharing', words: 'Information sharing' },
  ],
})

/** Every published version, oldest first. A changed set is a new version here, never a change to an old one. */
export const section11Sets = [eightStandards]
