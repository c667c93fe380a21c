/** The door through which a register's hand-written pages reach the web: the same pages, deeds and reading as everywhere. */

export { type PeerShare, peerShares, type RatedLines } from '../engine/campaigns/peers.ts'
export { readQuestionSet } from '../engine/campaigns/questionSets.ts'
export { type Reach, readReach } from '../engine/campaigns/reach.ts'
export { type Parts, type PublishedWords, partsOf, shareRow, shareWords } from '../engine/campaigns/shares.ts'
export { type ChronologyRow, dayOf, readChronology, whenOf } from '../engine/chronology/read.ts'
export type { WordDocument } from '../engine/documents/word.ts'
export { draftFor, saveDraft } from '../engine/drafts/drafts.ts'
export { evidenceOf, type Likely, likelyPeople } from '../engine/matching/candidates.ts'
export type { Judgement } from '../engine/matching/judge.ts'
export type { MatchPerson } from '../engine/matching/matchPerson.ts'
export { formsOf } from '../engine/matching/nameForms.ts'
export { type PersonPair, readPair } from '../engine/matching/pair.ts'
export { seesCases } from '../engine/measures/disclosure.ts'
export { type Comparison, comparisonOf, type Figure, trendOf } from '../engine/measures/figure.ts'
export { type Found as FoundMeasure, measureByKey, seesFigures } from '../engine/measures/find.ts'
export { partsWords, valueWords } from '../engine/measures/words.ts'
export { notFound, Outcome } from '../engine/outcome.ts'
export { fieldContext } from '../engine/people/directory.ts'
export type {
  Association,
  EcomapInput,
  GenogramInput,
  PeerMapInput,
  Person as PicturePerson,
  Picture,
  Relationship as PictureTie,
} from '../engine/people/picture.ts'
export { type AboutRecord, recordsAbout } from '../engine/store/about.ts'
export { hiddenFields } from '../engine/store/columns.ts'
export { perform } from '../engine/store/perform.ts'
export { type RecordView, readRecord, viewIn } from '../engine/store/read.ts'
export { type Tx, within } from '../engine/store/transaction.ts'
export * from './components/index.ts'
export { Due } from './due.tsx'
export { keepTyped } from './forms/keepTyped.ts'
export {
  type Asked as AskedOf,
  anew,
  carryOut,
  drafted,
  type Filled,
  filled,
  keep,
  type LineForm,
  specsOf,
} from './forms/lineForm.ts'
export { type OpenForm, openForm } from './forms/longForm.ts'
export { mayStartAt } from './forms/mayStart.ts'
export type { Under } from './forms/under.ts'
export { frame } from './frame.tsx'
export { mayBegin, postAction, showAction } from './pages/action.tsx'
export { addressOf, type Chosen, countedTogether, readChosen } from './pages/figuresAsked.ts'
export { Legend, TimeChosen } from './pages/figuresParts.tsx'
export { afterSaving, keepLongForm, keepPosted, longFormPage, orSent, placeOf } from './pages/longForm.tsx'
export { Unfinished } from './pages/longFormLists.tsx'
export type { Beside, PutRight } from './pages/question.tsx'
export { identity, recordFrame, recordNavigation } from './pages/record.tsx'
export type { Answer, Handler, HandWrittenPage, Visit, Web } from './web.ts'
