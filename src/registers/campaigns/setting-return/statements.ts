import { questionOptions } from '../../../declare/questionSet.ts'
import { earlyYearsSets, schoolSets } from '../../../fields/lists/settingQuestions.ts'

/** Every statement of both sets. A code is of one set only, so that it never asks after two things. */
export const statements = { ...questionOptions(schoolSets), ...questionOptions(earlyYearsSets) }

/** "4" of "4.3" and of "E4.3": the heading it stands under. */
export const headingOf = (code: string): string => code.replace(/^E/, '').split('.')[0] ?? ''
