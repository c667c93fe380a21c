import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What axe finds in the page shown, by the levels A and AA of WCAG 2.2. Our pages have no frames: its quicker way sees the same. */
export const axeFaults = async (page: Page, name: string): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes[0]?.html}`)
}
