import { setting } from '../../declare/clock.ts'

/** Local policy about other systems, which belongs to no register. */
export const machineSettings = {
  tokenDays: setting({
    key: 'token_days',
    label: 'A token of another system works for at most',
    unit: 'days',
    default: 365,
    source: 'Local policy',
  }),
  requests: setting({
    key: 'token_requests_a_minute',
    label: 'Another system may ask with one token at most',
    unit: 'times a minute',
    default: 600,
    source: 'Local policy',
  }),
  failures: setting({
    key: 'token_failures_a_minute',
    label: 'Tokens that open nothing are answered at most, for each address of the network',
    unit: 'times a minute',
    default: 30,
    source: 'Local policy',
  }),
} as const
