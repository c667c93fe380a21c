import { plural } from '../../kit/names.ts'
import { at, type Family, familyOf } from './family.ts'
import { framed } from './frame.tsx'
import { genogramLegend } from './genogramLegend.tsx'
import type { GenogramInput, NodeRow, Picture } from './input.ts'
import { type DrawnSide, type Layout, layoutOf, type Outline } from './layout.ts'
import { halfOf, outerHalf, outlineOf, pathOf, shapeOf } from './shapes.ts'
import { blue, cornerOf, Lines, lookAttributes, plum, round, Sign, Slashes, WordOnLine } from './signs.tsx'
import { lineHeight, nameSize, smallSize } from './text.ts'
import { lookOf, slashesOf } from './wires.ts'
import { inNumbers, listed, sexWords, tieRow, tiesInNumbers, whenWords } from './words.ts'

const People = ({ family, layout }: { family: Family; layout: Layout }) => (
  <>
    {family.people.map((person, index) => {
      const { x, y, name, details } = at(layout.nodes, index)
      const words = y + outerHalf + 16
      return (
        <g data-node={person.id}>
          <Sign
            shape={shapeOf(person)}
            half={halfOf(person)}
            x={x}
            y={y}
            subject={person.isSubject === true}
            died={Boolean(person.diedOn)}
          />
          <Lines lines={name} x={x} y={words} size={nameSize} bold />
          <Lines lines={details} x={x} y={words + name.length * lineHeight} size={smallSize} />
        </g>
      )
    })}
  </>
)

const Side = ({ side }: { side: DrawnSide }) => {
  const { from, to, edge, words, wordsAt, slashAt } = side
  const slashes = slashesOf(edge.tie)
  return (
    <>
      <path data-edge={edge.tie.id} d={pathOf([from, to])} {...lookAttributes(lookOf(edge.tie))} />
      {slashes > 0 && <Slashes x={slashAt} y={from.y} count={slashes} />}
      {words && <WordOnLine text={words} x={wordsAt} y={from.y - 15} anchor="middle" />}
    </>
  )
}

const Loops = ({ family, layout }: { family: Family; layout: Layout }) => (
  <>
    {layout.loops.map(({ edge, node, slot }) => {
      const { x, y } = at(layout.nodes, node)
      const radius = 7 + 3 * Math.min(slot, 3)
      return (
        <circle
          data-edge={edge.tie.id}
          cx={round(x + halfOf(at(family.people, node)))}
          cy={round(y - halfOf(at(family.people, node)) + 2)}
          r={radius}
          {...lookAttributes(lookOf(edge.tie))}
        />
      )
    })}
  </>
)

const Household = ({ outline }: { outline: Outline }) => (
  <path
    data-household={outline.id}
    d={outlineOf(outline.corners, 14)}
    fill="none"
    stroke={plum}
    stroke-width={2}
    stroke-dasharray="7 5"
  />
)

const HouseholdName = ({ outline }: { outline: Outline }) => (
  <>
    {outline.label.map((line, index) => (
      <WordOnLine
        text={line}
        x={outline.labelAt.x}
        y={outline.labelAt.y + index * lineHeight}
        anchor="start"
        fill={plum}
        bold
        tall
      />
    ))}
  </>
)

const Others = ({ y, layout }: { y: number; layout: Layout }) => (
  <>
    {layout.generations > 0 && (
      <path d={`M${round(layout.left)} ${round(y)}H${round(layout.right)}`} stroke="#b1b4b6" stroke-width={1} />
    )}
    <WordOnLine text="Other people: no generation is recorded" x={layout.left} y={y + 22} anchor="start" bold />
  </>
)

const Drawing = ({ family, layout }: { family: Family; layout: Layout }) => (
  <>
    {layout.outlines.map(outline => (
      <Household outline={outline} />
    ))}
    {layout.wires.paths.map(({ edge, points, look }) => (
      <path data-edge={edge.tie.id} d={pathOf(points, cornerOf(look))} {...lookAttributes(look)} />
    ))}
    {layout.othersAt !== undefined && <Others y={layout.othersAt} layout={layout} />}
    {layout.wires.slashes.map(one => (
      <Slashes {...one} />
    ))}
    {layout.wires.words.map(({ text, x, y, anchor }) => (
      <WordOnLine text={text} x={x} y={y} anchor={anchor} fill={blue} />
    ))}
    {layout.sides.map(side => (
      <Side side={side} />
    ))}
    <Loops family={family} layout={layout} />
    <People family={family} layout={layout} />
    {layout.outlines.map(outline => (
      <HouseholdName outline={outline} />
    ))}
  </>
)

const nodeRows = (family: Family): NodeRow[] =>
  family.people.map((person, index) => ({
    id: person.id,
    name: person.name,
    ...(person.href ? { href: person.href } : {}),
    what: sexWords(person),
    dates: [
      person.expectedOn && !person.bornOn ? `due ${whenWords(person.expectedOn)}` : '',
      person.bornOn ? `born ${whenWords(person.bornOn)}` : '',
      person.ageWords ?? '',
      person.diedOn ? `died ${whenWords(person.diedOn)}` : '',
    ]
      .filter(Boolean)
      .join(', '),
    households: family.houses.flatMap(({ label, members }) => (members.includes(index) ? [label] : [])),
    alone: !family.edges.some(({ from, to }) => from === index || to === index),
  }))

const summaryOf = (family: Family, layout: Layout): string => {
  const children = family.people.filter(({ isSubject }) => isSubject).map(({ name }) => name)
  const about = children.length > 0 ? ` around ${listed(children)}` : ''
  const rows = layout.generations > 0 ? ` in ${plural(layout.generations, 'generation')}` : ''
  const houses =
    family.houses.length > 0
      ? ` ${plural(family.houses.length, 'household outlined', 'households outlined')}: ${listed(family.houses.map(({ label }) => label))}.`
      : ''
  return (
    `A genogram of ${inNumbers(family.people.length)}${about}${rows}, joined by ${tiesInNumbers(family.edges.length)}.` +
    `${houses} The list with the picture says the same in words.`
  )
}

/**
 * The family of a child as a genogram, and the same in words. Every relationship given is one line and one row; people
 * without a relationship are drawn and listed as well. What is contradictory is drawn as it was recorded: parents decide
 * the generation before anything else, and a line that goes against it says in words what it is.
 */
export const genogram = (input: GenogramInput): Picture => {
  const family = familyOf(input)
  const layout = layoutOf(family)
  const children = family.people.filter(({ isSubject }) => isSubject).map(({ name }) => name)
  const title = input.title ?? (children.length > 0 ? `Family of ${listed(children)}` : 'Family')
  const summary = summaryOf(family, layout)
  const frame = framed({
    id: input.id ?? 'genogram',
    title,
    summary,
    left: layout.left,
    top: 0,
    right: layout.right,
    bottom: layout.bottom,
    legend: genogramLegend(family, layout),
    children: <Drawing family={family} layout={layout} />,
  })
  const rows = family.edges.map(({ tie, from, to }) => tieRow(tie, at(family.people, from), at(family.people, to)))
  return { ...frame, rows, nodes: nodeRows(family), title, summary }
}
