import { exportHours, exportMachine } from 'types/hazard-export'
import { move, type Acting } from '../../kit/aggregate'
import { platform } from '../../kit/cloud'
import { releaseLease, takeLease } from '../../kit/lease'
import { newRequestId } from '../../kit/request-id'
import { exports, findExport, keepVolume, listReadyBefore, listWorking, type ExportDoc } from './export-store'
import { nextVolume } from './volume'

const clock: Acting = { by: 'clock', name: '系统', actor: 'clock', verb: '生成表格' }
const budgetMs = 6_000
const atOnce = 5

const finish = (doc: ExportDoc, at: Date) =>
  move(exports, exportMachine, doc, clock, 'finish', doc.version, {
    ...{ at, data: { rows: doc.rows, volumes: doc.volumes.length } },
  })

/** Writes one volume and notes it in one update: whoever dies before it leaves nothing but a file nobody knows of. */
const writeOne = async (doc: ExportDoc, now: Date): Promise<ExportDoc | null> => {
  const { rows, next, bytes } = await nextVolume(doc, now)
  // The last volume may come out empty where the one before was full to its last row.
  const isEmpty = rows === 0 && doc.volumes.length > 0
  const cloudPath = `exports/hazard/${doc._id}/${newRequestId()}.xlsx`
  const file = isEmpty ? null : (await platform.uploadFile({ cloudPath, fileContent: bytes })).fileID
  const progress = {
    cursor: next ?? doc.cursor,
    rows: doc.rows + rows,
    volumes: [...doc.volumes, ...(file ? [{ fileId: file, rows }] : [])],
  }
  const kept = await keepVolume(doc, progress)
  if (kept === 0) return null
  const written: ExportDoc = { ...doc, ...progress, step: doc.step + 1 }
  if (next) return written
  await finish(written, now)
  return null
}

/**
 * Writes the volumes of sheets that were asked for, the oldest first, a few seconds a tick. One instance at a time; what
 * a crash leaves goes on with the volume after the last one noted.
 */
export const writeSheets = async (now: Date): Promise<number> => {
  const [first] = await listWorking(1)
  const lease = first ? await takeLease('hazard.export', newRequestId(), now) : null
  if (!lease) return 0
  const startedAt = Date.now()
  let written = 0
  let doc: ExportDoc | null = await findExport((first as ExportDoc)._id)
  while (doc?.state === 'working' && Date.now() - startedAt < budgetMs) {
    const rest: ExportDoc | null = await writeOne(doc, now)
    written += 1
    doc = rest ?? (await listWorking(1))[0] ?? null
  }
  await releaseLease(lease)
  return written
}

/** Sheets go a day after they were asked for, their files first. */
export const dropSheets = async (now: Date): Promise<void> => {
  const old = await listReadyBefore(new Date(now.getTime() - exportHours * 3_600_000), atOnce)
  for (const doc of old) {
    const fileList = doc.volumes.map(({ fileId }) => fileId)
    if (fileList.length > 0) await platform.deleteFile({ fileList })
    await move(exports, exportMachine, doc, { ...clock, verb: '删除过期表格' }, 'drop', doc.version, {
      ...{ at: now, set: { volumes: [] } },
    })
  }
}
