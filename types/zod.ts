import { z } from 'zod'
import { zhCN } from 'zod/locales'

// WeChat's Function() returns undefined instead of throwing, which fools zod's JIT probe; the flag is read when a
// schema is constructed, so every schema must come through this file.
z.config({ ...zhCN(), jitless: true })

export { z }
