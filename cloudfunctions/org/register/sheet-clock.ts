import { AppError } from 'types/app-error'
import { sheetMachine } from 'types/org-imports'
import { move, type Acting } from '../../kit/aggregate'
import { releaseLease, takeLease } from '../../kit/lease'
import { newRequestId } from '../../kit/request-id'
import { findNode } from '../node-store'
import { chunksOf } from './plan'
import { planOf, readFile, workOf } from './sheets'
import { findSheet, listSavingSheets, noteDone, sheets, type SheetDoc } from './sheet-store'

const clock: Acting = { by: 'clock', name: '系统', actor: 'clock', verb: '导入表格' }
const budgetMs = 6_000
const atOnce = 100

const stop = (doc: SheetDoc, message: string, at: Date) =>
  move(sheets, sheetMachine, doc, { ...clock, verb: '导入中断' }, 'stop', doc.version, {
    ...{ at, set: { message }, data: { done: doc.done } },
  })

const finish = (doc: SheetDoc, at: Date) =>
  move(sheets, sheetMachine, doc, { ...clock, verb: '导入完成' }, 'finish', doc.version, {
    ...{ at, set: { done: doc.total }, data: { done: doc.total } },
  })

const replan = async (doc: SheetDoc) => {
  const node = await findNode(doc.nodeId)
  const { fileContent, sha256 } = await readFile(doc.fileId)
  if (!node || sha256 !== doc.sha256) return null
  const plan = await planOf(doc.kind, fileContent, node, doc._id)
  return plan.errors.length > 0 ? null : { plan, work: workOf(plan, doc.take) }
}

const actingOf = ({ saver, kind }: SheetDoc): Acting => ({
  ...{ by: saver?.by ?? 'clock', name: saver?.name ?? '', actor: 'officer', office: saver?.office ?? '' },
  verb: kind === 'enterprises' ? '导入企业' : '导入组织',
})

// What is left is worked out anew from the file and the register: whatever a crash left half done, this goes on from there.
const carryOn = async (doc: SheetDoc, startedAt: number, now: Date): Promise<void> => {
  const left = await replan(doc)
  if (!left) return void (await stop(doc, '文件或相关的组织、企业在导入期间有变动，请重新检查后再导入。', now))
  let done = 0
  for (const some of chunksOf(left.work, atOnce)) {
    if (Date.now() - startedAt > budgetMs) return
    done += await left.plan.carryOut(some, actingOf(doc), now)
    await noteDone(doc, Math.max(0, doc.total - left.work.length + done))
  }
  if (left.work.length === 0) return void (await finish(doc, now))
  if (done === 0) await stop(doc, '有几行与刚刚的改动相冲突，请重新检查后再导入。', now)
}

/** Takes in the sheets somebody has asked for, the oldest first, a few seconds a tick; one instance at a time. */
export const saveSheets = async (now: Date): Promise<number> => {
  const [first] = await listSavingSheets(1)
  const lease = first ? await takeLease('org.sheets', newRequestId(), now) : null
  if (!first || !lease) return 0
  const startedAt = Date.now()
  try {
    for (let doc: SheetDoc | null = first; doc?.state === 'saving' && Date.now() - startedAt < budgetMs;)
      doc = await (async (current: SheetDoc) => {
        await carryOn(current, startedAt, now)
        return findSheet(current._id)
      })(doc)
  } catch (thrown) {
    // The file itself can be read no more.
    if (!(thrown instanceof AppError)) throw thrown
    await stop((await findSheet(first._id)) ?? first, thrown.message, now)
  } finally {
    await releaseLease(lease)
  }
  return 1
}
