/** Words of invented meetings: no case of anybody. */
export const incidents: readonly (readonly [what: string, account: string, score: number])[] = [
  ['strangulation', 'He put his hands round her throat in the kitchen. A neighbour called the police.', 17],
  ['violence', 'He pushed her against a door during an argument about money. The children were upstairs.', 12],
  ['threats', 'He wrote that he would come to the school and take the children.', 14],
  ['stalking', 'He waits outside her work on most days and follows her to the bus.', 15],
  ['control', 'He holds her bank card and telephone, and decides whom she may see.', 11],
  ['breach', 'He came to the home although an order forbids it.', 16],
  ['sexual', 'She told the advocate that he does not accept a no.', 18],
  ['violence', 'He threw a chair; she has a broken wrist and was seen in hospital.', 15],
]

export const discussions: readonly string[] = [
  'Police: arrested and bailed with conditions. Advocate: she wants to stay in the home with new locks. Housing agrees.',
  'Health: injuries fit what she says. Police: statement taken. She asks for no contact by letter.',
  'Advocate: she has left to family for a week. Children’s social care knows the family and visits tomorrow.',
  'Probation: he has missed two appointments; recall is looked at. Police raise the flag on the address.',
  'Adult services: she is his carer; a second carer is found so that she does not depend on him.',
]

export const tasks: readonly (readonly [agency: string, task: string, hours: number])[] = [
  ['samphire', 'Call at the safe time and agree the safety plan', 7],
  ['housing', 'Change the locks', 26],
  ['police', 'Flag the address and confirm the bail conditions to the school', 7],
  ['health', 'Tell the practice and the midwife how to make contact safely', 26],
  ['probation', 'Enforcement letter, and what follows from it', 48],
  ['adults', 'Arrange another carer for the mornings', 50],
  ['council', 'Tell the allocated social worker of the plan', 7],
]

export const said: readonly string[] = [
  'Two call-outs this year. No further action was taken at the second.',
  'Seen twice since September. She did not speak of it, and he was in the room.',
  'Tenancy is in both names. Rent is paid. A transfer can be looked at.',
  'He is on a community order and has come to three of five appointments.',
  'She rang in May and did not want a visit. No contact since.',
]

export const nominations: readonly (readonly [why: string, tried: string, asks: string])[] = [
  [
    'Found twice far from home with two telephones.',
    'A youth worker since the spring; a plan with the school.',
    'A disruption action on the older group.',
  ],
  [
    'Missing three times in a month, each time from the same estate.',
    'Return interviews; a curfew agreed with the mother.',
    'A place to be in the evenings, and checks of one flat.',
  ],
  [
    'New clothes and a debt that nobody can explain.',
    'A mentor, who was not accepted.',
    'A way out of the debt that does not put the family in danger.',
  ],
  [
    'Messages from an adult met online.',
    'The telephone was looked at with consent.',
    'To find who it is, and whom else they write to.',
  ],
]

export const panelSaid: readonly string[] = [
  'Police: the older group is known. Youth worker sees the child weekly. The child says the garage is all right.',
  'School: attendance is better. Health: no new injury. The family asks for help with the telephone contract.',
  'Another borough has been asked what it knows. No answer yet.',
]

export const places: readonly string[] = [
  'Stairwell behind the station',
  'Park by the canal, after dark',
  'Chicken shop on the corner',
  'Car park of the leisure centre',
]
export const harms: readonly string[] = ['Called Dex', 'Called Moony', 'Driver of the grey van']
