import { migrate } from '../../src/db/migrate.ts'

/** What every test database contains before the first test touches it. */
export async function prepareTemplate(url: string): Promise<void> {
  await migrate(url)
}
