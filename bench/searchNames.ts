const list = (text: string): readonly string[] => text.trim().split(/\s+/)

/** Names as they are common in England, the most frequent first, spellings of one name apart. For invented people. */
export const givenNames = list(`
Muhammad Oliver Olivia Amelia George Harry Isla Ava Noah Jack Leo Emily Isabella Arthur Mia Poppy Charlie Ella Lily Freddie
Mohammed Sophia Thomas Grace Evie Oscar Alfie Willow Jacob Daisy James Sienna William Freya Henry Phoebe Joshua Charlotte Ethan
Sophie Archie Alice Alexander Theodore Isaac Florence Edward Samuel Joseph Max Lucas Mohammad Logan Ivy Mason Rosie Daniel Ruby
Elizabeth Matilda Benjamin Lucy David Millie Adam Erin Harrison Maya Sebastian Eva Zachary Jessica Arlo Layla Jude Maryam Aisha
Fatima Ayesha Yusuf Ibrahim Zainab Hannah Sarah Rebecca Catherine Katherine Kathryn Stephen Steven Michael Christopher Matthew
Andrew Robert John Paul Mark Richard Peter Anthony Susan Margaret Karen Julie Linda Deborah Nicola Samantha Victoria Lauren
Bethany Chloe Megan Abigail Jasmine Molly Amy Ellie Holly Georgia Leah Caitlin Kieran Connor Liam Ryan Callum Nathan Aaron Luke
Hassan Hussain Ahmed Ali Omar Bilal Hamza Khadija Amina Halima Nasreen Shabana Rukhsana Shazia Rizwan Imran Tariq Asif Nadia
Tomasz Piotr Jakub Kacper Zofia Agnieszka Katarzyna Anna Maria Elena Andrei Ioana Chukwudi Oluwaseun Adebayo Ngozi Chioma Kwame
Kofi Abena Priya Anjali Rahul Amit Sanjay Deepak Simran Gurpreet Harpreet Manpreet Jaspreet Wei Mei Xin Ling Nguyen Linh Yasmin
Shaun Sean Siobhan Niamh Aoife Eoin Ciara Declan Rhys Gareth Bronwen Seren Ffion Hamish Fraser Isobel Eilidh Zoe Chantelle
`)

export const familyNames = list(`
Smith Jones Khan Ali Begum Hussain Ahmed Williams Taylor Brown Patel Davies Evans Singh Wilson Thomas Johnson Roberts Robinson
Wright Thompson Walker White Edwards Hughes Green Hall Lewis Harris Clarke Jackson Clark Turner Hill Wood Cooper Akhtar Bibi
Morris Ward Moore King Watson Morgan Harrison Baker Allen Bailey Bell Carter Chowdhury Choudhury Uddin Miah Rahman Islam Hossain
Mitchell Davis Anderson Parker Bennett Phillips Shah Richardson James Griffiths Cox Price Young Kaur Cook Adams Murphy Miller
Mahmood Malik Iqbal Hassan Mohamed Mohammed Abdi Yusuf Osman Farah Warsame Campbell Lee Kelly Foster Marshall Gray Chapman
Simpson Mason Webb Hunt Holmes Mills Rogers Gibson Palmer Powell Stevens Butler Lloyd Barnes Knight Matthews Ellis Pearson Fisher
Dixon Harvey Murray Graham Ryan Reid Stewart Scott Ross Russell Sutton West Cole Payne Dean Fox Walsh Burton Spencer Hart Stone
Okafor Adeyemi Ogunleye Nwosu Mensah Boateng Owusu Asante Kamara Sesay Kowalski Nowak Wisniewski Popescu Ionescu Nguyen Tran Chen
Wong Sharma Gupta Mehta Joshi Desai Sandhu Gill Dhillon Brady Byrne Doyle Gallagher OBrien OConnor ONeill McDonald MacDonald
McCarthy Fitzgerald Pritchard Bevan Llewellyn Featherstone Postlethwaite Cholmondeley Winterbottom Ramsbottom Higginbotham
`)

/** Parts of names that few or nobody has: three of them make one. */
export const starts = list(`
Al Ash Bar Ber Bla Bra Bri Cal Car Chi Cor Cra Dal Den Dra Dun El Fa Fen Gar Gil Gra Hal Har Hol Hud Jar Kel Kir Lan Lin Lor
Mal Mar Mel Nor Oak Pen Pol Pres Rad Ran Red Ros Sal Sel Shel Stan Tal Ther Tor Ul Van Wal War Wes Wil Win Yar Zan
`)
export const middles = list(
  'a ber bor com den der e fer gra ham hur i ken ler ling man mer ming nel o pel ra ring sel ster ten ther ver wel win',
)
export const ends = list(
  'by den don field ford gate ham hurst ing land ley low man mere more ness ney ridge sby sett shaw son stead sted stock stone ton well wick wood worth wright ski ic u ova as ez ini oglu',
)

/** Pairs by which one name is written in two ways; for mistakes of the ear. */
export const heard: readonly (readonly [string, string])[] = [
  ['ph', 'f'],
  ['ck', 'k'],
  ['ou', 'u'],
  ['ow', 'ou'],
  ['ee', 'i'],
  ['ai', 'ay'],
  ['y', 'i'],
  ['z', 's'],
  ['ss', 's'],
  ['ll', 'l'],
  ['mm', 'm'],
  ['tt', 't'],
  ['e', 'a'],
  ['o', 'u'],
  ['i', 'e'],
]

export const forms: readonly (readonly [string, string])[] = [
  ['Elizabeth', 'Liz'],
  ['Katherine', 'Kate'],
  ['Catherine', 'Cathy'],
  ['William', 'Bill'],
  ['Robert', 'Bob'],
  ['Margaret', 'Peggy'],
  ['Samuel', 'Sam'],
  ['Thomas', 'Tom'],
  ['Rebecca', 'Becky'],
  ['Alexander', 'Sandy'],
  ['Victoria', 'Vicky'],
  ['Edward', 'Ted'],
  ['Joseph', 'Yusuf'],
  ['Michael', 'Mick'],
  ['Muhammad', 'Mo'],
]
