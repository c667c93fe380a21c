/** Code lists of partners in the arrangements. Codes are for ever; words may change. */

export const partnerRoles = {
  statutory: { label: 'Statutory safeguarding partner', hint: 'One of the three' },
  relevant: { label: 'Relevant agency', hint: 'Named in the arrangements as needed by the three' },
} as const
