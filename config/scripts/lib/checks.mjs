import { inRoot } from './paths.mjs'
import { run } from './run.mjs'
import { say } from './say.mjs'

const bin = (file) => inRoot('node_modules', file)

// A file that was in order stays so until it or the rules change. Not for eslint: its rules follow types across files.
const remembering = (tool) => [
  '--cache',
  ...['--cache-strategy', 'content', '--cache-location', inRoot(`.local/${tool}-cache`)],
]

const checks = [
  {
    name: '类型检查（tsc）',
    args: [
      bin('typescript/bin/tsc'),
      '--noEmit',
      '-p',
      'tsconfig.json',
      '--incremental',
      '--tsBuildInfoFile',
      '.local/tsc.tsbuildinfo',
    ],
  },
  { name: '代码规范（eslint）', args: [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'] },
  {
    name: '样式规范（stylelint）',
    args: [bin('stylelint/bin/stylelint.mjs'), ...remembering('stylelint'), 'src/**/*.scss'],
  },
  {
    name: '格式（prettier）',
    args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', ...remembering('prettier'), '.'],
  },
]

const runOne = async ({ name, args }) => {
  const started = Date.now()
  const { code, output } = await run(process.execPath, args, { env: { FORCE_COLOR: '0' } })
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  say(code === 0 ? `✓ ${name}（${seconds} 秒）` : `✕ ${name}没有通过：\n${output.slice(-8000)}`)
  return code === 0
}

/** Type check and linters, one after another → `{ passed, failed }`. */
export const runChecks = async () => {
  const results = []
  for (const check of checks) results.push(await runOne(check))
  return { passed: results.filter(Boolean).length, failed: results.filter((ok) => !ok).length }
}
