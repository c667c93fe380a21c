import { rareWords } from './codes.ts'

/**
 * What in a text may tell who a child is. Plain rules, the same every time, which warn and decide nothing: a person reads each warning and
 * says why the text may be published, or changes it.
 */

const months = 'January|February|March|April|May|June|July|August|September|October|November|December'
const fullDate = new RegExp(
  `\\b\\d{1,2}(?:st|nd|rd|th)? (?:${months}) \\d{4}\\b|\\b\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}\\b|\\b\\d{4}-\\d{2}-\\d{2}\\b`,
  'g',
)
const number =
  '(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)'
const span = '[- ](?:year|month|week|day)s?'
const exactAge = new RegExp(
  `\\b(?:aged|age of) ${number}\\b|\\b${number}${span}[- ]old\\b|\\bwas ${number}\\b(?!${span})`,
  'gi',
)
const streetOrSchool =
  /\b[A-Z][\w’'-]+ (?:[A-Z][\w’'-]+ )?(?:Street|Road|Lane|Avenue|Close|Gardens|Terrace|Square|Crescent|Estate|House|School|Primary|Secondary|Academy|College|Nursery)\b/g
const postcode = /\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/g

const found = (text: string, pattern: RegExp): readonly string[] => [...new Set(text.match(pattern) ?? [])]

const rareIn = (text: string): readonly string[] =>
  rareWords.filter(word => new RegExp(`\\b${word}s?\\b`, 'i').test(text))

/** What the records of the person know, as words that do not say it. */
const known: Readonly<Record<string, string>> = {
  name: 'A name of the child stands in the text. Take it out.',
  born: 'The child’s date of birth stands in the text. Take it out.',
}

/** A sentence for each; none where nothing was found. */
export const warningsIn = (text: string, ofPerson: readonly string[]): readonly string[] => {
  const ages = found(text, exactAge)
  return [
    ...ofPerson.flatMap(kind => known[kind] ?? []),
    ...found(text, fullDate).map(
      date => `A full date stands in the text: “${date}”. Could it be a date of birth or of the death?`,
    ),
    ...found(text, postcode).map(code => `A postcode stands in the text: “${code}”.`),
    ...(ages.length === 0
      ? []
      : found(text, streetOrSchool).map(
          place =>
            `An exact age (“${ages[0]}”) stands in the text, and the street or school “${place}”. Together they may tell who it is.`,
        )),
    ...rareIn(text).map(word => `“${word}” is a detail that few children share. Does the reader need it?`),
  ]
}
