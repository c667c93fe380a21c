import { vi } from 'vitest'
import { setNow } from '../../src/kit/clock.ts'

// Test files of one worker share their modules: what one forgets to put back is not to decide about the next.
setNow(null)
vi.useRealTimers()
vi.restoreAllMocks()
