import { spawnSync } from 'node:child_process'
import path from 'node:path'

type Snippet = { file: string; code: string }

const lint = (snippets: Snippet[]): string[] => {
  const script = path.resolve(__dirname, '../support/lint-snippets.mjs')
  const run = spawnSync(process.execPath, [script], { input: JSON.stringify(snippets), encoding: 'utf8' })
  if (run.status !== 0) throw new Error(run.stderr)
  return JSON.parse(run.stdout) as string[]
}

const use = (source: string) => `import { thing } from '${source}'\nexport const made = thing`

const refused: [file: string, source: string, reason: string][] = [
  ['src/lib/call.ts', '../../cloudfunctions/kit/serve', 'src never imports cloudfunctions'],
  ['src/lib/call.ts', '../../localcloud/main', 'src never imports localcloud'],
  ['src/lib/call.ts', '../../config/database', 'src never imports config'],
  ['src/lib/call.ts', '@/../cloudfunctions/kit/serve', 'src never imports cloudfunctions'],
  ['src/features/quiz/api.ts', '../hazard/api', 'one feature never imports another'],
  ['src/features/quiz/api.ts', '@/features/hazard/api', 'one feature never imports another'],
  ['src/features/quiz/api.ts', '@/pages/home/index', 'only the app shell knows pages'],
  ['src/components/card.tsx', '@/features/quiz/api', 'shared code of src never imports a feature'],
  ['src/pages/home/index.tsx', '@/packages/quiz/play/index', 'the main package never imports a subpackage'],
  ['src/packages/quiz/play/index.tsx', '@/packages/desk/home/index', 'one subpackage never imports another'],
  ['src/lib/file.ts', 'node:fs', 'the phone has no Node'],
  ['src/lib/form.ts', 'zod', 'only types/zod.ts imports zod'],
  ['cloudfunctions/quiz/handlers.ts', '../hazard/store', 'one domain never imports another'],
  ['cloudfunctions/quiz/handlers.ts', '../../src/lib/call', 'cloudfunctions never imports src'],
  ['cloudfunctions/quiz/handlers.ts', '../../config/database', 'cloudfunctions never imports config'],
  ['cloudfunctions/quiz/handlers.ts', 'wx-server-sdk', 'only cloudfunctions/kit imports wx-server-sdk'],
  ['cloudfunctions/quiz/handlers.ts', 'zod', 'only types/zod.ts imports zod'],
  ['cloudfunctions/kit/serve.ts', '../hazard/store', 'kit never imports a domain'],
  ['types/hazard.ts', '../src/lib/call', 'types never imports src'],
  ['types/hazard.ts', '../cloudfunctions/kit/serve', 'types never imports cloudfunctions'],
  ['types/hazard.ts', 'lodash', 'types stays pure'],
  ['types/hazard.ts', 'node:crypto', 'types stays pure'],
  ['types/hazard.ts', 'zod', 'only types/zod.ts imports zod'],
  ['config/database.ts', '../cloudfunctions/hazard/store', 'config never imports cloudfunctions'],
  ['config/database.ts', '../src/app.config', 'config never imports src'],
  ['localcloud/main.ts', '../types/errors', 'localcloud never imports types'],
  ['localcloud/main.ts', '../config/functions', 'localcloud never imports config'],
  ['localcloud/main.ts', '../cloudfunctions/kit/serve', 'localcloud never imports cloudfunctions'],
]

const allowed: [file: string, source: string][] = [
  ['src/lib/call.ts', 'types/contract'],
  ['src/features/quiz/api.ts', '@/lib/call'],
  ['src/features/quiz/api.ts', './play'],
  ['src/pages/home/index.tsx', '@/features/quiz/api'],
  ['cloudfunctions/quiz/handlers.ts', '../kit/serve'],
  ['cloudfunctions/quiz/handlers.ts', '../../types/quiz'],
  ['cloudfunctions/kit/cloud.ts', 'wx-server-sdk'],
  ['types/zod.ts', 'zod'],
  ['types/time.ts', 'dayjs'],
  ['config/functions.ts', '../types/hazard'],
  ['localcloud/main.ts', './doors/http'],
  ['tests/cloudfunctions/quiz/play.test.ts', '../../../cloudfunctions/quiz/handlers'],
]

const otherForms: [name: string, file: string, code: string, reason: string][] = [
  [
    'dynamic import',
    'src/lib/a.ts',
    `export const a = () => import('../../localcloud/main')`,
    'src never imports localcloud',
  ],
  [
    'import type',
    'src/lib/a.ts',
    `import type { A } from '../../localcloud/a'\nexport type B = A`,
    'src never imports',
  ],
  ['import() type', 'src/lib/a.ts', `export type A = import('../../localcloud/a').A`, 'src never imports localcloud'],
  ['re-export', 'types/a.ts', `export { a } from '../src/lib/a'`, 'types never imports src'],
  ['require', 'types/a.ts', `export const a = require('../src/lib/a')`, 'types never imports src'],
  ['barrel', 'types/a.ts', `export * from './hazard'`, 'no barrels'],
  [
    'collection outside a store',
    'cloudfunctions/quiz/handlers.ts',
    `export const a = (db) => db.collection('x')`,
    'only store.ts',
  ],
  ['collection on the phone', 'src/lib/a.ts', `export const a = (db) => db.collection('x')`, 'only store.ts'],
  [
    'database on the phone',
    'src/lib/a.ts',
    `export const a = (cloud) => cloud.database()`,
    'never touches the database',
  ],
  ['any', 'types/a.ts', `export const a = (value: any) => value`, 'Unexpected any'],
  ['interface', 'types/a.ts', `export interface A { b: string }`, 'Use a `type` instead'],
  ['function declaration', 'types/a.ts', `export function a() { return 1 }`, 'arrow functions only'],
  ['function expression', 'types/a.ts', `export const a = function () { return 1 }`, 'arrow functions only'],
  ['class', 'types/a.ts', `export class A { b = 1 }`, 'no classes except errors'],
  ['default export', 'types/a.ts', `const a = 1\nexport default a`, 'default exports are for'],
  ['file name', 'src/lib/aB.ts', `export const a = 1`, 'not kebab-case'],
  ['silent disable', 'types/a.ts', `// eslint-disable-next-line no-console\nconsole.log(1)`, 'say why'],
  ['long file', 'types/a.ts', `export const a = 1\n${'// line\n'.repeat(350)}`, 'too many lines'],
  ['long function', 'types/a.ts', `export const a = () => {\n${'  a()\n'.repeat(81)}}`, 'too many lines'],
]

const storeCode = `export const find = (db: { collection: (name: string) => string }) => db.collection('x')`

const permitted: [file: string, code: string][] = [
  ...allowed.map(([file, source]): [string, string] => [file, use(source)]),
  ['cloudfunctions/quiz/store.ts', storeCode],
  ['cloudfunctions/quiz/paper-store.ts', storeCode],
  ['cloudfunctions/kit/drainer.ts', storeCode],
  ['src/pages/home/index.tsx', 'const Home = () => null\nexport default Home'],
]

const forbidden: [name: string, file: string, code: string, reason: string][] = [
  ...refused.map(([file, source, reason]): [string, string, string, string] => [source, file, use(source), reason]),
  ...otherForms,
]

describe('arrows between rooms', () => {
  const answers = lint(
    [...permitted, ...forbidden.map(([, file, code]) => [file, code] as const)].map(([file, code]) => ({ file, code })),
  )

  test.each(permitted.map(([file, code], at) => ({ file, code, at })))('$file may: $at', ({ at }) => {
    expect(answers[at]).toBe('')
  })

  test.each(forbidden.map(([name, file, , reason], at) => ({ name, file, reason, at })))(
    '$file: $name is refused',
    ({ reason, at }) => {
      expect(answers[permitted.length + at]).toContain(reason)
    },
  )
})
