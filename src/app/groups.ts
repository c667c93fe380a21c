/** How a menu calls the lists of one group of registers, for those who read so many that they are folded. */
export const groups: Readonly<Record<string, string>> = {
  'front-door': 'Front door',
  help: 'Early help',
  'harm-outside-home': 'Harm outside the home',
  people: 'People',
  meetings: 'Meetings',
  'domestic-abuse': 'Domestic abuse',
  care: 'Care',
  youth: 'Youth',
  assurance: 'Plans and assurance',
  partnership: 'The partnership',
  reviews: 'Reviews',
  oversight: 'Oversight',
  audits: 'Audits',
  campaigns: 'Campaigns',
  learning: 'Learning',
}
