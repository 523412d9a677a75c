import { openPool } from '../../localcloud/functions/open-pool'
import type { Outcome } from '../../localcloud/functions/outcome'
import type { Instance, Task } from '../../localcloud/functions/start-instance'

type Stage = { task: Task; finish: (outcome?: Outcome) => void }

const OK: Outcome = { ok: true, json: 'null' }
const taskOf = (requestId: string, nested = false): Task => ({
  requestId,
  caller: { source: 'wx_client', nested },
  event: '{}',
  env: {},
  resultLimit: 1,
})
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Instances whose loading and calls the test ends by hand. */
const openStage = (loadFault?: string) => {
  const running: Stage[] = []
  const killed: number[] = []
  let born = 0
  const start = (): Instance => {
    born += 1
    const id = born
    let alive = true
    return {
      id,
      functionName: 'f',
      loaded: Promise.resolve(loadFault),
      alive: () => alive,
      task: () => undefined,
      countTrip: () => false,
      setClock: () => undefined,
      kill: () => {
        alive = false
        killed.push(id)
      },
      run: (task) =>
        new Promise((resolve) => {
          running.push({
            task,
            finish: (outcome = OK) => {
              alive = outcome.ok
              resolve({ outcome, trips: 0 })
            },
          })
        }),
    }
  }
  return { start, running, killed, born: () => born }
}

test('an instance never has two calls at once, and waiting calls are served in order', async () => {
  const stage = openStage()
  const pool = openPool(2, stage.start)
  const done: string[] = []
  for (const name of ['a', 'b', 'c', 'd']) void pool.submit(taskOf(name)).then(() => done.push(name))
  await settled()
  expect(stage.running.map(({ task }) => task.requestId)).toEqual(['a', 'b'])
  expect({ instances: pool.instances(), waiting: pool.waiting() }).toEqual({ instances: 2, waiting: 2 })
  stage.running[1]!.finish()
  await settled()
  expect(stage.running.map(({ task }) => task.requestId)).toEqual(['a', 'b', 'c'])
  stage.running[0]!.finish()
  stage.running[2]!.finish()
  await settled()
  stage.running[3]!.finish()
  await settled()
  expect(done).toEqual(['b', 'a', 'c', 'd'])
  expect(stage.born()).toBe(2)
})

test('the first call of an instance is the cold one', async () => {
  const stage = openStage()
  const pool = openPool(1, stage.start)
  const first = pool.submit(taskOf('a'))
  await settled()
  stage.running[0]!.finish()
  expect((await first).cold).toBe(true)
  const second = pool.submit(taskOf('b'))
  stage.running[1]!.finish()
  expect((await second).cold).toBe(false)
})

test('a dead instance is replaced for those who wait', async () => {
  const stage = openStage()
  const pool = openPool(1, stage.start)
  const first = pool.submit(taskOf('a'))
  const second = pool.submit(taskOf('b'))
  await settled()
  stage.running[0]!.finish({ ok: false, failure: { errCode: -504003, code: 'X', message: 'timed out' } })
  expect((await first).outcome.ok).toBe(false)
  await settled()
  stage.running[1]!.finish()
  expect((await second).outcome).toEqual(OK)
  expect(stage.born()).toBe(2)
})

test('a bundle that cannot load fails each waiting call once and ends', async () => {
  const stage = openStage('no such module')
  const pool = openPool(3, stage.start)
  const outcomes = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => pool.submit(taskOf(name))))
  expect(outcomes.every(({ outcome }) => !outcome.ok && outcome.failure.message.includes('no such module'))).toBe(true)
  expect(pool.instances()).toBe(0)
})

test('a call of a function that stays waiting may pass the limit, others may not', async () => {
  const stage = openStage()
  const pool = openPool(1, stage.start)
  void pool.submit(taskOf('outer'))
  void pool.submit(taskOf('later'))
  await settled()
  expect(pool.instances()).toBe(1)
  void pool.submit(taskOf('inner', true))
  await settled()
  // One busy instance may soon be free: only a call that stays waiting is given more.
  expect(pool.instances()).toBe(1)
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect(pool.instances()).toBeGreaterThan(1)
  expect(stage.running.map(({ task }) => task.requestId)).toContain('inner')
})

test('idle instances are ended, one stays warm', async () => {
  const stage = openStage()
  const pool = openPool(3, stage.start)
  for (const name of ['a', 'b', 'c']) void pool.submit(taskOf(name))
  await settled()
  stage.running.forEach(({ finish }) => finish())
  await settled()
  pool.reap(60_000)
  expect(pool.instances()).toBe(3)
  pool.reap(0)
  expect(pool.instances()).toBe(1)
  expect(stage.killed).toHaveLength(2)
})

test('more than twenty thousand waiting calls are refused, not kept', async () => {
  const stage = openStage()
  const pool = openPool(1, stage.start)
  const outcomes = Array.from({ length: 20_003 }, (_, index) => pool.submit(taskOf(String(index))))
  expect((await outcomes[20_001]!).outcome).toMatchObject({ ok: false, failure: { errCode: -501004 } })
  expect(pool.waiting()).toBeLessThanOrEqual(20_000)
})
