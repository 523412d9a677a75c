import { dataOf, docOf, failureOf, openSdkHarness, type SdkHarness } from './sdk-harness'

const GONE = /\[ResourceUnavailable\.TransactionNotExist\] Transaction does not exist on the server/

describe('transaction requests the SDK does not send today', () => {
  let harness: SdkHarness
  beforeEach(async () => {
    harness = await openSdkHarness([{ name: 'c', indexes: [] }])
    for (const [_id, n] of [['a', 1], ['b', 2], ['z', 3]] as const) await c().add({ data: { _id, n } }) // prettier-ignore
  })
  afterEach(() => harness.close())
  const c = () => harness.db.collection('c')
  const n = async (id: string) => (await docOf(c().doc(id).get())).n

  test('the older transaction requests', async () => {
    const send = (action: string, fields: object) =>
      harness.send({ action: `database.${action}`, collectionName: 'c', ...fields })
    const { transactionId } = await send('startTransaction', {})
    const get = (_id: string) => send('getInTransaction', { transactionId, _id })
    expect(await get('a')).toMatchObject({ data: '{"_id":"a","n":1}' })
    expect(await get('no')).toMatchObject({ data: 'null' })
    const update = (_id: string, data: object, upsert?: boolean) =>
      send('updateDocInTransaction', { transactionId, _id, data: JSON.stringify(data), upsert })
    expect(await update('a', { $set: { n: 5 } })).toMatchObject({ updated: '1', upserted: null })
    expect(await update('b', { m: 1 }, true)).toMatchObject({ updated: '1', upserted: null })
    expect(await update('q', { m: 1 }, true)).toMatchObject({ updated: '0', upserted: '[{"_id":"q"}]' })
    expect(await send('deleteDocInTransaction', { transactionId, _id: 'z' })).toMatchObject({ deleted: '1' })
    const data = JSON.stringify({ _id: 'i' })
    expect(await send('insertDocInTransaction', { transactionId, data })).toMatchObject({ inserted: '1', _id: 'i' })
    await send('commitTransaction', { transactionId })
    expect(await dataOf(c().orderBy('_id', 'asc').get())).toEqual([
      { _id: 'a', n: 5 },
      { _id: 'b', m: 1 },
      { _id: 'i' },
      { _id: 'q', m: 1 },
    ])
  })
  test('modifyAndReturnDoc inside a transaction', async () => {
    const { transactionId } = await harness.send({ action: 'database.startTransaction' })
    const text = { query: JSON.stringify({ n: 2 }), data: JSON.stringify({ $inc: { n: 5 } }) }
    const reply = await harness.send({
      action: 'database.modifyAndReturnDoc',
      collectionName: 'c',
      transactionId,
      ...text,
    })
    expect(reply.data).toEqual({ updated: 1, doc: '{"_id":"b","n":7}' })
    await harness.send({ action: 'database.commitTransaction', transactionId })
    expect(await n('b')).toBe(7)
  })
})

describe('an abandoned transaction', () => {
  test('expires and frees its locks', async () => {
    const harness = await openSdkHarness([{ name: 'c', indexes: [] }], {
      lockWaitMs: 10_000,
      transactionLifetimeMs: 500,
    })
    const c = harness.db.collection('c')
    await c.add({ data: { _id: 'a', n: 1 } })
    const t = await harness.db.startTransaction()
    const inc = { data: { n: harness.db.command.inc(10) } }
    await t.collection('c').doc('a').update(inc)
    // The ordinary write waits until the transaction's time is over, then goes ahead.
    await c.doc('a').update({ data: { n: harness.db.command.inc(1) } })
    expect(await docOf(c.doc('a').get())).toEqual({ _id: 'a', n: 2 })
    expect((await failureOf(t.collection('c').doc('a').get())).errMsg).toMatch(GONE)
    expect(await failureOf(t.commit())).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
    await harness.close()
  })
})
