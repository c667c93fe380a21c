/** Codes of this register: for ever, while the words may change. */

export const kinds = {
  codeWord: { label: 'A code word or sign', hint: 'For example Ask for ANI' },
  virtualConsultation: {
    label: 'Safeguards in consultations by video or telephone',
    hint: 'How staff find out whether somebody can speak freely',
  },
  poster: 'Posters, leaflets or pages',
  staffGuide: 'A guide for staff',
  other: 'Something else',
} as const

export const audiences = {
  public: 'The public',
  patients: 'Patients or tenants',
  staff: 'Staff',
  youngPeople: 'Young people',
  parents: 'Parents',
} as const

export const channels = {
  intranet: 'Intranet',
  noticeBoards: 'Notice boards',
  website: 'Website or social media',
  leaflets: 'Leaflets and cards',
  training: 'Training',
  inPerson: 'Events',
} as const

/** What one disclosure is, so that counts of different places are not added up unawares. */
export const disclosureUnits = {
  usedCode: 'A person who used the code word',
  saidInConsultation: 'A patient who spoke of abuse in a consultation',
  askedStaff: 'A person who spoke to a member of staff',
  contacted: 'A call or message to the number given',
} as const

export const reviewOutcomes = {
  goesOn: 'It goes on as it is',
  changed: 'It goes on with changes',
  ends: 'It should end',
} as const
