import type { InputSpec } from '../../src/declare/input.ts'
import { assets } from '../../src/web/assets/assets.ts'
import {
  Alert,
  BackLink,
  Badge,
  Breadcrumbs,
  Button,
  ButtonGroup,
  Counts,
  Details,
  DueDate,
  FilterPanel,
  Form,
  IdentityBar,
  InsetText,
  NotificationBanner,
  Page,
  Question,
  ResultsPages,
  SubNavigation,
  SummaryList,
  sortable,
  Table,
  Tag,
  TaskList,
  Timeline,
  WarningText,
} from '../../src/web/components/index.ts'
import { items, problems, questions } from './gallery.questions.ts'

const frame = {
  partnership: 'Sandmere Safeguarding Children Partnership',
  assets,
  csrf: 'token-1',
  demo: true,
  sessionExpires: 1800,
  signedIn: { name: 'Dev Shah', role: 'screening social worker' },
  navigation: [
    { text: 'My work (12)', href: '/' },
    { text: 'Front door', href: '/front-door', active: true },
    { text: 'Meetings', href: '/meetings' },
    { text: 'Figures', href: '/figures' },
    { text: 'Training', href: '/training' },
  ],
  printed: { by: 'Dev Shah', at: '3 November 2026, 11:00am' },
} as const

/** A list as a screener sees it: counts, filters, sorted table, pages. */
export function worklist() {
  const row = (reference: string, words: string, state: 'overdue' | 'soon' | 'later' | 'paused', worry: string) => [
    {
      content: (
        <a class="govuk-link" href={`/contacts/${reference}`}>
          {reference}
        </a>
      ),
    },
    { content: <DueDate date="3 November 2026, 10:20am" iso="2026-11-03T10:20" words={words} state={state} /> },
    { content: worry },
    { content: 'Holly Lane Primary School and Nursery' },
    { content: '4', format: 'numeric' as const },
    { content: <Tag colour={state === 'overdue' ? 'red' : 'grey'}>{state === 'overdue' ? 'Overdue' : 'Checks'}</Tag> },
  ]
  return (
    <Page {...frame} title="Front door: 18 contacts" section="Front door" wide={true}>
      <h1 class="govuk-heading-l">Front door: 18 contacts</h1>
      <Counts
        label="Contacts by what they need"
        items={[
          { count: 1, label: 'overdue', href: '?due=over', kind: 'urgent' },
          { count: 3, label: 'due in 2 hours', href: '?due=soon' },
          { count: 5, label: 'waiting for checks', href: '?stage=checks' },
          { count: 1204, label: 'closed this year', href: '?stage=closed' },
        ]}
      />
      <div class="canopy-with-filter">
        <FilterPanel
          action="/front-door"
          applied={[
            { text: 'Agency: Police', removeHref: '?' },
            { text: 'Stage: Waiting for checks', removeHref: '?' },
          ]}
          clearHref="/front-door"
          keep={{ sort: 'due' }}
        >
          <Question spec={{ as: 'text', name: 'q', label: 'Reference', value: '' }} />
          <Question spec={{ as: 'checkboxes', name: 'stage', label: 'Stage', items: items.slice(1), value: [] }} />
        </FilterPanel>
        <div class="canopy-with-filter__list">
          <Table
            caption="Contacts, most urgent first"
            captionClasses="govuk-table__caption--m"
            narrow="rows"
            firstCellIsHeader={true}
            head={[
              sortable({ label: 'Reference', href: '?sort=reference' }),
              sortable({ label: 'Due', href: '?sort=-due', sorted: 'ascending' }),
              { content: 'Worry' },
              { content: 'From' },
              sortable({ label: 'Checks', href: '?sort=checks', format: 'numeric' }),
              { content: 'Status' },
            ]}
            rows={[
              row('SP-26-01839', 'Overdue by 40 minutes', 'overdue', 'Physical harm'),
              row('SP-26-01843', 'Due today, 11:35am', 'soon', 'Injury'),
              row('SP-26-01836', 'Due tomorrow, 4:10pm', 'later', 'Domestic abuse'),
              row('SP-26-01830', 'Paused: waiting for the family', 'paused', 'Neglect'),
            ]}
          />
          <ResultsPages page={5} perPage={20} total={312} noun="contacts" hrefOf={page => `?page=${page}`} />
        </div>
      </div>
      <Table
        id="wide"
        caption="Contacts by month and agency"
        narrow="scroll"
        head={[
          { content: 'Agency' },
          ...Array.from({ length: 12 }, (_, i) => ({ content: `Month ${i + 1}`, format: 'numeric' as const })),
        ]}
        rows={[
          [
            { content: 'Police' },
            ...Array.from({ length: 12 }, (_, i) => ({ content: 1000 + i, format: 'numeric' as const })),
          ],
        ]}
        firstCellIsHeader={true}
      />
    </Page>
  )
}

/** A record's page: whose it is, its pages, facts, what happened. */
export function record() {
  return (
    <Page
      {...frame}
      title="Contact SP-26-01843"
      section="Front door"
      reference="SP-26-01843"
      back={{ href: '/front-door', text: 'Back to front door' }}
      above={
        <>
          <IdentityBar
            name="Tomi Babatunde"
            reference="SP-26-01843"
            facts={['Boy, 6', 'Holly Lane Primary']}
            flags={[
              <Badge kind="urgent">Injury today</Badge>,
              <Badge>Interpreter: Yoruba</Badge>,
              <Badge kind="good">Parent agreed</Badge>,
            ]}
          />
          <SubNavigation
            label="This contact"
            items={[
              { text: 'Summary', href: '#', current: true },
              { text: 'Chronology', href: '#' },
              { text: 'Family', href: '#' },
              { text: 'Who looked', href: '#' },
            ]}
          />
        </>
      }
    >
      <NotificationBanner type="success">Sent to the front door</NotificationBanner>
      <h1 class="govuk-heading-l">Contact SP-26-01843</h1>
      <Breadcrumbs items={[{ text: 'Front door', href: '#' }, { text: 'SP-26-01843' }]} />
      <BackLink href="#">Back</BackLink>
      <Alert variant="information" title="This contact is with Dev Shah">
        <p>Take it over if he is away.</p>
      </Alert>
      <Alert variant="success" title="Answer sent" />
      <Alert variant="warning" title="The answer from health arrived after the decision">
        <p>Read it and say whether the decision stands.</p>
      </Alert>
      <Alert variant="error" title="The register of schools could not be read">
        <p>The rest of this page works.</p>
      </Alert>
      <WarningText>You must see the child alone.</WarningText>
      <InsetText>Nothing is chosen for you.</InsetText>
      <SummaryList
        card={{ title: 'What was sent', actions: [{ href: '#', text: 'Change' }] }}
        rows={[
          { key: 'Worry', value: 'Injury', actions: [{ href: '#', text: 'Change', visuallyHiddenText: 'worry' }] },
          {
            key: 'Reference elsewhere',
            value: 'A-very-long-reference-without-any-space-that-must-break-0123456789-0123456789',
          },
        ]}
      />
      <Details summary="What is a strategy discussion?">
        <p>Police, health and social care decide together.</p>
      </Details>
      <h2 class="govuk-heading-m">What happened</h2>
      <Timeline
        items={[
          { title: 'Referrer told', when: '3 November 2026, 2:42pm', iso: '2026-11-03T14:42', by: 'Dev Shah' },
          {
            title: 'Injury seen at school',
            when: '2 November 2026',
            iso: '2026-11-02',
            by: 'Holly Lane Primary',
            note: 'added 1 day later',
            children: <p>Bruise on the left arm.</p>,
          },
        ]}
      />
      <TaskList
        items={[
          { title: 'Child', href: '#', status: 'Completed' },
          {
            title: 'Family',
            href: '#',
            hint: 'Who lives there',
            status: { tag: { children: 'In progress', colour: 'turquoise' } },
          },
        ]}
      />
      <ButtonGroup>
        <Button preventDoubleClick={true}>Send to the front door</Button>
        <Button kind="secondary">Save and come back</Button>
        <Button kind="warning">Withdraw</Button>
      </ButtonGroup>
      <Button href="#" isStartButton={true}>
        Start a referral
      </Button>
    </Page>
  )
}

/** Every kind of question, as first shown or with everything wrong. */
export function form(wrong: boolean) {
  const mine = wrong ? problems : []
  return (
    <Page
      {...frame}
      title="Tell us about the worry"
      section="Front door"
      problems={mine}
      questions={questions}
      back={{ href: '/' }}
    >
      <h1 class="govuk-heading-l">Tell us about the worry</h1>
      <Form action="/referrals" csrf="token-1" autosave="/drafts/1" version={3}>
        {questions.map(spec => (
          <Question spec={spec} problems={mine} />
        ))}
        <Button preventDoubleClick={true}>Continue</Button>
      </Form>
    </Page>
  )
}

/** One question that is the page. */
export function oneQuestion() {
  const spec = questions[6] as InputSpec
  return (
    <Page {...frame} title="How soon?" signedIn={undefined} navigation={[]}>
      <Form action="/level">
        <Question spec={spec} heading={true} />
        <Button>Continue</Button>
      </Form>
    </Page>
  )
}
