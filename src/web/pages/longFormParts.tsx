import {
  type Choice,
  type Clash,
  type EarlierText,
  type SharedDraft,
  settleClashes,
} from '../../engine/drafts/shared.ts'
import { controlOf } from '../../engine/store/perform.ts'
import { within } from '../../engine/store/transaction.ts'
import { formatInstant } from '../../kit/dates.ts'
import { Alert, Button, Details, Form, inLines, Radios } from '../components/index.ts'
import type { AskedPage } from '../forms/asked.ts'
import type { OpenForm, OpenTask } from '../forms/longForm.ts'
import { frame } from '../frame.tsx'
import type { Answer, Visit, Web } from '../web.ts'

/** What all pages of a long form share, hand-written ones of a register included. */

export const statusWords: Readonly<Record<OpenTask['status'], string>> = {
  notStarted: 'Not yet started',
  inProgress: 'In progress',
  completed: 'Completed',
}

/** "Ruth Okafor is also editing": nobody is kept out, and nobody is surprised. */
export const AlsoHere = ({ form: { alsoHere } }: { form: OpenForm }) =>
  alsoHere.length === 0 ? null : (
    <Alert variant="information" title={`${alsoHere.join(' and ')} ${alsoHere.length > 1 ? 'are' : 'is'} also editing`}>
      <p class="govuk-body">
        You can both go on. If you change the same answer, the second of you sees both texts and chooses.
      </p>
    </Alert>
  )

const words = (text: Clash['mine']) => inLines(typeof text === 'string' ? text : text.join(', '))

/** Texts of a page that were written over, folded away: nothing that anybody typed is gone. */
export const Earlier = ({ page, texts }: { page: AskedPage; texts: readonly EarlierText[] }) => {
  const here = texts.filter(({ name }) => page.fields[controlOf(name)] !== undefined)
  return here.length === 0 ? null : (
    <Details summary="Earlier texts that a colleague has written over">
      {here.map(({ name, value, byName, at }) => (
        <>
          <h2 class="govuk-heading-s">
            {page.fields[controlOf(name)]?.question} – {byName}, until {formatInstant(at)}
          </h2>
          <p class="govuk-body">{words(value)}</p>
        </>
      ))}
    </Details>
  )
}

/** The controls of each question about which two people disagree. */
const byQuestion = (clashes: readonly Clash[]): readonly (readonly [string, readonly Clash[]])[] => {
  const found = new Map<string, Clash[]>()
  for (const clash of clashes) found.set(controlOf(clash.name), [...(found.get(controlOf(clash.name)) ?? []), clash])
  return [...found]
}

const joined = (clashes: readonly Clash[], which: 'mine' | 'theirs') =>
  clashes.map(clash => words(clash[which])).flatMap((text, at) => (at === 0 ? [text] : [' ', text]))

/** Both texts of every answer that two people typed, and the choice between them. */
export const clashPage = (
  web: Web,
  visit: Visit,
  form: OpenForm,
  page: AskedPage,
  at: string,
  clashes: readonly Clash[],
): Answer => {
  const questions = byQuestion(clashes)
  const missing = visit.typed._choose !== undefined
  const problems = missing
    ? questions
        .filter(([name]) => visit.typed[`_choice-${name}`] === undefined)
        .map(([name]) => ({ field: `_choice-${name}`, message: 'Select which text to keep' }))
    : []
  return {
    status: problems.length > 0 ? 422 : 409,
    page: frame(web, visit, {
      title: 'A colleague changed the same answer',
      section: form.register.pathway.start.label,
      problems,
      back: { href: form.path, text: 'All parts' },
      children: (
        <>
          <h1 class="govuk-heading-l">A colleague changed the same answer</h1>
          <p class="govuk-body">
            Both texts are kept. The one you do not choose stays with the draft, below the question.
          </p>
          <Form action={at} csrf={visit.csrf}>
            <input type="hidden" name="_choose" value="1" />
            {questions.map(([name, found]) => (
              <>
                <h2 class="govuk-heading-m">{page.fields[name]?.question}</h2>
                <h3 class="govuk-heading-s">What {found[0]?.theirName || 'your colleague'} typed</h3>
                <p class="govuk-body canopy-text">{joined(found, 'theirs')}</p>
                <h3 class="govuk-heading-s">What you typed</h3>
                <p class="govuk-body canopy-text">{joined(found, 'mine')}</p>
                <Radios
                  name={`_choice-${name}`}
                  legend="Which text do you want to keep?"
                  items={[
                    { value: 'theirs', label: `The text of ${found[0]?.theirName || 'your colleague'}` },
                    { value: 'mine', label: 'My text' },
                    ...(page.fields[name]?.kind === 'longText'
                      ? [{ value: 'both', label: 'Both, theirs first. You can edit them afterwards' }]
                      : []),
                  ]}
                  error={problems.find(({ field }) => field === `_choice-${name}`)?.message}
                />
              </>
            ))}
            <Button preventDoubleClick={true}>Keep what I chose</Button>
          </Form>
        </>
      ),
    }),
  }
}

const isChoice = (value: unknown): value is Choice => value === 'theirs' || value === 'mine' || value === 'both'

/** Settles what was chosen between two texts; the draft afterwards. */
export const choose = (web: Web, visit: Visit, form: OpenForm, clashes: readonly Clash[]): Promise<SharedDraft> => {
  const choices = new Map<string, Choice>()
  for (const { name } of clashes) {
    const choice = visit.typed[`_choice-${controlOf(name)}`]
    if (isChoice(choice)) choices.set(name, choice)
  }
  return within(web.engine, visit.actor, tx => settleClashes(tx, form.draft.id, choices))
}
