import { AppError } from 'types/app-error'
import { toScene } from 'types/ids'
import { mostInBatch, type boothEntries } from 'types/org-booth'
import { tempUrls } from '../../kit/files'
import type { Handler } from '../../kit/serve'
import { keptCode, makeCode } from './booth-code'
import { pageBooths } from './booth-store'
import type { BoothDoc, NodeDoc } from '../documents'

/** WeChat draws a code in about a third of a second; what is not drawn within this time is asked for again. */
const drawMs = 8_000
const atOnce = 5

/** Draws what is missing, a few at a time, until all is drawn or the time is up. */
export const drawMissing = async (booths: readonly BoothDoc[]): Promise<ReadonlyMap<string, string>> => {
  const files = new Map(
    booths.flatMap((booth) => (keptCode(booth) ? [[booth._id, keptCode(booth) ?? ''] as const] : [])),
  )
  const missing = booths.filter(({ _id }) => !files.has(_id))
  const until = Date.now() + drawMs
  const draw = async () => {
    for (let booth = missing.shift(); booth && Date.now() < until; booth = missing.shift())
      files.set(booth._id, await makeCode(booth))
  }
  await Promise.all(Array.from({ length: atOnce }, draw))
  return files
}

/** What the posters of up to 50 booths say, in the order asked for, each with its code as far as it is drawn. */
export const posters: Handler<(typeof boothEntries)['posters'], NodeDoc> = async ({ ids }, { subject: node }) => {
  const { items } = await pageBooths(node._id, { ids }, 1, mostInBatch)
  const asked = ids.flatMap((id) => items.find(({ _id }) => _id === id) ?? [])
  if (asked.length === 0) throw new AppError('NOT_FOUND')
  const files = await drawMissing(asked)
  const urls = await tempUrls([...files.values()])
  return {
    items: asked.map(({ _id: id, name, place, nodeName: union, enterprise, task }) => ({
      ...{ id, name, place, union, enterprise: enterprise?.name ?? null, task },
      ...{ scene: toScene({ kind: 'booth', id }), url: urls.get(files.get(id) ?? '') ?? null },
    })),
  }
}
