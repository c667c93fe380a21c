import { instantOf } from '../kit/dates.ts'
import { surveyRegister } from '../registers/campaigns/survey/index.ts'
import type { DemoContext } from './context.ts'
import type { Life } from './soFar.ts'
import { chronicle } from './youthTelling.ts'

const said: readonly (readonly [number, string, string, boolean])[] = [
  [1, 'S4', 'She rang when she said she would', true],
  [2, 'S4', 'The same worker all year', true],
  [3, 'S5', 'Do not make me tell it all again', true],
  [5, 'S5', 'Meetings after work', false],
  [8, 'S4', 'They asked my son, not only me', true],
  [11, 'S5', 'Letters I can understand', true],
]

/** What fourteen parents said in the summer of 2022. */
export const surveyLives = (demo: DemoContext): readonly Life[] => {
  const [auditor] = demo.holders('audit_lead', instantOf('2022-05-09', '09:00'))
  if (!auditor) return []
  const random = demo.random.fork('survey of parents')
  const one = chronicle(surveyRegister, random.id(), auditor)
    .on('2022-05-09', 'start', {
      ...{ title: 'Parents of children with a plan, summer 2022', audience: 'parents' },
      ...{ opensOn: '2022-05-09', closesOn: '2022-06-17' },
    })
    .on('2022-05-09', 'open')
  for (let respondent = 1; respondent <= 14; respondent += 1) {
    for (const question of ['S1', 'S2', 'S3'])
      one.on(
        '2022-06-07',
        'addAnswer',
        {},
        {
          ...{ respondent, question, rating: random.pick(['agree', 'agree', 'agree', 'partly', 'disagree']) },
          ...{ said: null, mayQuote: null },
        },
      )
    for (const [of, question, words, mayQuote] of said.filter(([of]) => of === respondent))
      one.on('2022-06-07', 'addAnswer', {}, { respondent: of, question, rating: null, said: words, mayQuote })
  }
  one.on('2022-06-20', 'close').on('2022-07-04', 'report', {
    findings: 'Keeping appointments and one worker matter most. Parents do not want to tell everything again.',
  })
  return [one]
}
