/** What invented children say in interviews; the same words come back, as in life. */
export const saidByChildren = [
  {
    childWords: 'I was not missing. Everybody who matters knew where I was.',
    push: 'The rules about when to be in.',
    pull: 'Friends who stay out later.',
    wouldHelp: 'If I could say where I am without a row.',
  },
  {
    childWords: 'They argue and I walk until it is quiet.',
    push: 'Arguments at home about money.',
    pull: 'A friend whose mother lets me sit in the kitchen.',
    wouldHelp: 'Somebody to telephone in the evening.',
  },
  {
    childWords: 'I wanted to see my brother. Nobody asked me.',
    push: 'Contact with my brother was put off twice.',
    pull: 'My brother and my nan.',
    wouldHelp: 'A day each month that is not moved.',
  },
  {
    childWords: 'He pays for the food and the taxi. I do not want to talk about him.',
    push: 'Bored, and no money.',
    pull: 'An older boy with a car.',
    wouldHelp: 'A job, or money of my own.',
  },
  {
    childWords: 'It was a party. My phone died.',
    push: 'Nothing. I just went.',
    pull: 'A party of somebody from school.',
    wouldHelp: 'A charger and a number I know by heart.',
  },
] as const
