/** Other forms of a given name by which the same person may be known. Names are in small letters, without accents. */
export type Kin = (name: string) => readonly string[]

const families = `
alexander alex xander sandy
alexandra alex sandra lexi
catherine katherine kathryn cath kath cathy kathy kate katie
charles charlie
charlotte charlie lottie
christopher chris kit
daniel dan danny
david dave davey
edward ed eddie ted teddy
elizabeth eliza liz lizzie beth betty libby
james jim jimmy jamie
john jack johnny jon
jonathan jon jonny
joseph joe joey yusuf yousef
margaret maggie meg peggy
matthew matt matty
michael mike mick micky
mohammed muhammad mohamed mohammad mohamud mo
nicholas nick nicky
patrick pat paddy
rebecca becky bex
richard rick dick richie
robert rob bob bobby robbie
samantha sam sammy
samuel sam sammy
sean shaun shawn
stephen steven steve stevie
susan sue susie
thomas tom tommy
victoria vicky tori
william will bill billy liam
`
  .trim()
  .split('\n')
  .map(line => line.split(' '))

/** A short list, until a longer one is given. */
export const fewKin: Kin = name =>
  [...new Set(families.filter(forms => forms.includes(name)).flat())].filter(form => form !== name)
