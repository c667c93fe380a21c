import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { fixturesOf } from '../../../test/support/fixtures.ts'
import { normaliseHtml } from '../../../test/support/html.ts'
import { proofs } from './fixtures.proofs.tsx'

for (const proof of proofs) {
  describe(`${proof.component} renders what govuk-frontend renders`, () => {
    const fixtures = fixturesOf(proof.component)
    for (const fixture of fixtures) {
      const reason = proof.skip?.[fixture.name]
      if (reason) {
        it.skip(`${fixture.name} – ${reason}`, () => {})
        continue
      }
      it(fixture.name, () => {
        const ours = normaliseHtml(renderToString(proof.render(fixture.options)))
        const theirs = normaliseHtml(proof.adjust ? proof.adjust(fixture.html) : fixture.html)
        expect(ours).toBe(theirs)
      })
    }
    it('skips only fixtures that exist and differ', () => {
      for (const name of Object.keys(proof.skip ?? {})) {
        const fixture = fixtures.find(candidate => candidate.name === name)
        expect(fixture, `no fixture "${name}"`).toBeDefined()
        if (!fixture) continue
        const ours = normaliseHtml(renderToString(proof.render(fixture.options)))
        expect(ours, `"${name}" is the same: take it off the list`).not.toBe(normaliseHtml(fixture.html))
      }
    })
  })
}
