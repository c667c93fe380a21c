import { related } from '../../../declare/field.ts'
import { record } from '../../../declare/record.ts'
import { fields } from './fields.ts'

/**
 * One disclosure of information about people to one recipient, asked for or on our own initiative, or the decision not to
 * share: who, what, for what, on which ground in law, and what became of it (rulebook IS-06).
 */
export const sharing = record({
  key: 'sharing',
  title: 'Sharing',
  plural: 'Sharings',
  reference: 'SHR',
  // Grounds in law are those of the day on which it was shared; until then, of the day on which somebody decides.
  eventOn: 'sharedAt',
  about: ['people'],
  fields,
  lines: {
    alsoAbout: {
      title: 'Also about',
      one: 'person it is also about',
      key: 'alsoPerson',
      fields: {
        alsoPerson: related('Who else is it about?', 'person', {
          hint: 'Reference, for example PER-26-00042',
          about: true,
          label: 'Person',
          missing: 'Enter the reference of the person',
        }),
      },
    },
  },
})
