import type { Problem } from '../../declare/input.ts'
import type { Role } from '../../declare/roles.ts'
import { Outcome } from '../../engine/outcome.ts'
import { packDeeds } from '../../engine/pack/deeds.ts'
import {
  downloadPack,
  type KeptPack,
  type PackLine,
  type PackStanding,
  packStanding,
  packToPrint,
} from '../../engine/pack/packs.ts'
import { setPackPassphrase, stopPacks } from '../../engine/pack/request.ts'
import { formatDay, formatInstant, londonDay } from '../../kit/dates.ts'
import { fileSize } from '../../kit/fileSize.ts'
import {
  Button,
  ButtonGroup,
  type Cell,
  Form,
  InsetText,
  Table,
  Tag,
  TextInput,
  WarningText,
} from '../components/index.ts'
import { frame } from '../frame.tsx'
import type { Answer, Handler, HandWrittenPage, Visit, Web } from '../web.ts'

const path = '/offline-pack'

interface FormProps {
  readonly csrf: string
  readonly asked: boolean
  readonly problems: readonly Problem[]
}

const PassphraseForm = ({ csrf, asked, problems }: FormProps) => {
  const errorOf = (name: string) => problems.find(({ field }) => field === name)?.message
  const input = { type: 'password', width: 20, autocomplete: 'new-password', spellcheck: false } as const
  return (
    <Form action={path} csrf={csrf}>
      <TextInput
        {...input}
        name="passphrase"
        label={asked ? 'New passphrase' : 'Passphrase'}
        hint="14 characters or more. Four random words are a good choice. Not the password you sign in with."
        error={errorOf('passphrase')}
      />
      <TextInput {...input} name="again" label="The passphrase again" error={errorOf('again')} />
      <Button preventDoubleClick={true}>{asked ? 'Change the passphrase' : 'Make packs for me'}</Button>
    </Form>
  )
}

const packRow = (web: Web, { day, madeAt, late, size, counts }: KeptPack): readonly Cell[] => [
  {
    content: (
      <a class="govuk-link" href={`${path}/file/${day}`} download>
        Download the pack of {formatDay(day)}
      </a>
    ),
  },
  {
    content: (
      <span>
        {formatInstant(madeAt)} {late && <Tag colour="orange">Late</Tag>}
      </span>
    ),
  },
  {
    content: (
      <ul class="govuk-list govuk-!-margin-bottom-0">
        {web.pack.sections.map(section =>
          'lines' in section ? <li>{`${section.title}: ${counts[section.key] ?? 0}`}</li> : null,
        )}
      </ul>
    ),
  },
  { content: fileSize(size) },
]

const failures: Readonly<Record<string, string>> = {
  secret:
    'Canopy runs with another secret than when you set the passphrase, and cannot use it any more. Set a passphrase again.',
  error: 'Canopy tries again every 10 minutes. If it goes on, tell whoever runs Canopy.',
}

/** How things stand, bad news first. */
const Standing = ({ standing }: { readonly standing: PackStanding }) => {
  const { asked, nextDueAt, overdue } = standing
  if (asked === null) return null
  if (asked.failedAt !== null)
    return (
      <WarningText>
        The pack of {formatDay(londonDay(asked.failedAt))} could not be made. {failures[asked.failure ?? 'error']} Print
        what is known now.
      </WarningText>
    )
  if (overdue)
    return <WarningText>Today’s pack is overdue. Print what is known now, and tell whoever runs Canopy.</WarningText>
  return (
    <p class="govuk-body">
      {nextDueAt === null
        ? 'Today’s pack is being made. Load this page again in some minutes.'
        : `The next pack is made on ${formatInstant(nextDueAt)}.`}
    </p>
  )
}

const KeptPacks = ({ web, packs }: { readonly web: Web; readonly packs: readonly KeptPack[] }) =>
  packs.length === 0 ? null : (
    <Table
      caption="Your packs"
      captionClasses="govuk-table__caption--m"
      head={['Pack', 'Made', 'Lines in it', 'Size'].map(content => ({ content }))}
      rows={packs.map(pack => packRow(web, pack))}
      narrow="rows"
    />
  )

const doneRow = ({ at, name, action, detail }: PackLine): readonly Cell[] => [
  { content: formatInstant(at) },
  { content: name ?? 'Not known' },
  { content: packDeeds[action] },
  { content: detail ?? '–' },
]

const Done = ({ done }: { readonly done: readonly PackLine[] }) => (
  <>
    <h2 class="govuk-heading-m">What was done with packs</h2>
    {done.length === 0 ? (
      <p class="govuk-body">Nothing yet.</p>
    ) : (
      <Table
        caption="Packs of everybody, newest first"
        head={['When', 'Whose, or by whom', 'What', 'Pack'].map(content => ({ content }))}
        rows={done.map(doneRow)}
        narrow="rows"
      />
    )}
  </>
)

const Asked = ({ web, visit, standing, problems }: Shown) => (
  <>
    <Standing standing={standing} />
    <KeptPacks web={web} packs={standing.packs} />
    <h2 class="govuk-heading-m">Use another passphrase</h2>
    <p class="govuk-body">
      Packs kept here for the earlier passphrase are deleted, and today’s is made again. Files you have downloaded still
      open with the earlier one.
    </p>
    <PassphraseForm csrf={visit.csrf} asked={true} problems={problems} />
    <h2 class="govuk-heading-m">Stop</h2>
    <p class="govuk-body">
      <a class="govuk-link" href={`${path}/stop`}>
        Make no more packs for me
      </a>
    </p>
  </>
)

interface Shown {
  readonly web: Web
  readonly visit: Visit
  readonly standing: PackStanding
  readonly problems: readonly Problem[]
}

const NotAsked = ({ visit, problems }: Shown) => (
  <>
    <h2 class="govuk-heading-m">Set a passphrase</h2>
    <InsetText>
      Canopy does not keep the passphrase, and nobody can find it out for you. Whoever has the file and the passphrase
      reads everything in it.
    </InsetText>
    <PassphraseForm csrf={visit.csrf} asked={false} problems={problems} />
  </>
)

const show = async (web: Web, visit: Visit, problems: readonly Problem[] = []): Promise<Answer> => {
  const standing = await packStanding(web.engine, visit.actor)
  const shown = { web, visit, standing, problems }
  return {
    status: problems.length > 0 ? 422 : 200,
    page: frame(web, visit, {
      title: 'Offline pack',
      wide: true,
      problems,
      children: (
        <>
          <h1 class="govuk-heading-l">Offline pack</h1>
          <p class="govuk-body">
            For the day on which nothing works. Each morning Canopy puts what you then need into one encrypted file:
            flags and warnings, urgent tasks, open contacts and telephone numbers, as far as you may see them. Keep it
            on a device that is yours alone. It opens with your passphrase in a browser, without any network.
          </p>
          <p class="govuk-body">
            <a class="govuk-link" href={`${path}/print`}>
              Print what is known now
            </a>
          </p>
          {standing.asked === null ? <NotAsked {...shown} /> : <Asked {...shown} />}
          <Done done={standing.done} />
        </>
      ),
    }),
  }
}

const set: Handler = async (web, visit) => {
  const typed = (name: string): string => (typeof visit.typed[name] === 'string' ? String(visit.typed[name]) : '')
  try {
    const both = { passphrase: typed('passphrase'), again: typed('again') }
    await setPackPassphrase(web.engine, visit.actor, web.pack, web.secret, both)
  } catch (error) {
    if (error instanceof Outcome && error.kind === 'invalid') return show(web, visit, error.problems)
    throw error
  }
  return { redirect: `${path}?done=setPackPassphrase` }
}

const askStop: Handler = async (web, visit) => ({
  page: frame(web, visit, {
    title: 'Make no more packs for you?',
    section: 'Offline pack',
    back: { href: path, text: 'Offline pack' },
    children: (
      <>
        <h1 class="govuk-heading-l">Make no more packs for you?</h1>
        <p class="govuk-body">
          The packs kept here are deleted, and so is what they are encrypted with. Files you have downloaded stay as
          they are: destroy them yourself.
        </p>
        <Form action={`${path}/stop`} csrf={visit.csrf}>
          <ButtonGroup>
            <Button kind="warning" preventDoubleClick={true}>
              Make no more packs
            </Button>
            <a class="govuk-link" href={path}>
              Go on making packs
            </a>
          </ButtonGroup>
        </Form>
      </>
    ),
  }),
})

const stop: Handler = async (web, visit) => {
  await stopPacks(web.engine, visit.actor, web.pack)
  return { redirect: `${path}?done=stopPacks` }
}

const print: Handler = async (web, visit) => {
  const contents = await packToPrint(web.engine, visit.actor, web.pack, web.partnership)
  return {
    page: frame(web, visit, {
      title: 'Offline pack',
      section: 'To print',
      back: { href: path, text: 'Offline pack' },
      wide: true,
      children: web.pack.article(contents),
    }),
  }
}

/** Canopy never runs the file itself: what is inline in it is for the file on a disk alone. */
const sealed = { 'content-security-policy': "sandbox; default-src 'none'" }

const download: Handler = async (web, visit) => {
  const pack = await downloadPack(web.engine, visit.actor, web.pack, visit.params.day ?? '')
  const made = formatInstant((JSON.parse(pack.head) as { readonly madeAt: string }).madeAt)
  return {
    file: web.pack.document(web.partnership, made, pack),
    type: 'text/html; charset=utf-8',
    name: `offline-pack-${pack.day}.html`,
    headers: sealed,
  }
}

/** The offline pack, for the roles that have one. */
export const packPages = (by: readonly Role[]): readonly HandWrittenPage[] => [
  {
    method: 'GET',
    path,
    by,
    name: 'offline pack',
    handler: (web, visit) => show(web, visit),
    navigation: { text: 'Offline pack', order: 60 },
  },
  { method: 'POST', path, by, name: 'set pack passphrase', handler: set },
  { method: 'GET', path: `${path}/stop`, by, name: 'stop packs', handler: askStop },
  { method: 'POST', path: `${path}/stop`, by, name: 'stop packs', handler: stop },
  { method: 'GET', path: `${path}/print`, by, name: 'print pack', handler: print },
  { method: 'GET', path: `${path}/file/:day`, by, name: 'download pack', handler: download },
]
