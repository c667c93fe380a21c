import { type Day, formatDay, formatRelativeAge } from '../../../kit/dates.ts'

interface Named {
  readonly givenName: string | null
  readonly familyName: string | null
  readonly expectedOn?: Day | null
  readonly bornOn?: Day | null
}

/** How a person is called; never empty, because somebody whose name is not known is somebody. */
export const nameOf = ({ givenName, familyName, expectedOn, bornOn }: Named): string => {
  const name = [givenName, familyName].filter(part => part !== null && part !== undefined && part !== '').join(' ')
  const unborn = expectedOn !== null && expectedOn !== undefined && !bornOn
  if (unborn) return name === '' ? 'Unborn child' : `Unborn child (${name})`
  return name === '' ? 'Name not known' : name
}

const words: Readonly<Record<string, readonly [string, string, string]>> = {
  female: ['Girl', 'Young woman', 'Woman'],
  male: ['Boy', 'Young man', 'Man'],
}

interface Dated extends Named {
  readonly sex: string | null
  readonly kind: string | null
  readonly birthKnown: string | null
  readonly diedOn: Day | null
}

/** "Girl, 6 years, born 14 May 2020": who somebody is at a glance, on a day. */
export const factsOf = (row: Dated, today: Day): readonly string[] => {
  if (row.bornOn === null || row.bornOn === undefined)
    return row.expectedOn ? [`Expected ${formatDay(row.expectedOn)}`] : ['Date of birth not known']
  const years = Number(today.slice(0, 4)) - Number(row.bornOn.slice(0, 4))
  const of = words[row.sex ?? '']?.[years < 16 ? 0 : years < 22 ? 1 : 2] ?? (row.kind === 'child' ? 'Child' : 'Adult')
  const born = `${row.birthKnown === 'estimated' ? 'born about' : 'born'} ${formatDay(row.bornOn)}`
  return row.diedOn
    ? [of, born, `Died ${formatDay(row.diedOn)}`]
    : [`${of}, ${formatRelativeAge(row.bornOn, today)}`, born]
}
