import { it } from 'vitest'
it.todo('learning-item')
