// The whole demonstration: export, wipe, import; every document and file equal.
import { isDeepStrictEqual } from 'node:util'
import { deriveId } from 'types/ids'
import { startCloud } from '../../support/cloud'
import { carryOver, everyDocument, everyFile, removeScratch, untilEnded } from '../../support/factories/desk'
import { figure } from '../../support/figure'
import { now, openidOf, startWorld } from '../../standing/world'

type Job = { id: string; state: string; documents: number; files: number; message: string | null }

const secret = 'local-first-administrator'
const [backupId, restoreId] = [deriveId('prove', 'backup'), deriveId('prove', 'restore')]
const officer = openidOf('city officer')

const source = await startWorld()

/** Days of the trail not sealed yet would be sealed while the backup is taken, and differ from it afterwards. */
const sealEveryDay = async () => {
  for (let sealed = -1, rounds = 0; rounds < 100; rounds += 1) {
    const days = (await everyDocument(source)).heads?.length ?? 0
    if (days === sealed) return
    sealed = days
    await source.tick('desk')
  }
}

const target = await startCloud({ env: 'config/local.env' })
try {
  await target.clock({ now })
  await sealEveryDay()
  await source.call('desk', 'backup', { _id: backupId }, officer)
  const found = async () => {
    const { items } = await source.call<{ items: Job[] }>('desk', 'backups', {}, officer)
    return items.find(({ id }) => id === backupId) as Job
  }
  const job = await untilEnded({ cloud: source, ask: found as never, rounds: 300 })
  const { manifest } = carryOver(source, target, backupId)
  await target.call('desk', 'restore', { _id: restoreId, secret, manifest }, 'oOperatorWhoRestores000000000')
  const state = () => target.call<Job>('desk', 'restoreState', { id: restoreId }, 'oOperatorWhoRestores000000000')
  const restored = await untilEnded({ cloud: target, ask: state as never, rounds: 300 })
  const [before, after] = [await everyDocument(source), await everyDocument(target)]
  const count = Object.values(before).flat().length
  const files = everyFile(source)
  const different = Object.keys(before).filter((name) => !isDeepStrictEqual(before[name], after[name]))
  figure(
    `collections that differ after export, wipe, import (${count} documents)`,
    String(different.length),
    '0',
    different.length === 0 && count > 2000 && job.state === 'done' && restored.state === 'done',
  )
  if (different.length > 0) process.stderr.write(`${different.join(' ')}\n`)
  const equalFiles = isDeepStrictEqual(files, everyFile(target))
  figure(`files equal (${Object.keys(files).length})`, equalFiles ? 'all' : 'not all', 'all', equalFiles)
} finally {
  await Promise.all([source.stop(), target.stop()])
  removeScratch()
}
