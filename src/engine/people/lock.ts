/** Wrong passwords or codes after which an account is locked. */
export const tries = 5
/** Minutes for which it is. */
export const lockedMinutes = 15
