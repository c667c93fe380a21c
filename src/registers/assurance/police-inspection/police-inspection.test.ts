import { it } from 'vitest'
it.todo('police-inspection')
