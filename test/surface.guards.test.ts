import { describe, expect, it } from 'vitest'
import { type PageFacts, pageFaults } from './support/surfaceFaults.ts'

const facts: PageFacts = { path: '/contact/CON-26-00042', fresh: true, personal: ['Example-Bello', '12 Elm Road'] }

const page = `<!DOCTYPE html><html lang="en"><head><title>The child – Contact CON-26-00042 – Canopy</title></head><body>
<a href="#main">Skip to main content</a><main id="main"><h1>The child</h1>
<table><caption>Checks</caption><thead><tr><th scope="col">When</th><th scope="col">Who</th></tr></thead>
<tbody><tr><td>Today</td><td>Police</td></tr></tbody></table>
<form method="post" action="/contact/CON-26-00042/decide/1"><input type="hidden" name="_csrf" value="abcdefghijkl.mnopqrstuvwxyz"/>
<label for="why">Why?</label><textarea id="why" name="why" aria-describedby="why-hint"></textarea><p id="why-hint">In your words</p>
<fieldset><legend>Which level?</legend><input type="radio" id="level" name="level" value="1"/><label for="level">One</label></fieldset>
<label for="team">Team</label><select id="team" name="team"><option value=""></option><option value="e">East</option></select>
<button>Continue</button></form><dl><dt>Sent</dt><dd>Today</dd><dt>Read</dt><dd>Today</dd></dl></main></body></html>`

/** Each guard with a fault that only it can find. */
const planted: readonly [string, string, string, string][] = [
  ['no heading', '<h1>The child</h1>', '<p>The child</p>', '0 headings of level 1'],
  ['two headings', '</main>', '<h1>Again</h1></main>', '2 headings of level 1'],
  ['another title', '<title>The child', '<title>Child', 'does not begin with the heading'],
  ['a title without the product', ' – Canopy', '', 'is not heading, section and product'],
  [
    'errors the title hides',
    '<h1>',
    '<div class="govuk-error-summary">Wrong</div><h1>',
    'does not say whether there are errors',
  ],
  ['a title that cries wolf', '<title>', '<title>Error: ', 'does not say whether there are errors'],
  ['no language', ' lang="en"', '', 'no language'],
  ['a name in the title', 'Contact CON-26-00042 –', 'Example-Bello –', '“Example-Bello” in the title'],
  ['an address in an address', 'href="#main"', 'href="/contact?search=12+Elm+Road"', '“12 Elm Road” in the address'],
  ['a name in the action of a form', 'decide/1"', 'decide/1?for=Example-Bello"', '“Example-Bello” in the address'],
  ['a radio chosen already', 'value="1"/>', 'value="1" checked/>', 'level is chosen already'],
  ['an option chosen already', '<option value="e">', '<option value="e" selected>', 'team is chosen already'],
  ['a list without an empty first option', '<option value=""></option>', '', 'team is chosen already'],
  ['a table without a caption', '<caption>Checks</caption>', '', 'table 1 has no caption'],
  ['a heading that heads nothing', ' scope="col">Who', '>Who', 'the heading “Who” does not say what it heads'],
  ['an empty heading', '>Who<', '><', 'has a column without a heading'],
  ['two columns of one name', '>Who<', '>When<', 'has two columns “When”'],
  ['a short row', '<td>Police</td>', '', 'has a row of another length than its head'],
  ['a text area without a label', '<label for="why">Why?</label>', '', 'why has no label'],
  ['an empty label', '<label for="why">Why?</label>', '<label for="why"> </label>', 'why has no label'],
  ['choices without a question', '<legend>Which level?</legend>', '', 'a group of choices has no question'],
  ['a button without words', '<button>Continue</button>', '<button></button>', 'a button without words'],
  [
    'a form without a token',
    '<input type="hidden" name="_csrf" value="abcdefghijkl.mnopqrstuvwxyz"/>',
    '',
    'has no token',
  ],
  [
    'a token that belongs to another form',
    '<input type="hidden" name="_csrf" value="abcdefghijkl.mnopqrstuvwxyz"/>',
    '</form><input type="hidden" name="_csrf" value="abcdefghijkl.mnopqrstuvwxyz" form="other"/><form method="post" action="/x" id="mine">',
    'has no token',
  ],
  ['two of one id', 'id="why-hint"', 'id="why"', 'two elements are called why'],
  ['a hint that is not there', ' id="why-hint"', '', 'aria-describedby="why-hint" names nothing on the page'],
  ['a link to nowhere on the page', 'href="#main"', 'href="#other"', '#other leads to nothing on the page'],
  ['a value that was never there', 'In your words', 'undefined', '“undefined” on the page'],
  ['an object as text', 'In your words', '[object Object]', '“[object Object]” on the page'],
  ['no number', '>Today<', '>NaN days<', '“NaN” on the page'],
  ['no value in an address', 'href="#main"', 'href="/contact/null"', '“null” on the page'],
]

describe('a page in order', () => {
  it('has no faults', () => expect(pageFaults(page, facts)).toEqual([]))

  it.each(planted)('%s is found', (_name, from, to, told) => {
    expect(page).toContain(from)
    const faults = pageFaults(page.replace(from, to), facts)
    expect(
      faults.some(fault => fault.includes(told)),
      faults.join('; '),
    ).toBe(true)
  })

  it('a tag left open is found', () => expect(() => pageFaults(page.replace('</form>', ''), facts)).toThrow('closes'))
})
