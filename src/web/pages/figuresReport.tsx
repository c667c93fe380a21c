import { notFound } from '../../engine/outcome.ts'
import { frame } from '../frame.tsx'
import type { Handler, Visit, Web } from '../web.ts'
import { seesReport } from './figures.tsx'
import { addressOf, readChosen } from './figuresAsked.ts'
import { TimeChosen } from './figuresParts.tsx'

const builtFor = async (web: Web, visit: Visit) => {
  if (!seesReport(web, visit)) throw notFound()
  const told = web.engine.registers.filter(({ measures }) =>
    measures.some(({ key }) => web.report.measures.includes(key)),
  )
  const chosen = await readChosen(web.engine, visit.actor, visit.query, told)
  return { chosen, report: await web.report.build(web.engine, visit.actor, web.partnership, chosen) }
}

/** The yearly report with the figures as they are known now, or were then. */
export const reportPage: Handler = async (web, visit) => {
  const { chosen, report } = await builtFor(web, visit)
  return {
    page: frame(web, visit, {
      title: report.title,
      section: 'Figures',
      back: { href: addressOf('/figures', chosen), text: 'All figures' },
      children: (
        <>
          <TimeChosen path="/figures/report" chosen={chosen} />
          <p class="govuk-body canopy-screen-only">
            <a class="govuk-link" href={addressOf('/figures/report/file', chosen)}>
              Save this report as a file
            </a>
          </p>
          {report.article}
        </>
      ),
    }),
  }
}

/** The same as a document in one file, which opens without Canopy. */
export const reportFile: Handler = async (web, visit) => {
  const { report } = await builtFor(web, visit)
  const name = `report-${report.period.id.replace(':', '-')}.html`
  return { file: report.document, type: 'text/html; charset=utf-8', name }
}
