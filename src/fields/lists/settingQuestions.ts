import { type QuestionSet, questionSet, type SetQuestion } from '../../declare/questionSet.ts'

/** How a setting rates itself on one statement; the moderated rating uses the same scale. */
export const settingScale = {
  met: 'Met',
  partly: 'Partly',
  notYet: 'Not yet',
  doesNotApply: 'Does not apply',
} as const

/** The eight headings under which statements stand. A statement is “4.3”: the third under the fourth; early years begin with E. */
export const headings: Readonly<Record<string, string>> = {
  1: 'Leadership',
  2: 'What the setting says it does',
  3: 'Who answers for it',
  4: 'Safer recruitment',
  5: 'Training',
  6: 'What children say',
  7: 'Working with others',
  8: 'Records and sharing information',
}

const says = (code: string, title: string, words: string): SetQuestion => ({ code, kind: 'rating', title, words })

const source =
  'Own words of the partnership, under the headings of section 11 of the Children Act 2004; Education Act 2002, sections 157 and 175; Keeping Children Safe in Education'

const inSchools: readonly SetQuestion[] = [
  says('1.1', 'Governors’ report', 'The governing body discusses a report on safeguarding at least once a year'),
  says('1.2', 'Link governor', 'One governor is named for safeguarding and meets the lead every term'),
  says('2.1', 'Policy', 'The child protection policy was reviewed this year and is on the website'),
  says(
    '2.2',
    'Behaviour and online safety',
    'Policies for behaviour and for safety online say how children are kept safe',
  ),
  says('3.1', 'Lead and deputies', 'All staff, children and parents know who the safeguarding lead and deputies are'),
  says('3.2', 'Worries about adults', 'Staff know how to tell of a worry about a colleague, and about the head'),
  says('4.1', 'Adverts and references', 'Each appointment has two references that were checked before the start'),
  says('4.2', 'Trained panel', 'On each panel somebody is trained in safer recruitment'),
  says('4.3', 'Single central record', 'All staff and volunteers stand in a complete single central record of checks'),
  says('5.1', 'Yearly training', 'All staff were trained in safeguarding this year and read part one of the guidance'),
  says('5.2', 'Training of the lead', 'The lead and deputies renewed their training within two years'),
  says('6.1', 'Children are asked', 'Children are asked whether they feel safe, and something changes because of it'),
  says('6.2', 'Taught how to keep safe', 'Children are taught how to keep safe, also from each other and online'),
  says('7.1', 'Early help', 'The school begins early help itself and takes part in plans'),
  says('7.2', 'Referrals', 'Referrals are made on the same day, and followed up where nothing is heard'),
  says('8.1', 'Records', 'Each worry, and what was decided and why, is written down'),
  says('8.2', 'Files that move', 'Files of children who change school arrive there within five school days'),
]

/** What was asked after in other words from the second version on; its code and title stay. */
const schoolsReworded: Readonly<Record<string, string>> = {
  '4.3':
    'The single central record is complete for all staff, governors and volunteers, and a governor checked it this year',
  '6.2': 'Children are taught how to keep safe from harm by adults and by other children, online and off',
}

const inEarlyYears: readonly SetQuestion[] = [
  says('E1.1', 'Who is in charge', 'The owner or committee looks at safeguarding at least once a year'),
  says('E1.2', 'Ratios and supervision', 'Staffing lets the lead do the work, and staff have supervision'),
  says('E2.1', 'Policy', 'The safeguarding policy was reviewed this year and parents have seen it'),
  says('E2.2', 'Telephones and cameras', 'Rules for telephones and cameras are known and kept to'),
  says('E3.1', 'Named lead', 'A lead practitioner is named and is there or can be reached in all opening hours'),
  says('E3.2', 'Worries about adults', 'Everybody knows how to tell of a worry about a colleague or the owner'),
  says('E4.1', 'References', 'Each appointment has two references that were checked before the start'),
  says('E4.2', 'Checks', 'Checks of everybody who works or lives there are complete and recorded'),
  says('E5.1', 'Training', 'All staff were trained in safeguarding within two years'),
  says('E5.2', 'First aid', 'Somebody with paediatric first aid is always there'),
  says('E6.1', 'Listening to small children', 'What small children show and say is noticed and written down'),
  says('E6.2', 'Parents', 'Parents are asked what they think of safety and hear what changed'),
  says('E7.1', 'Health visitors and others', 'The setting knows the health visitor and takes part in plans'),
  says('E7.2', 'Referrals', 'Referrals are made on the same day, and followed up where nothing is heard'),
  says('E8.1', 'Accidents and absences', 'Accidents, injuries from home and absences are recorded and followed up'),
  says('E8.2', 'Records that move', 'Records go with a child to the next setting or school'),
]

const schools = (version: number, publishedOn: string, words: Readonly<Record<string, string>>): QuestionSet =>
  questionSet({
    key: 'section175',
    version,
    title: 'Safeguarding in schools and colleges: eight standards',
    publishedOn,
    source,
    scale: settingScale,
    questions: inSchools.map(question => ({ ...question, words: words[question.code] ?? question.words })),
  })

/** Every published version of both sets, oldest first. A changed set is a new version here, never a change to an old one. */
export const schoolSets: readonly QuestionSet[] = [
  schools(1, '2021-09-01', {}),
  schools(2, '2026-11-02', schoolsReworded),
]
export const earlyYearsSets: readonly QuestionSet[] = [
  questionSet({
    key: 'early_years',
    version: 1,
    title: 'Safeguarding in early years settings: eight standards',
    publishedOn: '2021-09-01',
    source: `${source}; statutory framework for the early years foundation stage`,
    scale: settingScale,
    questions: inEarlyYears,
  }),
]

/** The versions of the set of one kind of round; none for agencies, whose returns bring their own. */
export const versionsOf = (key: string | null): readonly QuestionSet[] =>
  key === 'section175' ? schoolSets : key === 'early_years' ? earlyYearsSets : []
