import { dataOf, docOf, failureOf, openSdkHarness, statsOf, totalOf, type SdkHarness } from './sdk-harness'

type Inside = Awaited<ReturnType<SdkHarness['db']['startTransaction']>>

const CONFLICT = /resource system error\. \[ResourceUnavailable\.TransactionConflict\] Transaction is conflict/
const GONE =
  /\[ResourceUnavailable\.TransactionNotExist\] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds/

describe('transactions', () => {
  let harness: SdkHarness
  beforeEach(async () => {
    const code = { name: 'code', keys: [{ field: 'code', order: 1 as const }], unique: true }
    harness = await openSdkHarness(
      [
        { name: 'c', indexes: [{ name: 'n', keys: [{ field: 'n', order: 1 }] }] },
        { name: 'u', indexes: [code] },
      ],
      { lockWaitMs: 1_000, transactionLifetimeMs: 15_000 },
    )
    for (const [_id, n] of [['a', 1], ['b', 2], ['z', 3]] as const) await c().add({ data: { _id, n } }) // prettier-ignore
  })
  afterEach(() => harness.close())
  const c = () => harness.db.collection('c')
  const start = () => harness.db.startTransaction()
  const inc = (by = 1) => ({ data: { n: harness.db.command.inc(by) } })
  const n = async (id: string) => (await docOf(c().doc(id).get())).n

  test('commit writes everything', async () => {
    const t = await start()
    expect(await docOf(t.collection('c').doc('a').get())).toEqual({ _id: 'a', n: 1 })
    expect(await statsOf(t.collection('c').doc('a').update(inc()))).toEqual({ updated: 1 })
    expect(await t.collection('c').add({ data: { _id: 'new', n: 9 } })).toMatchObject({ _id: 'new' })
    await t
      .collection('c')
      .doc('b')
      .set({ data: { m: 1 } })
    expect(await statsOf(t.collection('c').doc('z').remove())).toEqual({ removed: 1 })
    expect(await t.commit()).toMatchObject({ requestId: expect.any(String) as string })
    expect(await dataOf(c().get())).toEqual([{ _id: 'a', n: 2 }, { _id: 'b', m: 1 }, { _id: 'new', n: 9 }]) // prettier-ignore
  })
  test('rollback writes nothing', async () => {
    const t = await start()
    await t.collection('c').doc('a').update(inc())
    await t.collection('c').doc('b').remove()
    await t.collection('c').add({ data: { _id: 'new' } })
    await t.rollback()
    expect(await dataOf(c().get())).toEqual([{ _id: 'a', n: 1 }, { _id: 'b', n: 2 }, { _id: 'z', n: 3 }]) // prettier-ignore
  })
  test('it reads its own writes, others do not', async () => {
    const t = await start()
    await t.collection('c').doc('a').update(inc(10))
    await t.collection('c').doc('b').remove()
    expect(await docOf(t.collection('c').doc('a').get())).toEqual({ _id: 'a', n: 11 })
    expect((await failureOf(t.collection('c').doc('b').get())).errMsg).toMatch(/document with _id b does not exist/)
    expect(await n('a')).toBe(1)
    expect(await n('b')).toBe(2)
    await t.rollback()
  })
  test('it reads the state at its first operation', async () => {
    const t = await start()
    expect(await docOf(t.collection('c').doc('a').get())).toEqual({ _id: 'a', n: 1 })
    await c().doc('a').update(inc(5))
    await c().doc('b').remove()
    await c().add({ data: { _id: 'late', n: 1 } })
    expect(await docOf(t.collection('c').doc('a').get())).toEqual({ _id: 'a', n: 1 })
    expect(await docOf(t.collection('c').doc('b').get())).toEqual({ _id: 'b', n: 2 })
    expect((await failureOf(t.collection('c').doc('late').get())).errMsg).toMatch(/does not exist/)
    await t.commit()
  })
  test('add of several and where().get, as the admin SDK allows', async () => {
    const t = await start()
    const inside = t.collection('c')
    await inside.add({
      data: [
        { _id: 'x', n: 7 },
        { _id: 'y', n: 8 },
      ] as never,
    })
    await inside.doc('a').update(inc(6))
    await inside.doc('b').remove()
    await c().doc('z').update(inc(100))
    const query = inside as unknown as ReturnType<typeof c>
    const { command: _ } = harness.db
    const found = await dataOf(
      query
        .where({ n: _.gt(0) })
        .orderBy('n', 'desc')
        .limit(3)
        .get(),
    )
    expect(found.map(({ _id, n: value }) => [_id, value])).toEqual([['y', 8], ['a', 7], ['x', 7]]) // prettier-ignore
    expect((await dataOf(query.where({ n: 3 }).get())).map(({ _id }) => _id)).toEqual(['z'])
    await t.rollback()
  })
  test('a write of what another transaction has written fails at once', async () => {
    const one = await start()
    const two = await start()
    await one.collection('c').doc('a').update(inc())
    const began = Date.now()
    const failure = await failureOf(two.collection('c').doc('a').update(inc()))
    expect(failure).toMatchObject({ errCode: -501001, errMsg: expect.stringMatching(CONFLICT) as string })
    expect(failure.code).toBeUndefined()
    expect(Date.now() - began).toBeLessThan(5000)
    await one.commit()
    expect(await n('a')).toBe(2)
  })
  test.each(['update', 'set', 'remove'] as const)(
    '%s of what changed since the first operation is a conflict',
    async (how) => {
      const t = await start()
      await t.collection('c').doc('b').get()
      await c().doc('a').update(inc(5))
      const doc = t.collection('c').doc('a')
      const call = how === 'update' ? doc.update(inc()) : how === 'set' ? doc.set({ data: { n: 0 } }) : doc.remove()
      expect((await failureOf(call)).errMsg).toMatch(CONFLICT)
      expect(await n('a')).toBe(6)
    },
  )
  test('a conflict ends the transaction and frees its locks', async () => {
    const one = await start()
    const two = await start()
    await one.collection('c').doc('a').update(inc())
    await two.collection('c').doc('b').update(inc())
    await failureOf(two.collection('c').doc('a').update(inc()))
    await c().doc('b').update(inc(10))
    expect(await n('b')).toBe(12)
    expect(await failureOf(two.commit())).toMatchObject({
      code: 'DATABASE_TRANSACTION_FAIL',
      message: expect.stringMatching(GONE) as string,
    })
    await one.rollback()
  })
  test('a change past the locks is a conflict at commit, and runTransaction runs anew', async () => {
    let runs = 0
    const result = await harness.db
      .runTransaction(async (t: Inside) => {
        runs += 1
        await t.collection('c').add({ data: { _id: 'loaded', n: runs } })
        if (runs === 1) harness.database.importLines([JSON.stringify({ c: 'c', d: { _id: 'loaded', n: 99 } })])
        if (runs === 2) await t.collection('c').doc('loaded').get()
        return runs
      })
      .catch((error: { code?: string; errMsg?: string }) => error)
    expect(runs).toBe(2)
    expect((result as { errMsg: string }).errMsg).toMatch(/E11000/)
  })
  test('runTransaction retries a conflict at commit three times', async () => {
    let runs = 0
    const failure = await failureOf(
      harness.db.runTransaction(async (t: Inside) => {
        runs += 1
        await t.collection('c').add({ data: { _id: `loaded${runs}` } })
        harness.database.importLines([JSON.stringify({ c: 'c', d: { _id: `loaded${runs}` } })])
      }),
    )
    expect(runs).toBe(4)
    expect(failure.code).toBe('DATABASE_TRANSACTION_CONFLICT')
  })
  test('runTransaction does not retry a conflict of an operation: the SDK loses its code', async () => {
    const holder = await start()
    await holder.collection('c').doc('a').update(inc())
    let runs = 0
    const failure = await failureOf(
      harness.db.runTransaction(async (t: Inside) => {
        runs += 1
        await t.collection('c').doc('a').update(inc())
      }),
    )
    expect(runs).toBe(1)
    expect(failure.errMsg).toMatch(CONFLICT)
    await holder.rollback()
  })
  test('runTransaction gives back what its callback returns', async () => {
    const result = await harness.db.runTransaction(async (t: Inside) => {
      await t.collection('c').doc('a').update(inc())
      return 'done'
    })
    expect(result).toBe('done')
    expect(await n('a')).toBe(2)
  })
  test('runTransaction rolls back with a reason, and on an error', async () => {
    const reason = await harness.db
      .runTransaction(async (t: Inside) => {
        await t.collection('c').doc('a').update(inc())
        await t.rollback('no' as never)
      })
      .catch((error: unknown) => error)
    expect(reason).toBe('no')
    const failure = await failureOf(
      harness.db.runTransaction(async (t: Inside) => {
        await t.collection('c').doc('a').update(inc())
        throw new Error('stop')
      }),
    )
    expect(failure.message).toBe('stop')
    expect(await n('a')).toBe(1)
    await c().doc('a').update(inc())
    expect(await n('a')).toBe(2)
  })
  test('an ordinary write waits for the lock', async () => {
    const t = await start()
    await t.collection('c').doc('a').update(inc(10))
    let done = false
    const waiting = Promise.resolve(c().doc('a').update(inc())).then(() => (done = true))
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(done).toBe(false)
    await t.commit()
    await waiting
    expect(await n('a')).toBe(12)
  })
  test.each([
    ['doc().update', () => c().doc('a').update(inc())],
    [
      'doc().set',
      () =>
        c()
          .doc('a')
          .set({ data: { n: 0 } }),
    ],
    ['doc().remove', () => c().doc('a').remove()],
    ['where().update', () => c().where({ n: 1 }).update(inc())],
    ['where().remove', () => c().where({ n: 1 }).remove()],
  ])('an ordinary %s gives up in the end', async (_title, write) => {
    const t = await start()
    await t.collection('c').doc('a').update(inc(10))
    expect(await failureOf(write())).toMatchObject({
      errCode: -501002,
      errMsg: expect.stringMatching(/waiting for a lock and timed out/) as string,
    })
    await t.rollback()
    expect(await n('a')).toBe(1)
  })
  test('an ordinary add waits for the same _id, and meets it', async () => {
    const t = await start()
    await t.collection('c').add({ data: { _id: 'new' } })
    const waiting = failureOf(c().add({ data: { _id: 'new' } }))
    await t.commit()
    expect((await waiting).errMsg).toMatch(/E11000/)
  })
  test('a transaction that has ended takes no more', async () => {
    const t = await start()
    await t.commit()
    expect((await failureOf(t.collection('c').doc('a').update(inc()))).errMsg).toMatch(GONE)
    expect(await failureOf(t.rollback())).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
  })
  test('unique keys hold inside and between transactions', async () => {
    const u = harness.db.collection('u')
    await u.add({ data: { _id: 'p', code: 1 } })
    const first = await start()
    expect((await failureOf(first.collection('u').add({ data: { code: 1 } }))).errMsg).toMatch(/E11000/)
    const one = await start()
    const two = await start()
    await one.collection('u').add({ data: { _id: 'q', code: 2 } })
    expect((await failureOf(two.collection('u').add({ data: { _id: 'r', code: 2 } }))).errMsg).toMatch(CONFLICT)
    expect((await failureOf(one.collection('u').add({ data: { _id: 's', code: 2 } }))).errMsg).toMatch(/E11000/)
    expect(await totalOf(u.count())).toBe(1)
  })
  test('a key may pass from one document to another in one transaction', async () => {
    const u = harness.db.collection('u')
    await u.add({ data: { _id: 'p', code: 1 } })
    const t = await start()
    await t.collection('u').doc('p').remove()
    await t.collection('u').add({ data: { _id: 'q', code: 1 } })
    await t.commit()
    expect(await dataOf(u.get())).toEqual([{ _id: 'q', code: 1 }])
  })
  test('write skew is possible, as in the cloud', async () => {
    const one = await start()
    const two = await start()
    const a = await docOf(one.collection('c').doc('a').get())
    const b = await docOf(two.collection('c').doc('b').get())
    await one
      .collection('c')
      .doc('b')
      .set({ data: { n: Number(a.n) + 10 } })
    await two
      .collection('c')
      .doc('a')
      .set({ data: { n: Number(b.n) + 10 } })
    await one.commit()
    await two.commit()
    expect([await n('a'), await n('b')]).toEqual([12, 11])
  })
  test('transfers keep the sum, whoever conflicts', async () => {
    const move = async (from: string, to: string) => {
      const t = await start()
      await t.collection('c').doc(from).update(inc(-1))
      await t.collection('c').doc(to).update(inc(1))
      await t.commit()
    }
    const ids = ['a', 'b', 'z']
    const tries = Array.from({ length: 30 }, (_, i) => move(ids[i % 3] ?? '', ids[(i + 1) % 3] ?? ''))
    const done = await Promise.allSettled(tries)
    expect(done.some(({ status }) => status === 'fulfilled')).toBe(true)
    const docs = await dataOf(c().get())
    expect(docs.reduce((sum, doc) => sum + Number(doc.n), 0)).toBe(6)
  })
})
