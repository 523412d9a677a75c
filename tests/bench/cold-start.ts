// A whole process that loads one deployed function, beside a whole process that loads the plain SDK and inits it.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { figure, median } from '../support/figure'

const rounds = 15
const folder = path.resolve('node_modules/.cache-cold-start')

const bareSdk = () => {
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, 'bare-sdk.cjs')
  writeFileSync(file, `const cloud = require('wx-server-sdk')\ncloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })\n`)
  return file
}

const env = { ...process.env, NODE_OPTIONS: '', TENCENTCLOUD_RUNENV: 'SCF', SCF_NAMESPACE: 'bench', TCB_ENV: 'bench' }

const timed = (file: string) => {
  const started = process.hrtime.bigint()
  // Ending at once: what is measured is loading, not the connections a function keeps.
  const { status, stderr } = spawnSync(process.execPath, ['-e', `require(${JSON.stringify(file)}); process.exit(0)`], {
    env,
  })
  if (status !== 0) throw new Error(`${file}: ${String(stderr)}`)
  return Number(process.hrtime.bigint() - started) / 1e6
}

const deployed = path.resolve('dist/cloudfunctions')
const names = readdirSync(deployed)
const bare = bareSdk()
const files = [bare, ...names.map((name) => path.join(deployed, name, 'index.js'))]
const times = new Map(files.map((file) => [file, [] as number[]]))
// In turns, so that a busy moment of the machine falls on all alike.
for (let round = 0; round < rounds; round += 1) for (const file of files) times.get(file)?.push(timed(file))

const base = median(times.get(bare) ?? [])
for (const name of names) {
  const time = median(times.get(path.join(deployed, name, 'index.js')) ?? [])
  const ratio = time / base
  figure(
    `cold start of ${name}`,
    `${ratio.toFixed(2)} × the bare SDK (${time.toFixed(0)} ms beside ${base.toFixed(0)} ms)`,
    'at most 0.75',
    ratio <= 0.75,
  )
}
