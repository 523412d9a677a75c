import { config } from 'zod'
import { zhCN } from 'zod/locales'

// WeChat's Function() returns undefined instead of throwing, which fools zod's JIT probe; the flag is read when a
// schema is constructed, so every schema must come through this file.
config({ ...zhCN(), jitless: true })

// Taken as `import * as z`: of a namespace that is handed on as one name webpack keeps all.
export * from 'zod'
