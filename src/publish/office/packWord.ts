import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  Header,
  HeadingLevel,
  InternalHyperlink,
  LeaderType,
  Packer,
  PageNumber,
  PageReference,
  Paragraph,
  TabStopPosition,
  TabStopType,
  TextRun,
} from 'docx'
import type { PackDocument } from '../../engine/documents/pack.ts'
import { runs } from './word.ts'

type Page = PackDocument['sections'][number]['pages'][number]

const paragraph = (text: string, bold = false) => new Paragraph({ spacing: { after: 80 }, children: runs(text, bold) })

/** One line of the contents: the words lead to the page, and the number is worked out by the office program. */
const entry = (page: Page) =>
  new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: TabStopPosition.MAX, leader: LeaderType.DOT }],
    children: [
      new InternalHyperlink({ anchor: page.id, children: runs(page.title) }),
      new TextRun({ text: '\t' }),
      new PageReference(page.id),
    ],
  })

const sheet = (page: Page): readonly Paragraph[] => [
  new Paragraph({
    heading: HeadingLevel.HEADING_2,
    pageBreakBefore: true,
    children: [new Bookmark({ id: page.id, children: runs(page.title) })],
  }),
  ...page.facts.flatMap(([label, text]) => [paragraph(label, true), paragraph(text)]),
  ...(page.network.length === 0
    ? []
    : [
        paragraph('Network', true),
        ...page.network.map(
          ({ name, is }) =>
            new Paragraph({ bullet: { level: 0 }, children: runs(is === '' ? name : `${name}: ${is}`) }),
        ),
      ]),
]

/** The pack as a Word document: contents with page numbers, bookmarks, and on every sheet what it is, its copy and page x of y. */
export const packWord = ({ title, running, notes, sections }: PackDocument): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      title: running.split(',')[0] ?? 'Pack',
      creator: 'Canopy',
      features: { updateFields: true },
      styles: { default: { document: { run: { font: 'Arial', size: 22 } } } },
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph({ children: runs(running) })] }) },
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
            ...notes.map(note => paragraph(note)),
            paragraph('Contents', true),
            ...sections.flatMap(({ title: section, pages }) => [paragraph(section, true), ...pages.map(entry)]),
            ...sections.flatMap(({ pages }) => pages.flatMap(sheet)),
          ],
        },
      ],
    }),
  )
