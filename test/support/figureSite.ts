import { setNow } from '../../src/kit/clock.ts'
import type { Instant } from '../../src/kit/dates.ts'
import { section11Register } from '../../src/registers/assurance/section11-return/index.ts'
import { createSite, type Site } from './app.ts'
import { contactsIn } from './contactsInTime.ts'
import { returnsIn } from './section11.ts'

export const figuresAt: Instant = '2026-06-01T09:00:00.000Z'
export const figuresYear = 'financial_year:2025-26'

/** How many invented contacts came from whom in that year: by the code of the source. Three sources are small. */
export const fromSources: Readonly<Record<string, number>> = { '6': 12, '2A': 9, '3A': 2, '5B': 3, '1D': 1 }

const months = ['2025-05', '2025-06', '2025-07', '2025-09', '2025-11', '2026-01', '2026-02']

/** The application with contacts of one year, some decided, and with the section 11 returns of the examples. */
export const createFigureSite = async (returns = false): Promise<Site> => {
  const site = await createSite()
  const { record, urgency, decide, agree } = contactsIn(site.world)
  let n = 0
  for (const [source, count] of Object.entries(fromSources))
    for (let one = 0; one < count; one += 1) {
      const day = `${months[n % months.length]}-${String(2 + (n % 25)).padStart(2, '0')}`
      const reference = await record(`${day}T09:00:00.000Z`, { source })
      if (n % 3 !== 0) {
        await urgency(reference, 'amber', `${day}T09:30:00.000Z`)
        await decide(reference, n % 2 === 0 ? 'childInNeed' : 'noFurtherAction', `${day}T10:00:00.000Z`)
        await agree(reference, `${day}T10:30:00.000Z`)
      }
      n += 1
    }
  if (returns) for (const example of section11Register.examples) await returnsIn(() => site.world).walk(example)
  setNow(figuresAt)
  return site
}
