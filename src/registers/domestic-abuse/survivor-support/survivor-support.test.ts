import { it } from 'vitest'
it.todo('survivor-support')
