import { type Day, formatDay } from '../../../../kit/dates.ts'
import { Alert, Table } from '../../../../web/public.ts'

/** An open involvement of the person or of the family. */
export interface OpenService {
  readonly reference: string
  readonly service: string
  readonly agencyName: string | null
  readonly professional: string | null
  readonly role: string | null
  readonly since: Day | null
  readonly person: string
  readonly own: boolean
}

/** A children's and an adults' service that are open at once in one family. */
export interface Together {
  readonly child: string
  readonly adult: string
  readonly childService: string
  readonly adultService: string
  readonly jointSupervision: string | null
}

type Words = (code: string) => string

const person = (reference: string) => (
  <a class="govuk-link" href={`/person/${reference}`}>
    {reference}
  </a>
)

/** That two services work with one family, and whether they have spoken (pain 22: two services, one family). */
export const BothServices = ({
  both,
  words,
  mayRecord,
}: {
  readonly both: readonly Together[]
  readonly words: Words
  readonly mayRecord: boolean
}) =>
  both.length === 0 ? null : (
    <Alert variant="warning" title="Children’s and adults’ services are both open in this family">
      <ul class="govuk-list govuk-list--bullet">
        {both.map(one => (
          <li>
            {words(one.childService)} for {person(one.child)} and {words(one.adultService).toLowerCase()} for{' '}
            {person(one.adult)}:{' '}
            {one.jointSupervision === null ? (
              <StartSupervision mayRecord={mayRecord} />
            ) : (
              <a class="govuk-link" href={`/joint-supervision/${one.jointSupervision}`}>
                joint supervision {one.jointSupervision}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Alert>
  )

const StartSupervision = ({ mayRecord }: { readonly mayRecord: boolean }) =>
  mayRecord ? (
    <a class="govuk-link" href="/joint-supervision/start">
      say so, which starts the time limit of joint supervision
    </a>
  ) : (
    <>there is no joint supervision yet</>
  )

/** Who works with the person and the family, the person's own first. */
export const Involved = ({ open, words }: { readonly open: readonly OpenService[]; readonly words: Words }) =>
  open.length === 0 ? (
    <p class="govuk-body">Nobody is recorded as involved now.</p>
  ) : (
    <Table
      id="involved"
      caption="Who is involved"
      captionClasses="govuk-table__caption--m"
      head={['Service', 'Who', 'With whom', 'Since'].map(content => ({ content }))}
      rows={open.map(one => [
        {
          content: (
            <>
              {words(one.service)}
              <br />
              <a class="govuk-link" href={`/involvement/${one.reference}`}>
                {one.reference}
              </a>
            </>
          ),
        },
        { content: [one.professional, one.role, one.agencyName].filter(part => part).join(', ') || 'Not recorded' },
        { content: one.own ? 'This person' : person(one.person) },
        { content: one.since === null ? '–' : formatDay(one.since) },
      ])}
      narrow="rows"
    />
  )
