/** Words that lay on a child what others do to it, and what may be said instead (Children's Society and partners, appropriate language in exploitation). */
export const blamingWords: readonly (readonly [said: string, instead: string])[] = [
  ['absconded', 'went missing'],
  ['absconder', 'child who goes missing'],
  ['promiscuous', 'is being sexually exploited, or say what happened'],
  ['prostitut', 'is being sexually exploited'],
  ['lifestyle choice', 'say what happened, and who gains from it'],
  ['putting themselves at risk', 'is being put at risk by others'],
  ['putting himself at risk', 'is being put at risk by others'],
  ['putting herself at risk', 'is being put at risk by others'],
  ['places himself at risk', 'is being put at risk by others'],
  ['places herself at risk', 'is being put at risk by others'],
  ['sexually active', 'has been abused, or say what happened'],
  ['drug running', 'is being criminally exploited'],
  ['recruiting others', 'is being made to bring other children'],
  ['attention seeking', 'asks for help in ways that are easily missed'],
  ['streetwise', 'say what the child can and cannot do to stay safe'],
  ['offering him drugs in return', 'is being exploited'],
  ['older boyfriend', 'an adult who exploits the child, or say how old and who'],
  ['difficult to engage', 'has not been reached yet'],
  ['hard to reach', 'has not been reached yet'],
  ['failed to engage', 'has not been reached yet'],
  ['refuses to engage', 'has not been reached yet'],
  ['troubled youth', 'child who has been harmed'],
]

/** What of a text may blame a child, with what may be said instead. */
export const blamingIn = (text: string): readonly (readonly [said: string, instead: string])[] => {
  const lower = text.toLowerCase()
  return blamingWords.filter(([said]) => lower.includes(said))
}
