import { it } from 'vitest'
it.todo('prevent-activity')
