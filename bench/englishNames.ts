// Names for the invented people of the matching bench. Lists are roughly in the order of how common a name is; how often each
// is drawn falls with its place, as it does in life. Short forms and spellings are this bench's own: nothing here is read by
// what is being measured.

const list = (text: string): readonly string[] => text.trim().split(/\s+/)

export interface NamePool {
  /** How often a family belongs to it, in parts of a whole. */
  readonly weight: number
  readonly girls: readonly string[]
  readonly boys: readonly string[]
  readonly families: readonly string[]
  /** How steeply names become rare: 1 is Zipf's law. */
  readonly steep: number
  /** Spelled in more than one way in Latin letters. */
  readonly spelled: boolean
  /** Families that also draw from a long tail of rare names. */
  readonly tail: number
}

export const pools: readonly NamePool[] = [
  {
    weight: 0.6,
    girls:
      list(`Olivia Amelia Emily Jessica Sophie Grace Chloe Lily Isla Ella Mia Charlotte Lucy Megan Hannah Isabella Evie Ruby
      Ava Poppy Sarah Emma Laura Rebecca Abigail Katie Daisy Freya Holly Florence Elizabeth Alice Rosie Phoebe Imogen Matilda
      Amy Georgia Jasmine Bethany Eleanor Molly Lauren Leah Caitlin Zoe Nicole Victoria Samantha Jennifer Claire Louise
      Rachel Natalie Danielle Kelly Stephanie Gemma Michelle Nicola Karen Susan Julie Helen Deborah Alison Jacqueline
      Margaret Patricia Christine Catherine Kathryn Philippa Harriet Lydia Martha Maisie Nancy Esme Iris Heidi Tabitha Penelope
      Beatrice Rosalind Constance Cordelia Winifred Tamsin Bronwen Demelza`),
    boys: list(`Oliver Jack Harry Thomas George James William Joshua Daniel Charlie Jacob Alfie Noah Samuel Benjamin Joseph
      Alexander Matthew Luke Ryan Callum Lewis Ethan Max Michael David Andrew Christopher Adam Robert John Richard Paul Mark
      Stephen Edward Archie Henry Leo Oscar Freddie Theodore Isaac Toby Jake Liam Connor Nathan Dylan Jamie Aaron Kieran
      Ben Sean Peter Simon Anthony Kevin Gary Steven Ian Neil Darren Lee Craig Stuart Timothy Jonathan Nicholas Patrick
      Dominic Gabriel Rupert Hugo Jasper Felix Reuben Zachary Sebastian Frederick Arthur Albert Stanley Ronald Kenneth Donald
      Gregory Raymond Leonard Barnaby Tristan Piers Evander`),
    families:
      list(`Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts
      Green Hall Wood Jackson Clarke Harris Clark Turner Hill Moore Cooper Ward Morris King Watson Baker Harrison Morgan
      Allen James Scott Phillips Mitchell Martin Parker Lewis Bennett Young Bailey Cook Davis Richardson Carter Bell Collins
      Shaw Miller Cox Marshall Price Murphy Edwards Kelly Simpson Adams Anderson Griffiths Hughes Webb Stevens Rogers
      Gibson Hunt Palmer Holmes Mills Campbell Lloyd Mason Ellis Barnes Knight Matthews Butler Dixon Jenkins Powell Russell
      Chapman Barker Fisher Harvey Pearson Graham Fletcher Howard Rose Andrews Elliott Reynolds Ford Fox Saunders West
      Payne Pearce Day Lawrence Stone Walsh Lane Spencer Burton Nicholls Hawkins Bradley Gardner Cole Francis Hart Woods
      Atkinson Webster Reid Arnold Dunn Hudson Carr Perry Bird Wells Black Barrett Newman May Burke Fuller Bishop Porter
      Hunter Higgins Coleman Long Sutton Nash Curtis Frost Field Parsons Booth Kemp Bates Todd Tucker Gregory Kirk Page
      Osborne Goodwin Norris Sharp Hancock Whitehead Stephenson Hodgson Pritchard Goddard Thorne Bowen Clements Hewitt`),
    steep: 0.85,
    spelled: false,
    tail: 0.35,
  },
  {
    weight: 0.16,
    girls:
      list(`Aisha Fatima Maryam Zainab Khadija Ayesha Amina Safiya Sumaiya Nadia Yasmin Layla Hafsa Ruqayya Sana Iqra Noor
      Hana Samira Farzana Nasreen Shabana Rukhsana Tahmina Nusrat Rahima Salma Mariam Zahra Anisa Bushra Rabia Saima Sadia
      Tasnim Jannat Humaira Mahnoor Inaya Aaliyah`),
    boys: list(`Mohammed Muhammad Ahmed Ali Ibrahim Yusuf Hamza Abdullah Omar Hassan Hussain Bilal Imran Usman Zayn Khalid Tariq
      Ismail Adnan Faisal Haroon Idris Musa Zakariya Rashid Rahim Karim Kamal Jamal Nasir Shahid Sajid Waqas Farhan Irfan
      Junaid Rayyan Ayaan Mustafa Suleiman`),
    families:
      list(`Khan Ahmed Ali Hussain Begum Miah Islam Rahman Uddin Hussein Mohammed Akhtar Iqbal Malik Chowdhury Mahmood
      Shah Sheikh Siddiqui Mirza Qureshi Khatun Bibi Butt Javed Ashraf Aslam Rashid Sultana Hassan Abdullah Choudhury Haque
      Sharif Mahmud Younis Farooq Bashir Raza Hamid`),
    steep: 1,
    spelled: true,
    tail: 0.02,
  },
  {
    weight: 0.07,
    girls: list(
      'Hodan Ifrah Ayaan Hamdi Sagal Nasra Sahra Ubah Fadumo Asha Halima Hibo Idil Ladan Deqa Maryan Zamzam Khadra',
    ),
    boys: list(
      'Abdi Abdirahman Mohamed Liban Guled Ayub Mahad Zakariye Khadar Abdullahi Abdikarim Hassan Farah Yahye Sharmarke',
    ),
    families: list(
      'Ali Mohamed Ahmed Hassan Abdi Farah Warsame Jama Omar Yusuf Hussein Osman Ibrahim Nur Aden Elmi Dahir Hersi',
    ),
    steep: 0.9,
    spelled: true,
    tail: 0,
  },
  {
    weight: 0.07,
    girls:
      list(`Priya Anjali Simran Jaspreet Kavita Meera Diya Anaya Neha Pooja Sunita Harpreet Manpreet Gurpreet Nisha Riya
      Aarti Komal Kiran Sonia`),
    boys: list(`Arjun Rohan Raj Sanjay Amit Harpreet Gurpreet Jaspreet Vikram Anil Rahul Ravi Nikhil Aarav Dev Kiran Suresh
      Manjit Balraj Jagdeep`),
    families:
      list(`Singh Patel Kaur Shah Sharma Kumar Gill Sandhu Dhillon Mistry Desai Joshi Parmar Chauhan Mehta Sidhu Bains
      Grewal Solanki Lad`),
    steep: 1.1,
    spelled: true,
    tail: 0,
  },
  {
    weight: 0.05,
    girls:
      list(`Zofia Maja Julia Zuzanna Hanna Aleksandra Natalia Katarzyna Agnieszka Magdalena Malgorzata Oliwia Wiktoria Ioana
      Andreea Elena Gabriela Anastasia Yelena Oksana`),
    boys: list(`Jakub Kacper Filip Mateusz Piotr Tomasz Krzysztof Andrzej Wojciech Michal Andrei Mihai Alexandru Ionut Dmitri
      Sergei Oleksandr Volodymyr Stanislaw Szymon`),
    families:
      list(`Nowak Kowalski Wisniewski Wojcik Kowalczyk Kaminski Lewandowski Zielinski Szymanski Wozniak Popescu Ionescu
      Popa Radu Dumitru Petrov Ivanov Kovalenko Shevchenko Jankowski Mazur Krawczyk`),
    steep: 0.7,
    spelled: true,
    tail: 0.25,
  },
  {
    weight: 0.05,
    girls:
      list(`Blessing Grace Chioma Ngozi Temitope Folasade Ayomide Adaeze Abena Akosua Esther Precious Ifeoma Yetunde
      Oluwaseun Amara Zainab Efua Comfort Damilola`),
    boys: list(`Emmanuel David Samuel Oluwaseun Babatunde Chinedu Emeka Kwame Kofi Tobi Olumide Femi Ayodele Obinna Daniel Kwabena
      Yaw Segun Ifeanyi Adebayo`),
    families:
      list(`Mensah Okafor Adeyemi Owusu Boateng Okonkwo Adebayo Ogunleye Osei Asante Nwosu Eze Balogun Afolabi Oseiwah
      Appiah Danso Okoro Adeleke Olatunji Babatunde Agyeman Sarpong Nwachukwu`),
    steep: 0.6,
    spelled: false,
    tail: 0.2,
  },
]

const starts =
  list(`Ash Bram Cold Dun East Fair Gar Hart Ibbot Jess Kirk Lang Mars Nettle Oak Pem Quar Ridge Sew Tan Up Ver Whit
  Yard Thorn Brack Crom Hather Wethers Stain Pick Bick Lud Mal Ors Cax Fos Grim Hem Kel`)
const ends =
  list(`ford ley ton well worth by field gate ham hurst land more shaw stead thorpe wick wood bourne combe dale den
  er ing man ridge sall som tree`)

/** Rare family names: there are over a thousand, each as likely as another. */
export const rareFamilies: readonly string[] = starts.flatMap(start => ends.map(end => start + end))

/** What people are called, in this bench's own selection; some of it is no short form anybody would list. */
export const calledBy: Readonly<Record<string, readonly string[]>> = {
  Olivia: ['Liv', 'Livvy', 'Ollie'],
  Amelia: ['Millie', 'Amy', 'Meels'],
  Emily: ['Em', 'Millie', 'Emmy'],
  Jessica: ['Jess', 'Jessie'],
  Sophie: ['Soph'],
  Charlotte: ['Charlie', 'Lottie', 'Lotty'],
  Lucy: ['Lu', 'Luce'],
  Megan: ['Meg', 'Meggy'],
  Isabella: ['Bella', 'Izzy', 'Issy'],
  Rebecca: ['Becky', 'Bex', 'Becca'],
  Abigail: ['Abi', 'Abbie', 'Gail'],
  Katie: ['Kate', 'Kit'],
  Florence: ['Flo', 'Flossie'],
  Elizabeth: ['Liz', 'Beth', 'Lizzie', 'Betty', 'Libby', 'Eliza'],
  Alice: ['Ali', 'Ally'],
  Matilda: ['Tilly', 'Tilda'],
  Georgia: ['Georgie', 'Gee'],
  Jasmine: ['Jas', 'Jazz'],
  Bethany: ['Beth'],
  Eleanor: ['Ellie', 'Nell', 'Nora'],
  Victoria: ['Vicky', 'Tori', 'Vix'],
  Samantha: ['Sam', 'Sammy'],
  Jennifer: ['Jen', 'Jenny'],
  Louise: ['Lou', 'Lulu'],
  Rachel: ['Rach', 'Rae'],
  Natalie: ['Nat', 'Tilly'],
  Danielle: ['Dani', 'Elle'],
  Stephanie: ['Steph'],
  Michelle: ['Shell'],
  Nicola: ['Nicky', 'Nic'],
  Susan: ['Sue', 'Susie'],
  Deborah: ['Debbie', 'Debs'],
  Alison: ['Ali'],
  Jacqueline: ['Jackie'],
  Margaret: ['Maggie', 'Peggy', 'Meg', 'Rita'],
  Patricia: ['Pat', 'Trish', 'Tricia'],
  Christine: ['Chris', 'Tina'],
  Catherine: ['Cathy', 'Kate', 'Cat'],
  Kathryn: ['Kath', 'Kate'],
  Philippa: ['Pippa', 'Pip'],
  Harriet: ['Hattie', 'Harry'],
  Penelope: ['Penny', 'Nell'],
  Beatrice: ['Bea', 'Trixie'],
  Caitlin: ['Cait', 'Kat'],
  Oliver: ['Ollie', 'Noll'],
  Jack: ['Jackie'],
  Thomas: ['Tom', 'Tommy'],
  George: ['Georgie', 'Geo'],
  James: ['Jim', 'Jamie', 'Jimmy'],
  William: ['Bill', 'Will', 'Billy', 'Liam', 'Wills'],
  Joshua: ['Josh'],
  Daniel: ['Dan', 'Danny'],
  Samuel: ['Sam', 'Sammy'],
  Benjamin: ['Ben', 'Benji'],
  Joseph: ['Joe', 'Joey'],
  Alexander: ['Alex', 'Xander', 'Sandy', 'Lex'],
  Matthew: ['Matt', 'Matty'],
  Michael: ['Mike', 'Mick', 'Mikey'],
  David: ['Dave', 'Davy'],
  Andrew: ['Andy', 'Drew'],
  Christopher: ['Chris', 'Topher', 'Kit'],
  Robert: ['Rob', 'Bob', 'Bobby', 'Robbie'],
  John: ['Jack', 'Johnny'],
  Richard: ['Rich', 'Rick', 'Dick'],
  Stephen: ['Steve', 'Ste'],
  Edward: ['Ed', 'Ted', 'Teddy', 'Eddie', 'Ned'],
  Henry: ['Harry', 'Hal'],
  Theodore: ['Theo', 'Ted'],
  Nathan: ['Nate'],
  Anthony: ['Tony', 'Ant'],
  Timothy: ['Tim'],
  Jonathan: ['Jon', 'Jonny'],
  Nicholas: ['Nick', 'Nico'],
  Patrick: ['Pat', 'Paddy'],
  Zachary: ['Zac', 'Zak'],
  Sebastian: ['Seb', 'Baz'],
  Frederick: ['Fred', 'Freddie'],
  Albert: ['Bertie', 'Al'],
  Ronald: ['Ron', 'Ronnie'],
  Kenneth: ['Ken'],
  Donald: ['Don'],
  Gregory: ['Greg'],
  Leonard: ['Len', 'Lenny'],
  Raymond: ['Ray'],
  Katarzyna: ['Kasia'],
  Malgorzata: ['Gosia'],
  Aleksandra: ['Ola'],
  Zuzanna: ['Zuzia'],
  Agnieszka: ['Aga'],
  Mohammed: ['Mo', 'Md'],
  Muhammad: ['Mo'],
  Oluwaseun: ['Seun'],
  Temitope: ['Temi'],
  Babatunde: ['Tunde'],
  Folasade: ['Sade'],
  Yetunde: ['Yeti'],
  Damilola: ['Dami'],
  Ayomide: ['Ayo'],
  Abdirahman: ['Abdi'],
  Jaspreet: ['Jas'],
  Gurpreet: ['Gogi'],
  Oleksandr: ['Sasha'],
  Dmitri: ['Dima'],
  Stanislaw: ['Staszek'],
}

export const streets: readonly string[] =
  list(`High Station Church Park Victoria Green Manor Kings Queens New Grange Mill York
  Windsor Albert Alexandra George Grove Chester Richmond Stanley Highfield Springfield West North South London Broad Mary
  Cedar Elm Oak Beech Chestnut Willow Laurel Holly Acacia Birch Poplar Hawthorn Meadow Orchard Garden Kingsway Bridge Canal`).flatMap(
    name => ['Road', 'Street', 'Avenue', 'Close', 'Lane', 'Drive', 'Gardens', 'Court'].map(kind => `${name} ${kind}`),
  )
