import type { Locator, Page } from 'playwright-core'

/** In the page: how many stops of the Tab key it seems to be from the focus to an element; less than none where it lies behind. */
const stopsUntil = (target: Element): number => {
  if (target === document.activeElement) return 0
  const groups = new Set<string>()
  const stops = [
    ...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]'),
  ].filter(one => {
    if (one === target || one === document.activeElement) return true
    const { type, name } = one as HTMLInputElement
    // The Tab key stops once in a group of radios.
    if (type === 'radio' && groups.size === groups.add(name).size) return false
    return one.checkVisibility()
  })
  const [from, to] = [document.activeElement, target].map(one => stops.indexOf(one as Element))
  return (to ?? 0) - (from ?? 0)
}

/** Works a page with the keyboard alone: what the Tab key does not reach cannot be used. */
export class Keyboard {
  presses = 0
  constructor(readonly page: Page) {}

  async press(key: string): Promise<void> {
    this.presses += 1
    await this.page.keyboard.press(key)
  }

  /** Tabs forward until the element has the focus: half of the way it seems to be at a time, so that none is passed over. */
  async reach(target: Locator): Promise<void> {
    const handle = await target.first().elementHandle({ timeout: 10_000 })
    if (!handle) throw new Error(`Not on the page: ${target}`)
    // Once it lies behind, the count was wrong, or it is on the way round: then step by step.
    let hasPassed = false
    for (let tries = 0; tries < 200; tries += 1) {
      const ahead = await handle.evaluate(stopsUntil)
      if (ahead === 0) return
      hasPassed ||= ahead < 0
      const presses = hasPassed ? 1 : Math.max(1, Math.floor(ahead / 2))
      for (let press = 0; press < presses; press += 1) await this.press('Tab')
    }
    throw new Error(`The Tab key does not reach ${target}`)
  }

  async type(label: string, text: string): Promise<void> {
    await this.reach(this.page.getByLabel(label, { exact: true }))
    await this.page.keyboard.type(text)
  }

  /** Three boxes of a date. */
  async date(question: string, day: string, month: string, year: string, time?: string): Promise<void> {
    const group = this.page.getByRole('group', { name: question })
    for (const [name, text] of [
      ['Day', day],
      ['Month', month],
      ['Year', year],
      ['Time', time ?? ''],
    ] as const) {
      if (text === '') continue
      await this.reach(group.getByLabel(name))
      await this.page.keyboard.type(text)
    }
  }

  /** Tab comes to the first of the radios; arrows go on from there. */
  async choose(question: string, answer: string): Promise<void> {
    const group = this.page.getByRole('group', { name: question })
    const radios = group.getByRole('radio')
    await this.reach(radios)
    const wanted = group.getByLabel(answer, { exact: true })
    for (let tries = 0; tries < 40; tries += 1) {
      if (await wanted.evaluate(element => element === document.activeElement)) {
        await this.press('Space')
        return
      }
      await this.press('ArrowDown')
    }
    throw new Error(`The arrow keys do not reach “${answer}”`)
  }

  async tick(answer: string): Promise<void> {
    await this.reach(this.page.getByRole('checkbox', { name: answer, exact: true }))
    await this.press('Space')
  }

  async select(label: string, answer: string): Promise<void> {
    await this.reach(this.page.getByLabel(label, { exact: true }))
    await this.page.keyboard.type(answer)
  }

  /** Reaches a button or link and presses Enter; waits for the page that follows. */
  async go(name: string | RegExp, role: 'button' | 'link' = 'button'): Promise<void> {
    const exact = typeof name === 'string'
    await this.reach(this.page.getByRole('main').getByRole(role, exact ? { name, exact } : { name }))
    await Promise.all([this.page.waitForEvent('domcontentloaded'), this.press('Enter')])
  }
}
