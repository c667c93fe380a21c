/** Words for which a part of an address is enough to say that several people read it: "school.office". */
const sharedParts = 'office admin admins reception enquiries safeguarding dsl ddsl team info headteacher senco'.split(
  ' ',
)
/** Words that are so only where they are the whole: "j.head" and "emily.post" are people. */
const sharedWholes =
  'head post administration administrator information enquiry inquiries contact contacts contactus mail email mailbox hello secretary safeguard staff school nursery headmaster headmistress headoffice manager management bursar finance support help duty surgery practice everyone all noreply'.split(
    ' ',
  )

/**
 * What is wrong with an address as one person's own, as a sentence; nothing when it is good.
 * A mailbox that several people read would make one account of several people.
 */
export const emailProblem = (email: string): string | undefined => {
  const text = email.trim()
  if (text === '') return 'Enter their email address'
  if (text.length > 254 || !/^[^\s@<>"(),:;[\]\\]+@[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/i.test(text))
    return 'Enter an email address in the correct format, like name@example.com'
  const local = text.slice(0, text.indexOf('@')).toLowerCase()
  const parts = local.split(/[._+-]|\d+/).filter(part => part !== '')
  const whole = parts.join('')
  const isShared =
    parts[0] === 'head' || sharedWholes.includes(whole) || [...parts, whole].some(part => sharedParts.includes(part))
  return isShared
    ? 'Enter the address of one person. Several people read an address like office@ or head@, and an account is never shared'
    : undefined
}

const notAName =
  /[&/+@\d\\<>=]|\b(and|or|office|admin|administrator|administration|reception|receptionist|team|mailbox|enquiries|safeguarding|department|account|shared|user|dsl|senco|headteacher|secretary)\b/i

/** What is wrong with a name as that of one person, as a sentence; nothing when it is good. */
export const nameProblem = (name: string): string | undefined => {
  const text = name.trim()
  if (text === '') return 'Enter your full name'
  if (text.length > 100) return 'Full name must be 100 characters or fewer'
  if (/\p{C}/u.test(text)) return 'Full name has a character that cannot be shown. Delete it and type it again'
  if (notAName.test(text))
    return 'Enter the name of one person. An account is never shared: each colleague has their own'
  return /\s/.test(text) ? undefined : 'Enter your first name and your last name'
}

/** What is wrong with a user name, as a sentence; nothing when it is good. */
export const usernameProblem = (username: string): string | undefined =>
  /^[a-z0-9][a-z0-9._-]{1,59}$/i.test(username)
    ? undefined
    : 'A user name is 2 to 60 letters, digits, dots, hyphens and underscores'
