import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { createKeptMarkup, Kept, Table } from './index.ts'
import { renderInPieces } from './kept.tsx'

const head = [{ content: 'Contact' }, { content: 'Stage' }]
const rows = [
  ['CON-26-00001', '<script>alert("ö")</script>'],
  ['CON-26-00002', 'Received – “screening”'],
]

describe('markup that is rendered once', () => {
  it('is the same as markup rendered every time, what people typed still escaped', () => {
    const kept = createKeptMarkup(10)
    const plain = <Table narrow="rows" head={head} rows={rows.map(row => row.map(content => ({ content })))} />
    const once = () => (
      <Table
        narrow="rows"
        head={head}
        rows={rows.map(row => ({ kept, key: row.join(), cells: () => row.map(content => ({ content })) }))}
      />
    )
    expect(renderToString(once())).toBe(renderToString(plain))
    expect(renderInPieces(once()).join('')).toBe(renderToString(plain))
    expect(renderToString(plain)).not.toContain('<script>')
  })

  it('is rendered anew for another key, and for a table of other columns', () => {
    const kept = createKeptMarkup(10)
    const table = (heading: string, key: string, words: string) =>
      renderToString(
        <Table narrow="rows" head={[{ content: heading }]} rows={[{ kept, key, cells: () => [{ content: words }] }]} />,
      )
    expect(table('Worry', 'a', 'first')).toContain('first')
    expect(table('Worry', 'a', 'never rendered')).toContain('first')
    expect(table('Worry', 'b', 'second')).toContain('second')
    expect(table('Source', 'a', 'third')).toContain('third')
  })

  it('is forgotten when there is too much of it', () => {
    const kept = createKeptMarkup(2)
    for (const key of ['a', 'b', 'c']) kept.of(key, () => <p>{key}</p>)
    expect(kept.of('a', () => <p>again</p>)).toBe('<p>again</p>')
    expect(kept.of('c', () => <p>never rendered</p>)).toBe('<p>c</p>')
  })

  it('stands in its place among the pieces, also where it holds markup kept before', () => {
    const kept = createKeptMarkup(10)
    const inner = () => kept.of('inner', () => <b>inner</b>)
    const page = () => (
      <main>
        <Kept as="div" markup={kept.of('outer', () => <Kept as="div" markup={inner()} />)} />
        <p>between</p>
        <Kept as="div" markup={inner()} />
      </main>
    )
    const pieces = renderInPieces(page())
    expect(pieces).toHaveLength(5)
    expect(pieces.join('')).toBe('<main><div><div><b>inner</b></div></div><p>between</p><div><b>inner</b></div></main>')
    expect(pieces.join('')).toBe(renderToString(page()))
  })
})
