// Fifty kill -9 of the local cloud under load; what was acknowledged is logged by another process.
import { spawn } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startCloud } from '../../support/cloud'
import { figure } from '../../support/figure'

const kills = 50
const writers = 6
const pairs = 4

type Database = {
  collection: (name: string) => {
    add: (options: { data: object }) => Promise<unknown>
    doc: (id: string) => { get: () => Promise<{ data: unknown }>; set: (options: { data: object }) => Promise<unknown> }
    where: (query: object) => { count: () => Promise<{ total: number }> }
  }
  command: { in: (values: readonly string[]) => object }
  startTransaction: () => Promise<{
    collection: (name: string) => { doc: (id: string) => { update: (options: { data: object }) => Promise<unknown> } }
    commit: () => Promise<unknown>
  }>
}

/** The real SDK, pointed at this cloud. */
const connect = async (url: string): Promise<Database> => {
  Object.assign(process.env, {
    ...{
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      SCF_NAMESPACE: 'local-ankang',
      TCB_ENV: 'local-ankang',
    },
    ...{ TENCENTCLOUD_SECRETID: 'id', TENCENTCLOUD_SECRETKEY: 'key', TENCENTCLOUD_SESSIONTOKEN: 'token' },
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
  })
  const { default: sdk } = (await import('wx-server-sdk')) as unknown as {
    default: { init: (options: object) => void; database: (options: object) => Database; DYNAMIC_CURRENT_ENV: symbol }
  }
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV, keepalive: true })
  return sdk.database({ throwOnNotFound: false })
}

/** The other process: writes, and notes each acknowledgement the moment it has it. */
const load = async (url: string, log: string, round: string) => {
  const database = await connect(url)
  const note = (line: string) => appendFileSync(log, `${line}\n`)
  const insert = async (writer: number) => {
    for (let index = 0; ; index += 1) {
      const _id = `${round}.${writer}.${index}`
      await database.collection('notes').add({ data: { _id, index } })
      note(`ack ${_id}`)
    }
  }
  const transfer = async (pair: number) => {
    for (let value = 1; ; value += 1) {
      const transaction = await database.startTransaction()
      const mark = `${round}.${value}`
      await transaction.collection('pairs').doc(`${pair}.left`).update({ data: { mark } })
      note(`open ${pair}`)
      await sleep(15)
      await transaction.collection('pairs').doc(`${pair}.right`).update({ data: { mark } })
      await transaction.commit()
      note(`closed ${pair} ${mark}`)
    }
  }
  const work = [
    ...Array.from({ length: writers }, (_, writer) => insert(writer)),
    ...Array.from({ length: pairs }, (_, pair) => transfer(pair)),
  ]
  await Promise.allSettled(work)
}

const linesOf = (log: string) => (existsSync(log) ? readFileSync(log, 'utf8').split('\n') : [])
const openNow = (log: string): boolean => {
  const last = new Map<string, boolean>()
  for (const line of linesOf(log)) {
    const [word = '', pair = ''] = line.split(' ')
    if (word === 'open' || word === 'closed') last.set(pair, word === 'open')
  }
  return [...last.values()].some(Boolean)
}

const manifestOf = (folder: string): string => {
  const file = path.join(folder, 'cloud.json')
  const collections = ['notes', 'pairs'].map((name) => ({ name, indexes: [] }))
  writeFileSync(
    file,
    JSON.stringify({
      envId: 'local-ankang',
      appId: 'touristappid',
      functions: [],
      collections,
      pages: [],
      templates: [],
    }),
  )
  return file
}

type Audit = { lost: number; half: number; acknowledged: number; withOpen: number }

/** What stands after the kill: every acknowledged note, both sides of every pair the same, no committed mark undone. */
const inspect = async (database: Database, log: string, audit: Audit) => {
  const acknowledged = linesOf(log)
    .filter((line) => line.startsWith('ack '))
    .map((line) => line.slice(4))
  for (let start = 0; start < acknowledged.length; start += 500) {
    const ids = acknowledged.slice(start, start + 500)
    const { total } = await database
      .collection('notes')
      .where({ _id: database.command.in(ids) })
      .count()
    audit.lost += ids.length - total
  }
  audit.acknowledged += acknowledged.length
  for (let pair = 0; pair < pairs; pair += 1) {
    const [left, right] = await Promise.all(
      ['left', 'right'].map(
        async (side) =>
          ((await database.collection('pairs').doc(`${pair}.${side}`).get()).data as { mark: string }).mark,
      ),
    )
    if (left !== right) audit.half += 1
    const committed = linesOf(log)
      .filter((line) => line.startsWith(`closed ${pair} `))
      .at(-1)
      ?.split(' ')[2]
    const value = (mark: string | undefined) => Number(mark?.split('.')[1] ?? 0)
    if (committed && value(left) < value(committed)) audit.lost += 1
  }
}

const prove = async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kill-nine-'))
  const options = { manifest: manifestOf(folder), dataDir: path.join(folder, 'data') }
  const audit: Audit = { lost: 0, half: 0, acknowledged: 0, withOpen: 0 }
  const entry = process.argv[1] ?? ''
  let cloud = await startCloud(options)
  const first = await connect(cloud.url)
  for (let pair = 0; pair < pairs; pair += 1)
    for (const side of ['left', 'right'])
      await first
        .collection('pairs')
        .doc(`${pair}.${side}`)
        .set({ data: { mark: '' } })
  for (let round = 0; round < kills; round += 1) {
    const log = path.join(folder, `round-${round}.log`)
    const child = spawn(process.execPath, [entry, 'load', cloud.url, log, String(round)], { stdio: 'ignore' })
    for (let wait = 0; wait < 100 && linesOf(log).length < 30; wait += 1) await sleep(50)
    await sleep(100 + ((round * 37) % 250))
    const wantsOpen = round % 5 !== 0
    for (let wait = 0; wait < 200 && openNow(log) !== wantsOpen; wait += 1) await sleep(2)
    if (openNow(log)) audit.withOpen += 1
    await cloud.kill9()
    await new Promise((resolve) => {
      child.on('close', resolve)
      setTimeout(() => child.kill('SIGKILL'), 3000)
    })
    cloud = await startCloud(options)
    await inspect(await connect(cloud.url), log, audit)
  }
  await cloud.stop()
  figure(
    'kill -9 under load',
    `${kills}, ${audit.withOpen} with a transaction open`,
    '50, at least 25 open',
    audit.withOpen >= 25,
  )
  figure(
    `acknowledged writes lost (of ${audit.acknowledged})`,
    String(audit.lost),
    '0',
    audit.lost === 0 && audit.acknowledged > 1000,
  )
  figure('half transactions', String(audit.half), '0', audit.half === 0)
}

const [mode, url = '', log = '', round = ''] = process.argv.slice(2)
if (mode === 'load') await load(url, log, round)
else await prove()
