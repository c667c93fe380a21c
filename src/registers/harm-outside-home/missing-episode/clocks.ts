import { clock, hours } from '../../../declare/clock.ts'
import { missingEpisode } from './record.ts'
import { settings } from './rules.ts'

/** Due where the police grade the risk as high, from the third episode in 90 days, or where somebody asked for it. */
export const strategyDiscussion = clock(missingEpisode, {
  key: 'strategy_discussion',
  label: 'Strategy discussion',
  basis: 'Local policy, after the London safeguarding children procedures',
  rule: 'MX-04',
  starts: 'strategyFrom',
  meets: 'strategyHeldAt',
  when: ({ state }) => state !== 'recordedInError' && state !== 'joined',
  due: hours(settings.strategy),
})

export const clocks = [strategyDiscussion]
