import { describe, expect, it } from 'vitest'
import { progressLine, showProgress } from './progress.ts'

const at = (fraction: number, stage = 'Writing') => ({ stage, fraction, seconds: 12.4 })

describe('progress', () => {
  it('is a bar, a percentage, seconds and what is done', () => {
    expect(progressLine(at(0.5))).toBe('[############            ]  50%  12 s  Writing')
    expect(progressLine(at(0.999))).toContain(' 99%')
    expect(progressLine(at(7))).toContain('[########################] 100%')
  })

  it('redraws one line on a terminal and ends it when done', () => {
    const written: string[] = []
    const show = showProgress({ isTTY: true, write: text => written.push(text) })
    show(at(0.1))
    show(at(1))
    expect(written.map(text => text.startsWith('\r'))).toEqual([true, true])
    expect(written.map(text => text.endsWith('\n'))).toEqual([false, true])
  })

  it('is plain lines elsewhere, one for each tenth and stage', () => {
    const written: string[] = []
    const show = showProgress({ write: text => written.push(text) })
    for (const fraction of [0, 0.01, 0.02, 0.11, 0.12]) show(at(fraction))
    show(at(0.12, 'Closing'))
    expect(written).toHaveLength(3)
    expect(written.join('')).not.toContain('\r')
  })
})
