/** Code lists of groups of the partnership. Codes are for ever; words may change. */

export const groupKinds = {
  board: 'Board',
  subGroup: 'Sub-group',
  taskGroup: { label: 'Task and finish group', hint: 'Has an end and a measure of success' },
  steering: 'Steering group',
  linkedBoard: { label: 'Board of others', hint: 'Works with the partnership and is not part of it' },
} as const

export const rhythms = {
  weekly: 'Every week',
  monthly: 'Every month',
  sixWeekly: 'Every six weeks',
  quarterly: 'Every three months',
  halfYearly: 'Every six months',
  yearly: 'Once a year',
  asNeeded: 'When there is need',
} as const

export const outputKinds = {
  pathwayMap: 'Map of pathways',
  protocol: 'Protocol',
  dataPlan: 'Plan for data',
  strategy: 'Strategy',
  guidance: 'Guidance',
  training: 'Training',
  other: 'Something else',
} as const

export const endings = {
  done: 'It did what it was for',
  passedOn: 'Its work goes on in another group',
  stopped: 'It stopped before it was done',
} as const
