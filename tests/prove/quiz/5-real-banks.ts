// The real banks of the shared data: every row is a question, a repetition or a rejection with its reason.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { deriveId } from 'types/ids'
import type { ImportReport } from 'types/quiz-imports'
import { startCloud } from '../../support/cloud'
import { city, cityLines, orgEnv } from '../../support/factories/org'
import { figure } from '../../support/figure'
import { seedFile } from '../../support/seed-file'

const folder = path.resolve('../shared/data/questions')
if (!existsSync(folder)) {
  figure('real banks', 'no shared data beside the project', 'skipped', true)
  process.exit()
}

const cloud = await startCloud({ seed: seedFile(cityLines()), env: orgEnv })
try {
  await cloud.clock({ now: '2026-06-10T02:00:00.000Z' })
  for (const name of readdirSync(folder).sort()) {
    const _id = deriveId('real bank', name)
    const openid = 'wx-admin'
    const fileId = await cloud.upload(
      `imports/${_id}${path.extname(name)}`,
      readFileSync(path.join(folder, name)),
      openid,
    )
    const input = { _id, nodeId: city.nodes.root._id, fileId, fileName: name }
    const report = await cloud.call<ImportReport>('quiz', 'checkImport', input, openid)
    const { read, good, duplicates, alike, rejected } = report
    const lost = read - good - duplicates - alike - rejected
    const reasons = report.errors.every(({ message }) => message.length > 3)
    figure(
      name,
      `${read} read, ${good} good, ${alike} like another, ${duplicates} in the bank already, ${rejected} rejected, ${lost} lost`,
      '0 lost, each rejection with its reason',
      lost === 0 && reasons && read > 0,
    )
  }
} finally {
  await cloud.stop()
}
