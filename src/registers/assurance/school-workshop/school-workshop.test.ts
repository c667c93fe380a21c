import { it } from 'vitest'
it.todo('school-workshop')
