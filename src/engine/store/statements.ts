// The plan of a statement, with all the policies it stands under, takes the database longer to make than to follow. What is asked
// again and again in the same words gets a name, under which each connection keeps its plan. Not so figures: a plan made for no period
// in particular took forty times as long over ten years of contacts.

/** So many names at most: a connection keeps a plan for each, of some tens of kilobytes. */
const mostNames = 500
/** A filter that somebody puts together is asked once, and not kept. */
const oftenFrom = 2
const mostRemembered = 5000

/** Gives texts that are asked often a name each, for ever the same. */
export const createNames = (): ((text: string) => string | undefined) => {
  const names = new Map<string, string>()
  const asked = new Map<string, number>()
  return text => {
    const known = names.get(text)
    if (known !== undefined || names.size >= mostNames) return known
    const times = (asked.get(text) ?? 0) + 1
    if (times < oftenFrom) {
      if (asked.size >= mostRemembered) asked.clear()
      asked.set(text, times)
      return undefined
    }
    asked.delete(text)
    names.set(text, `often ${names.size}`)
    return names.get(text)
  }
}
