import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import type { AdminReply } from '../../../localcloud/database/admin-request'
import { openDatabase } from '../../../localcloud/database/open-database'

const ROUNDS = 6
const root = path.resolve(__dirname, '../../..')

describe('kill -9', () => {
  let folder: string
  let child: string
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'durable-'))
    child = path.join(folder, 'child.cjs')
    await build({
      entryPoints: [path.join(__dirname, 'durability-child.ts')],
      outfile: child,
      bundle: true,
      platform: 'node',
      external: ['libsql'],
      logLevel: 'error',
    })
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** Runs the writer, kills it hard after some acknowledgements and gives back what was acknowledged. */
  const killedRun = (file: string, from: number, after: number): Promise<string[]> =>
    new Promise((resolve, reject) => {
      const env = { ...process.env, NODE_PATH: path.join(root, 'node_modules') }
      const writer = spawn(process.execPath, [child, file, String(from)], { env, stdio: ['ignore', 'pipe', 'inherit'] })
      let text = ''
      writer.stdout.on('data', (part: Buffer) => {
        text += part.toString()
        if (text.split('\n').length > after) writer.kill('SIGKILL')
      })
      writer.on('error', reject)
      writer.on('close', (_code, signal) => {
        if (signal !== 'SIGKILL') reject(new Error(`the writer ended by itself: ${text.slice(-200)}`))
        // A last line without its end was never fully said.
        else resolve(text.slice(0, text.lastIndexOf('\n') + 1).split('\n').filter((line) => line && line !== 'ready'))
      })
    }) // prettier-ignore

  test('nothing acknowledged is lost, no transaction is half there', async () => {
    const file = path.join(folder, 'data.db')
    const inserted: string[] = []
    let pair = -1
    for (let round = 0; round < ROUNDS; round++) {
      const said = await killedRun(file, round * 1_000_000, 20 + round * 17)
      inserted.push(...said.filter((line) => line.startsWith('i ')).map((line) => line.slice(2)))
      pair = Math.max(pair, ...said.filter((line) => line.startsWith('p ')).map((line) => Number(line.slice(2))))
      const database = openDatabase({ file, collections: [{ name: 'c', indexes: [{ name: 'n', keys: [{ field: 'n', order: 1 }] }] }], now: Date.now }) // prettier-ignore
      const read = (query: object) => {
        const request = { action: 'database.getDocument', collectionName: 'c', query: JSON.stringify(query) }
        return ((database.handle(request) as AdminReply).data as { list: string[] }).list.map(
          (one) => JSON.parse(one) as { n: number },
        )
      }
      try {
        const missing = inserted.filter((id) => read({ _id: id }).length === 0)
        expect(missing).toEqual([])
        const byIndex = inserted.filter((id) => read({ n: Number(id.slice(1)), _id: id }).length === 0)
        expect(byIndex).toEqual([])
        const [left, right] = [read({ _id: 'left' })[0], read({ _id: 'right' })[0]]
        expect(left?.n).toBe(right?.n)
        if (pair >= 0) expect(left?.n).toBeGreaterThanOrEqual(pair)
      } finally {
        database.close()
      }
    }
    expect(inserted.length).toBeGreaterThan(50)
    expect(pair).toBeGreaterThanOrEqual(0)
  }, 120_000)
})
