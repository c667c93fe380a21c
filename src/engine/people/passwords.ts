import { hash, verify } from '@node-rs/argon2'

/** OWASP Password Storage Cheat Sheet for argon2id, the library's own choice: 19 MiB of memory, two passes, one lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

const shortest = 12
/** Longer text would only cost the server time. */
const longest = 200

/** The same text however it was typed: an accented letter is one letter on every keyboard. */
const normal = (text: string): string => text.normalize('NFKC')

/** The hash that is stored; it carries its salt and parameters. */
export const hashPassword = (text: string): Promise<string> => hash(normal(text), parameters)

/** Whether the text is the password that gave the hash. A hash that cannot be read belongs to no password. */
export const verifyPassword = async (stored: string, text: string): Promise<boolean> => {
  if (text.length > longest) return false
  try {
    return await verify(stored, normal(text))
  } catch {
    return false
  }
}

/** Beginnings of passwords that everybody tries first, without digits, signs and repetition. */
const common = [
  'password passwort passphrase welcome letmein qwerty qwertyuiop asdfghjkl zxcvbnm azerty iloveyou sunshine princess',
  'football baseball basketball liverpool arsenal chelsea tottenham manchester everton dragon monkey shadow master',
  'superman batman charlie jessica michael jordan london islington england administrator admin administration changeme',
  'secret trustno starwars computer internet whatever summer winter spring autumn january february march april june july',
  'august september october november december monday tuesday wednesday thursday friday saturday sunday holiday christmas',
  'safeguarding children socialwork council canopy partnership test testing guest default temporary temp login abc abcd',
  'abcdef abcdefgh abcdefghijkl qazwsx qazwsxedc asdf asdfasdf correcthorsebatterystaple',
]
  .join(' ')
  .split(' ')

const rows = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
]

/** "Passw0rd2024!" is "password": what is left when the usual disguises are taken off. */
const undisguised = (text: string): string =>
  normal(text)
    .toLowerCase()
    .replaceAll('@', 'a')
    .replaceAll('$', 's')
    .replaceAll(/(?<=[a-z])0(?=[a-z])/g, 'o')
    .replaceAll(/(?<=[a-z])3(?=[a-z])/g, 'e')
    .replaceAll(/(?<=[a-z])[1!](?=[a-z])/g, 'i')
    .replaceAll(/[^a-z]/g, '')

const isCommon = (text: string): boolean => {
  const bare = undisguised(text)
  const plain = normal(text)
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '')
  const repeats = (whole: string) =>
    common.some(word => whole === word || (whole !== '' && whole.replaceAll(word, '') === ''))
  return repeats(bare) || repeats(plain)
}

const isRunOrRepeat = (text: string): boolean => {
  const typed = normal(text).toLowerCase()
  return new Set(typed).size < 5 || rows.some(row => row.includes(typed))
}

/** Whether this is one of those that everybody tries first, or a run or repetition of a few signs. */
export const isEasyToGuess = (text: string): boolean => isCommon(text) || isRunOrRepeat(text)

/**
 * What is wrong with a new password, in sentences for the person; nothing when it is good. Length and a list of common
 * passwords, no rules about signs (NCSC guidance; NIST SP 800-63B).
 * @param about user name and name of the person, which a password may not be
 */
export const passwordProblems = (text: string, about: readonly string[] = []): readonly string[] => {
  const length = [...normal(text)].length
  if (length < shortest)
    return [`Password must be ${shortest} characters or more. Three random words are a good choice`]
  if (length > longest) return [`Password must be ${longest} characters or fewer`]
  const bare = undisguised(text)
  const own = about
    .flatMap(one => one.split(/[^\p{L}]+/u))
    .map(undisguised)
    .filter(word => word.length > 2)
  const isOwn = own.length > 0 && own.reduce((left, word) => left.replaceAll(word, ''), bare).length < 4
  if (isEasyToGuess(text))
    return ['Password is one that many people use, so it is easy to guess. Three random words are a good choice']
  return isOwn ? ['Password must not be your name. Three random words are a good choice'] : []
}
