/** Statutory roles of a seat. Codes are for ever; words may change. */
export const statutoryRoles = {
  designated: 'Designated professional',
  named: 'Named professional',
  layMember: 'Lay member',
  leadMember: 'Lead member for children’s services',
  independentChair: 'Independent chair',
  none: 'None of these',
} as const
