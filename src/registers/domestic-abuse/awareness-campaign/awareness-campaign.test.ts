import { it } from 'vitest'
it.todo('awareness-campaign')
