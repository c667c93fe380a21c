/** The last digit of an NHS number, by weights 10 to 2 and modulus 11; nothing where the other nine can have none. */
const nhsCheckDigit = (nine: string): number | undefined => {
  const sum = [...nine].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0)
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? undefined : check
}

/** Whether these ten digits are an NHS number (NHS Data Dictionary, "NHS NUMBER": modulus 11). */
export const isNhsNumber = (text: string): boolean =>
  /^\d{10}$/.test(text) && !/^(\d)\1{9}$/.test(text) && nhsCheckDigit(text.slice(0, 9)) === Number(text[9])

/** An NHS number from nine digits; nothing for the one in eleven that has no check digit. For invented people. */
export const nhsNumberOf = (nine: string): string | undefined => {
  const check = nhsCheckDigit(nine)
  return check === undefined ? undefined : `${nine}${check}`
}

const upnLetters = 'ABCDEFGHJKLMNPQRTUVWXYZ'

/** The first letter of a UPN by the twelve characters after it: weights 2 to 13, modulus 23, without I, O and S. */
const upnLetter = (twelve: string): string => {
  const worth = (character: string) => (/\d/.test(character) ? Number(character) : upnLetters.indexOf(character))
  const sum = [...twelve].reduce((total, character, at) => total + worth(character) * (at + 2), 0)
  return upnLetters[sum % 23] as string
}

/** Whether this is a unique pupil number (DfE UPN guide: letter, 11 digits, and a digit or, for a temporary one, a letter). */
export const isUpn = (text: string): boolean =>
  /^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$/.test(text) && upnLetter(text.slice(1)) === text[0]

/** A UPN from the twelve characters after its letter. For invented people. */
export const upnOf = (twelve: string): string => `${upnLetter(twelve)}${twelve}`
