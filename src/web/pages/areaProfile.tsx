import type { Role } from '../../declare/roles.ts'
import {
  type AreaProfile,
  holdsWords,
  type Statistic,
  statisticWords,
  subjectWords,
} from '../../engine/measures/profile.ts'
import { Table } from '../components/index.ts'
import { frame } from '../frame.tsx'
import type { HandWrittenPage } from '../web.ts'

export const areaProfilePath = '/figures/area'

const tableOf = (subject: Statistic['subject'], statistics: readonly Statistic[]) => (
  <Table
    id={subject}
    caption={subjectWords[subject]}
    captionClasses="govuk-table__caption--m"
    head={[
      { content: 'What' },
      { content: 'Number', format: 'numeric' },
      { content: 'Of' },
      { content: 'Edition' },
      { content: 'Describes' },
      { content: 'Source' },
    ]}
    rows={statistics.map(one => [
      { content: one.label },
      { content: statisticWords(one), format: 'numeric' },
      { content: one.of },
      { content: one.vintage },
      { content: holdsWords(one) },
      { content: one.source },
    ])}
    firstCellIsHeader={true}
    narrow="rows"
  />
)

/** The area in numbers that others publish, and which are missing. They are public, so everybody who is signed in may read them. */
export const areaProfilePage = (profile: AreaProfile, by: readonly Role[]): HandWrittenPage => ({
  method: 'GET',
  path: areaProfilePath,
  by,
  name: 'area profile',
  handler: async (web, visit) => {
    const subjects = [...new Set(profile.statistics.map(({ subject }) => subject))]
    return {
      page: frame(web, visit, {
        title: profile.title,
        section: 'Figures',
        wide: true,
        children: (
          <>
            <h1 class="govuk-heading-l">{profile.title}</h1>
            <p class="govuk-body">
              Numbers that others publish. They are not worked out from records, so no cases stand behind them: each
              says where it comes from and which periods it describes.
            </p>
            {subjects.map(subject =>
              tableOf(
                subject,
                profile.statistics.filter(one => one.subject === subject),
              ),
            )}
            {profile.missing.length > 0 && (
              <>
                <h2 class="govuk-heading-m">Not held</h2>
                <ul class="govuk-list govuk-list--bullet">
                  {profile.missing.map(({ label, why }) => (
                    <li>
                      <strong>{label}.</strong> {why}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </>
        ),
      }),
    }
  },
})
