import { defineRegister } from '../../../declare/register.ts'
import { contactAccess } from './access.ts'
import { chronology } from './chronology.ts'
import { clocks } from './clocks.ts'
import { examples } from './examples.ts'
import { contactsAgain, contactsNotOpen, contactsReceived } from './measures.ts'
import { measuresOfPractice } from './measuresOfPractice.ts'
import { measuresOfTime } from './measuresOfTime.ts'
import { contactPathway } from './pathway.ts'
import { contact } from './record.ts'
import { settings } from './rules.ts'

export const contactRegister = defineRegister({
  shape: 'case',
  group: 'front-door',
  assigned: true,
  record: contact,
  pathway: contactPathway,
  clocks,
  settings: Object.values(settings),
  access: contactAccess,
  files: {
    by: ['screener', 'screening_manager', 'business_support'],
    from: ['received', 'screening', 'checking', 'decided', 'agreed', 'reachingOut'],
  },
  measures: [contactsReceived, contactsNotOpen, contactsAgain, ...measuresOfTime, ...measuresOfPractice],
  chronology,
  list: {
    columns: ['givenName', 'familyName', 'worry', 'source', 'receivedAt', 'urgency'],
    filters: ['source', 'worry', 'urgency', 'outcome', 'decision', 'receivedAt'],
    takes: 'take',
    first: { field: 'safeNow', answers: ['no', 'notKnown'], until: 'urgencyAt', words: 'May not be safe' },
  },
  examples,
})
