import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { WordDocument } from '../../engine/documents/word.ts'

/** Words with their line breaks; what is not text in XML is shown as its sign, so that nothing is lost and Word opens the file. */
export const runs = (text: string, bold = false): TextRun[] =>
  [...text]
    .map(character => (isAllowed(character) ? character : '\u2400'))
    .join('')
    .split(/\r?\n/)
    .map((line, at) => new TextRun({ text: line, bold, ...(at === 0 ? {} : { break: 1 }) }))

/** Characters XML 1.0 can hold. */
const isAllowed = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0
  return (
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 32 && code !== 0xfffe && code !== 0xffff && !(code >= 0xd800 && code <= 0xdfff))
  )
}

const cell = (text: string, bold = false): TableCell =>
  new TableCell({ children: [new Paragraph({ children: runs(text, bold) })] })

const tableOf = ({ head, rows }: WordDocument['parts'][number]): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: head.map(words => cell(words, true)) }),
      ...rows.map(row => new TableRow({ cantSplit: true, children: row.map(words => cell(words)) })),
    ],
  })

/** A Word document: real headings and tables, its reference and "page x of y" on every page. */
export const word = async ({ title, reference, notes, parts }: WordDocument): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      title: reference,
      creator: 'Canopy',
      styles: { default: { document: { run: { font: 'Arial', size: 20 } } } },
      sections: [
        {
          properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } },
          headers: { default: new Header({ children: [new Paragraph({ children: runs(reference) })] }) },
          footers: {
            default: new Footer({
              children: [
                new Paragraph({
                  alignment: AlignmentType.RIGHT,
                  children: [new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })],
                }),
              ],
            }),
          },
          children: [
            new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(title) }),
            ...notes.map(note => new Paragraph({ children: runs(note) })),
            ...parts.flatMap(part => [
              new Paragraph({ heading: HeadingLevel.HEADING_2, children: runs(part.title) }),
              tableOf(part),
            ]),
          ],
        },
      ],
    }),
  )
