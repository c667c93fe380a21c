import { it } from 'vitest'
it.todo('encompass-school')
