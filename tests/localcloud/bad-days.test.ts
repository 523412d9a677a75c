import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startCloud, type Cloud } from '../support/cloud'
import { spawnCloud } from '../support/cloud-process'
import { buildFixture } from './support/build-fixture'

const manifest = buildFixture()
const scratch = mkdtempSync(path.join(tmpdir(), 'cloud-bad-days-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))
let folders = 0
const freshDir = (): string => {
  folders += 1
  return path.join(scratch, `data-${folders}`)
}
const fileOf = (name: string, text: string): string => {
  const file = path.join(scratch, name)
  writeFileSync(file, text)
  return file
}

const run = async (args: string[]) => {
  const cloud = spawnCloud(args)
  const { code } = await cloud.ended
  return { code, stdout: cloud.stdout(), stderr: cloud.stderr() }
}

/** Ends non-zero with one Chinese sentence on stderr and nothing on stdout. */
const expectSentence = async (args: string[], ...parts: string[]): Promise<void> => {
  const { code, stdout, stderr } = await run(args)
  expect({ code, stdout, lines: stderr.trim().split('\n').length }).toEqual({ code: 1, stdout: '', lines: 1 })
  expect(stderr).toMatch(/^[^\n]*\p{Script=Han}[^\n]*。\n$/u)
  for (const part of parts) expect(stderr).toContain(part)
}

const args = (dir: string, ...more: string[]): string[] => [
  '--port',
  '0',
  '--data',
  dir,
  '--manifest',
  manifest,
  ...more,
]

describe('the command line', () => {
  test('an unknown option', () => expectSentence(args(freshDir(), '--colour'), '不认识的选项 --colour', '用法'))
  test('a stray word', () => expectSentence(args(freshDir(), 'please'), '不认识的选项 please'))
  test('an option without value', () => expectSentence(['--data'], '选项 --data 后面缺少值'))
  test.each(['abc', '-5', '65536', '1.5', ''])('the port “%s”', (port) =>
    expectSentence([`--port=${port}`, '--data', freshDir(), '--manifest', manifest], '端口号', '--port'),
  )
  test.each(['0.0.0.0', '192.168.0.2', '::'])('the host %s', (host) =>
    expectSentence(args(freshDir(), '--host', host), '只能在本机', host),
  )
  test('leaves no folder behind', async () => {
    const dir = freshDir()
    await run(args(dir, '--colour'))
    expect(existsSync(dir)).toBe(false)
  })
})

test('the host 127.0.0.1 may be named', async () => {
  const cloud = spawnCloud(args(freshDir(), '--host', '127.0.0.1'))
  expect(await cloud.ready).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  cloud.child.kill()
  expect((await cloud.ended).code).toBe(0)
})

test('the cloud ends with the program that started it', async () => {
  const dir = freshDir()
  const cloud = spawnCloud(args(dir))
  await cloud.ready
  cloud.child.disconnect()
  expect((await cloud.ended).code).toBe(0)
  expect(existsSync(path.join(dir, 'lock'))).toBe(false)
})

describe('the port', () => {
  test('is taken by another program; the data folder is not touched', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as { port: number }
    const dir = freshDir()
    const seed = fileOf('fine.ndjson', '{"c":"notes","d":{"_id":"a"}}\n')
    await expectSentence(
      ['--port', String(port), '--data', dir, '--manifest', manifest, '--seed', seed],
      `端口 ${port} 已被`,
      '--port',
    )
    server.close()
    expect(readdirSync(dir)).toEqual([])
  })
})

describe('the data folder', () => {
  test('cannot be made', async () => {
    const file = fileOf('a-file', '')
    await expectSentence(args(path.join(file, 'data')), '不能写入', '--data')
  })
  test('is a file', () => expectSentence(args(fileOf('another-file', '')), '不能写入'))

  describe('is used', () => {
    let first: Cloud
    const dir = freshDir()
    beforeAll(async () => {
      first = await startCloud({ manifest, dataDir: dir })
    })
    afterAll(() => first.stop())

    test('by another instance', async () => {
      await expectSentence(args(dir), `进程 ${first.process.child.pid}`, '--data')
      expect(await first.status()).toMatchObject({ data: dir })
    })
    test('by one that was killed: the lock is taken over', async () => {
      await first.kill9()
      expect(existsSync(path.join(dir, 'lock'))).toBe(true)
      first = await startCloud({ manifest, dataDir: dir })
      expect(await first.status()).toMatchObject({ data: dir })
      await first.stop()
      expect(existsSync(path.join(dir, 'lock'))).toBe(false)
      first = await startCloud({ manifest, dataDir: dir })
    })
  })

  test.each([
    ['a broken lock', '{'],
    ['an empty lock', ''],
    ['a lock whose number was given to another process', JSON.stringify({ pid: 1, born: 'long ago' })],
  ])('%s is taken over', async (_name, text) => {
    const dir = freshDir()
    mkdirSync(dir)
    writeFileSync(path.join(dir, 'lock'), text)
    const cloud = await startCloud({ manifest, dataDir: dir })
    expect(JSON.parse(readFileSync(path.join(dir, 'lock'), 'utf8'))).toMatchObject({ pid: cloud.process.child.pid })
    await cloud.stop()
  })

  test('of two that start at once on a stale lock exactly one gets it', async () => {
    const dir = freshDir()
    mkdirSync(dir)
    writeFileSync(path.join(dir, 'lock'), JSON.stringify({ pid: 999_999_99, born: 'x' }))
    const both = [spawnCloud(args(dir)), spawnCloud(args(dir))]
    const ready = await Promise.all(
      both.map((cloud) =>
        cloud.ready.then(
          () => true,
          () => false,
        ),
      ),
    )
    both.forEach((cloud) => cloud.child.kill())
    await Promise.all(both.map((cloud) => cloud.ended))
    expect(ready.filter(Boolean)).toHaveLength(1)
  })
})

describe('the build', () => {
  const withManifest = (file: string): string[] => ['--port', '0', '--data', freshDir(), '--manifest', file]
  const broken = (change: (value: Record<string, unknown>) => unknown): string => {
    const value = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, unknown>
    const file = path.join(path.dirname(manifest), `broken-${(folders += 1)}.json`)
    writeFileSync(file, JSON.stringify(change(value)))
    return file
  }
  test('is missing', () =>
    expectSentence(withManifest(path.join(scratch, 'none.json')), '没有找到构建清单', 'npm run build'))
  test('is half written', () =>
    expectSentence(withManifest(fileOf('half.json', '{"envId":')), '不是完整的 JSON', 'npm run build'))
  test('is something else', () => expectSentence(withManifest(fileOf('list.json', '[]')), 'envId', 'npm run build'))
  test('lacks a part', () =>
    expectSentence(withManifest(broken((value) => ({ ...value, pages: undefined }))), 'pages', 'npm run build'))
  test('names a function that is not built', () =>
    expectSentence(
      withManifest(
        broken((value) => ({
          ...value,
          functions: [{ ...(value.functions as object[])[0], name: 'ghost', dir: 'ghost' }],
        })),
      ),
      '云函数 ghost 还没有构建',
      'npm run build',
    ))
  test('has a timer that is no time', () =>
    expectSentence(
      withManifest(
        broken((value) => ({
          ...value,
          functions: [{ ...(value.functions as object[])[0], timers: [{ name: 't', cron: 'now' }] }],
        })),
      ),
      '七段式',
    ))
  test('pushes to a function that is not there', () =>
    expectSentence(withManifest(broken((value) => ({ ...value, mediaCallback: 'ghost' }))), 'mediaCallback'))
})

describe('the variables', () => {
  test('are missing', () => expectSentence(args(freshDir(), '--env', path.join(scratch, 'none.env')), '读不到变量文件'))
  test('have a broken line', () =>
    expectSentence(args(freshDir(), '--env', fileOf('bad.env', '# fine\nA=1\n\nno equals here\n')), '第 4 行'))
  test('may be quoted and commented', async () => {
    const env = fileOf('good.env', '# 说明\nA="一 二"\nB=3=4\n\nC=\n')
    const cloud = await startCloud({ manifest, env })
    const { body } = await cloud.callRaw('probe', { action: 'env' }, 'o-1')
    await cloud.stop()
    expect(body).toMatchObject({ A: '一 二', B: '3=4', C: '' })
  })
})
