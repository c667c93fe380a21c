/** How strong evidence is, the strongest first. Codes are for ever; words may change. */
export const strengths = {
  figure: 'A figure that Canopy counts',
  audit: 'An audit',
  heard: 'What children, parents or staff said',
  document: 'A document',
  statement: 'A statement and nothing else',
} as const
