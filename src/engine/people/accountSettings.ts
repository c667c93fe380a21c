import { setting } from '../../declare/clock.ts'

export const invitationDays = setting({
  key: 'invitation_days',
  label: 'An invitation can be accepted for',
  unit: 'days',
  default: 7,
  source: 'Local policy',
})

export const peopleConfirmedDays = setting({
  key: 'people_confirmed_days',
  label: 'A setting confirms who its people are within',
  unit: 'days',
  default: 120,
  source: 'Local policy: once a term',
})

/** Local policy about accounts, which belongs to no register. */
export const accountSettings = [invitationDays, peopleConfirmedDays]
