const generated = 'Made from the declarations by `./canopy diagrams`. Do not edit.'

/** Text inside a cell of a table. */
export const inCell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ').trim()

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.map(inCell).join(' | ')} |`).join('\n')

export const page = (title: string, ...parts: readonly string[]): string =>
  `${[`# ${title}`, generated, ...parts.filter(part => part !== '')].join('\n\n')}\n`
