import { openDatabase } from '../../../localcloud/database/open-database'
import type { AdminReply } from '../../../localcloud/database/admin-request'

/*
 * Writes without end to the database named by its first argument, and says on stdout what was acknowledged:
 * `i <id>` an insert, `p <n>` the transaction that moved both halves of the pair to n. Killed by the test.
 */
const [, , file = '', from = '0'] = process.argv
const database = openDatabase({
  file,
  collections: [{ name: 'c', indexes: [{ name: 'n', keys: [{ field: 'n', order: 1 }] }] }],
  now: Date.now,
})
const send = async (action: string, fields: object): Promise<AdminReply> => {
  const reply = await database.handle({ action: `database.${action}`, collectionName: 'c', ...fields })
  if (reply.code) throw new Error(reply.message)
  return reply
}
const say = (text: string): void => void process.stdout.write(`${text}\n`)

const insert = async (n: number): Promise<void> => {
  const id = `i${n}`
  await send('insertDocument', { data: [JSON.stringify({ _id: id, n, text: 'x'.repeat(500) })] })
  say(`i ${id}`)
}
const movePair = async (n: number): Promise<void> => {
  const { transactionId } = await send('startTransaction', {})
  for (const id of ['left', 'right']) {
    const query = JSON.stringify({ _id: id })
    await send('modifyDocument', { transactionId, query, data: JSON.stringify({ n }), merge: false, upsert: true })
  }
  await send('commitTransaction', { transactionId })
  say(`p ${n}`)
}
const loop = async (work: (n: number) => Promise<void>, start: number, step: number): Promise<void> => {
  for (let n = start; ; n += step) await work(n)
}
const start = Number(from)
say('ready')
void loop(insert, start, 3)
void loop(insert, start + 1, 3)
void loop(insert, start + 2, 3)
void loop(movePair, start, 1)
