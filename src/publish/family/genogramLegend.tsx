import type { VNode } from 'preact'
import type { Family } from './family.ts'
import type { LegendItem } from './frame.tsx'
import type { Layout } from './layout.ts'
import { outlineOf, pathOf, type Shape, shapeOf, signHalf } from './shapes.ts'
import { cornerOf, Lines, lookAttributes, plum, Sign, Slashes } from './signs.tsx'
import { smallSize } from './text.ts'
import { type Look, lookOf, slashesOf } from './wires.ts'

const size = 16

const shapeWords: Record<Shape, string> = {
  square: 'Square: male',
  circle: 'Circle: female',
  diamond: 'Diamond: sex not known',
  triangle: 'Triangle: not yet born',
}

const lookWords: Partial<Record<Look, string>> = {
  birth: 'Solid line down: child by birth',
  adoptive: 'Long dashes: adoption',
  foster: 'Short dashes: fostering',
  step: 'Dots: step-parent',
  guardian: 'Dashes and dots: guardian',
  notKnown: 'Dash and two dots: parent, not known how',
  tie: 'Blue dashes with a word: another relationship',
}

const line = (look: Look): VNode => (
  <path
    d={pathOf(
      [
        { x: -26, y: 0 },
        { x: 26, y: 0 },
      ],
      cornerOf(look),
    )}
    {...lookAttributes(look)}
  />
)

const crossed = (count: number): VNode => (
  <>
    {line('partner')}
    <Slashes x={0} y={0} count={count} />
  </>
)

const when = (condition: boolean, words: string, sign: VNode): LegendItem[] => (condition ? [{ words, sign }] : [])

const peopleItems = ({ people }: Family): LegendItem[] => {
  const used = new Set(people.map(shapeOf))
  return [
    ...(Object.keys(shapeWords) as Shape[]).flatMap(shape =>
      when(used.has(shape), shapeWords[shape], <Sign shape={shape} half={size} x={0} y={0} />),
    ),
    ...when(
      people.some(({ isSubject }) => isSubject),
      'Second outline: the child in question',
      <Sign
        shape={shapeOf(people.find(({ isSubject }) => isSubject) ?? { id: '', name: '', sex: 'unknown' })}
        half={20}
        x={0}
        y={0}
        subject
      />,
    ),
    ...when(
      people.some(({ diedOn }) => diedOn),
      'Cross: has died',
      <Sign shape="circle" half={signHalf - 2} x={0} y={0} died />,
    ),
  ]
}

const partnerItems = ({ edges }: Family): LegendItem[] => {
  const ties = edges.map(({ tie }) => tie).filter(({ kind }) => kind === 'partner')
  const slashes = ties.map(slashesOf)
  return [
    ...when(
      ties.some(tie => lookOf(tie) === 'partner' && slashesOf(tie) === 0),
      'Line across: married or civil partners',
      line('partner'),
    ),
    ...when(
      ties.some(tie => lookOf(tie) === 'partnerDashed'),
      'Dashed line across: together, or not known (?)',
      line('partnerDashed'),
    ),
    ...when(slashes.includes(1), 'One stroke: separated', crossed(1)),
    ...when(slashes.includes(2), 'Two strokes: divorced', crossed(2)),
  ]
}

const word = (text: string): VNode => <Lines lines={[text]} x={0} y={5} size={smallSize} />

const meetingLines = (
  <path
    d={`${pathOf([
      { x: -26, y: -12 },
      { x: 0, y: 2 },
      { x: 26, y: -12 },
    ])}M0 2V16`}
    {...lookAttributes('birth')}
  />
)

const box = [
  { x: -26, y: -16 },
  { x: 26, y: -16 },
  { x: 26, y: 16 },
  { x: -26, y: 16 },
]

/** The signs this picture uses, and no others. */
export const genogramLegend = (family: Family, layout: Layout): LegendItem[] => {
  const looks = new Set(layout.wires.paths.map(({ look }) => look))
  const responsible = family.edges.some(({ tie }) => tie.kind !== 'partner' && tie.parentalResponsibility === true)
  return [
    ...peopleItems(family),
    ...partnerItems(family),
    ...when(layout.meets, 'Lines that meet: parents of one child, no partnership recorded', meetingLines),
    ...(Object.keys(lookWords) as Look[]).flatMap(look => when(looks.has(look), lookWords[look] ?? '', line(look))),
    ...when(
      layout.loops.length > 0,
      'Ring: recorded as related to themselves',
      <circle r={9} {...lookAttributes('tie')} />,
    ),
    ...when(
      family.houses.length > 0,
      'Dashed outline: a household',
      <path d={outlineOf(box, 10)} fill="none" stroke={plum} stroke-width={2} stroke-dasharray="7 5" />,
    ),
    ...when(responsible, 'Has parental responsibility for this child', word('PR')),
  ]
}
