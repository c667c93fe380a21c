import type { Locator, Page } from 'playwright-core'

/** Works a page with the keyboard alone: what the Tab key does not reach cannot be used. */
export class Keyboard {
  presses = 0
  constructor(readonly page: Page) {}

  async press(key: string): Promise<void> {
    this.presses += 1
    await this.page.keyboard.press(key)
  }

  /** Tabs forward until the element has the focus. */
  async reach(target: Locator): Promise<void> {
    const handle = await target.first().elementHandle({ timeout: 10_000 })
    if (!handle) throw new Error(`Not on the page: ${target}`)
    for (let tries = 0; tries < 200; tries += 1) {
      if (await handle.evaluate(element => element === document.activeElement)) return
      await this.press('Tab')
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
