import type { AnyRow } from '../../declare/record.ts'
import { maskOf } from './mask.ts'

/** For whom a version of a pack is. */
export type For = 'full' | 'partner' | 'school'

const texts = [
  'called',
  'aliases',
  'placedIn',
  'sinceLast',
  'whyNow',
  'tried',
  'plan',
  'voice',
  'network',
  'asks',
  'openActions',
  'policeOnly',
] as const

/** What a school does not need for its own children, and what may tell of somebody else. */
const notForSchools: readonly string[] = ['network', 'aliases', 'policeOnly', 'openActions', 'sinceLast', 'placedIn']

/** Names that a page tells of others: whoever and whatever is in its network, and what the subject is also called. */
const namesOn = (page: AnyRow): readonly string[] => [
  ...[page.called, page.aliases].filter((one): one is string => typeof one === 'string'),
  ...(typeof page.network === 'string' ? page.network.split('\n').map(line => line.split(': ')[0] ?? '') : []),
]

/**
 * The pages of a pack for one audience. A partner is not told what only police and council may read. A school is given the pages of its
 * own children and nothing else: every other name in the pack is taken out of their texts too (MACE-2).
 */
export const versionFor = (pages: readonly AnyRow[], audience: For, school: string | null): readonly AnyRow[] => {
  if (audience === 'full') return pages
  const without = (page: AnyRow, names: readonly string[]): AnyRow => ({
    ...page,
    ...Object.fromEntries(names.map(name => [name, null])),
  })
  if (audience === 'partner') return pages.map(page => without(page, ['policeOnly']))
  const own = pages.filter(page => page.section === 'children' && page.school !== null && page.school === school)
  return own.map(page => {
    const others = pages.filter(one => one !== page).flatMap(namesOn)
    const around = namesOn({ ...page, called: null, aliases: null })
    const mask = maskOf([], [...others, ...around])
    const shown = without(page, notForSchools)
    // The child's own name may be part of another's: it is put back where the whole of it stood.
    return {
      ...shown,
      ...Object.fromEntries(
        texts
          .filter(name => name !== 'called' && typeof shown[name] === 'string')
          .map(name => [name, mask.text(shown[name] as string)]),
      ),
    }
  })
}
