import { today } from '../src/kit/clock.ts'
import { stringifyCsv } from '../src/kit/csv.ts'
import { addDays, type Day } from '../src/kit/dates.ts'
import { contactRegister } from '../src/registers/front-door/contact/index.ts'

const sources = ['1A', '2A', '3A', '3E', '6', '8', '9']
const worries = ['physicalHarm', 'emotionalHarm', 'neglect', 'domesticAbuse', 'missing', 'housingMoney']
const example = contactRegister.examples[0]?.start as Record<string, string>

/** Headings of a file of contacts. */
export const header = Object.keys(example)

const invented = (n: number, first: Day): readonly string[] => {
  const answers: Record<string, string> = {
    ...example,
    receivedAt: `${addDays(first, n % 365)} ${String(8 + (n % 10)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`,
    source: sources[n % sources.length] ?? '',
    worry: worries[n % worries.length] ?? '',
    givenName: `Child${n}`,
    familyName: `Example-${n % 977}`,
    bornOn: addDays('2010-01-01', (n * 37) % 5000),
    whatHappened: `Invented account number ${n}. ${'What was seen, heard and said, in the words of the referrer. '.repeat(6)}`,
  }
  return header.map(name => answers[name] ?? '')
}

/** A file of invented contacts received over the last year. */
export const contactsFile = (size: number): Buffer => {
  const first = addDays(today(), -366)
  return Buffer.from(
    stringifyCsv(
      header,
      Array.from({ length: size }, (_, n) => invented(n, first)),
    ),
  )
}
