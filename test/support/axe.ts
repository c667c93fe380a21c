import axe, { type AxeResults, type RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

/** The levels A and AA of WCAG 2.2. */
export const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * What axe finds in the page shown, or in a part of it. Our pages have no frames, so it is run in the page itself, and is put
 * there once: that takes longer than the run.
 */
export const axeFaults = async (
  page: Page,
  name: string,
  { within, tags = levels }: { readonly within?: string; readonly tags?: readonly string[] } = {},
): Promise<readonly string[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found = await page.evaluate(
    async ([part, wanted]) => {
      const { axe: there } = window as unknown as {
        axe: { run: (part: unknown, options: RunOptions) => Promise<AxeResults> }
      }
      const results = await there.run(part ?? document, { runOnly: [...wanted], resultTypes: ['violations'] })
      return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
    },
    [within, tags] as const,
  )
  return found.map(fault => `${name}: ${fault}`)
}
