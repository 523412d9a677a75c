import { spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')
const script = (name: string) => path.join(root, 'config/scripts', `${name}.mjs`)

type Ended = { status: number | null; stdout: string; stderr: string }

const run = (args: string[], env: Record<string, string> = {}, cwd = root): Ended =>
  spawnSync(process.execPath, args, { encoding: 'utf8', cwd, env: { ...process.env, ...env } })

const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? ''

/** Exactly one Chinese sentence that says what to do, and a failing exit. */
const expectOneSentence = ({ status, stdout, stderr }: Ended, part: string) => {
  expect(status).not.toBe(0)
  const sentence = lastLine(stderr || stdout)
  expect(sentence).toContain(part)
  expect(sentence).toMatch(/^[^。]+。$/)
  expect(stderr).not.toMatch(/\n\s+at /)
}

describe('bad days', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'bad-days-'))
  afterAll(() => rmSync(scratch, { recursive: true, force: true }))

  test.each(['start', 'test', 'build', 'cloud', 'prove', 'bench', 'pictures'])(
    'npm run %s refuses an old Node',
    (name) => {
      const old = path.join(scratch, 'old-node.cjs')
      writeFileSync(
        old,
        `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } })\n`,
      )
      expectOneSentence(run(['--require', old, script(name)]), '18.20.4')
    },
  )

  test('an unknown build target is named', () => {
    expectOneSentence(run([script('build'), 'weap']), '没有“weap”这个构建目标')
  })

  test('a room nobody measures is named', () => {
    expectOneSentence(run([script('prove'), 'nothing']), '没有“nothing”这一部分')
  })

  test('pictures say when no Chromium runs', () => {
    expectOneSentence(run([script('pictures')], { CHROMIUM_PATH: '/nowhere/chromium' }), '没有可用的 Chromium')
  })

  test('a Chromium that does not run is a reason, not a browser', () => {
    const { stdout } = run([script('lib/find-chromium')], { CHROMIUM_PATH: '/nowhere/chromium' })
    expect(JSON.parse(stdout)).toEqual({ reason: expect.stringContaining('浏览器测试已跳过') })
  })

  test('browser tests are counted as skipped there, never as passed', () => {
    const jest = path.join(root, 'node_modules/jest/bin/jest.js')
    const env = { TEST_CHROMIUM: JSON.stringify({ reason: 'none' }) }
    const { stdout } = run([jest, '--json', 'tests/h5/page-checks.test.ts'], env)
    const { numPassedTests, numPendingTests } = JSON.parse(stdout) as Record<string, number>
    expect(numPassedTests).toBe(0)
    expect(numPendingTests).toBeGreaterThan(5)
  })

  test('a wrong port', () => {
    expectOneSentence(run([script('cloud'), '--port', 'abc', '--data', path.join(scratch, 'data')]), '不是端口号')
  })
})

/** A copy of the build machinery with one small function to build. */
const smallRepository = (folder: string) => {
  for (const name of ['config/scripts', 'config/phone', 'package.json', 'package-lock.json', 'tsconfig.json'])
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true })
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  mkdirSync(path.join(folder, 'localcloud/functions'), { recursive: true })
  writeFileSync(path.join(folder, 'localcloud/main.ts'), 'export const main = 1\n')
  writeFileSync(path.join(folder, 'localcloud/functions/worker.ts'), 'export const worker = 1\n')
}

describe('a build', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'build-'))
  const build = () => run([path.join(folder, 'config/scripts/build.mjs'), 'localcloud'], {}, folder)
  const built = () => readFileSync(path.join(folder, 'dist/localcloud/main.js'), 'utf8')

  const whole = ['main.js', 'main.js.map', 'worker.js', 'worker.js.map']

  beforeAll(() => smallRepository(folder))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('happens once and again only when something changed', () => {
    expect(build().stderr).toContain('本地云已构建')
    expect(build().stderr).not.toContain('本地云')
    writeFileSync(path.join(folder, 'localcloud/main.ts'), 'export const main = 2\n')
    expect(build().stderr).toContain('本地云已构建')
    expect(built()).toContain('2')
  })

  test('that fails leaves the last good one and says which file', () => {
    const before = built()
    writeFileSync(path.join(folder, 'localcloud/main.ts'), `import { gone } from './gone'\nexport const main = gone\n`)
    const ended = build()
    expectOneSentence(ended, '本地云没有构建成功')
    expect(ended.stderr).toContain('localcloud/main.ts:1')
    expect(built()).toBe(before)
    writeFileSync(path.join(folder, 'localcloud/main.ts'), 'export const main = 3\n')
    expect(build().status).toBe(0)
  })

  test('killed at any moment leaves nothing half-written and the next one mends it', async () => {
    for (const wait of [60, 120, 180, 240, 300, 400]) {
      writeFileSync(path.join(folder, 'localcloud/main.ts'), `export const main = ${wait}\n`)
      const child = spawn(process.execPath, [path.join(folder, 'config/scripts/build.mjs'), 'localcloud'], {
        stdio: 'ignore',
      })
      const ended = new Promise((resolve) => child.once('close', resolve))
      setTimeout(() => child.kill('SIGKILL'), wait)
      await ended
      const target = path.join(folder, 'dist/localcloud')
      if (existsSync(target)) expect(readdirSync(target)).toEqual(expect.arrayContaining(whole))
      expect(build().status).toBe(0)
      expect(built()).toContain(String(wait))
    }
    expect(existsSync(path.join(folder, 'dist/.stamps/lock'))).toBe(false)
    const left = path.join(folder, 'dist/.build')
    expect(existsSync(left) ? readdirSync(left) : []).toEqual([])
  })
})
