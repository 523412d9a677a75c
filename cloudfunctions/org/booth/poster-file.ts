import { AppError } from 'types/app-error'
import { mostInBatch, type boothEntries } from 'types/org-booth'
import type { InputOf } from 'types/contract'
import { posterFree, posterWhere, posterWords } from 'types/poster-words'
import { born } from '../../kit/aggregate'
import { platform } from '../../kit/cloud'
import { writePosters, type PosterSheet } from '../../kit/poster-write'
import { newRequestId } from '../../kit/request-id'
import type { Handler } from '../../kit/serve'
import { makeCode } from './booth-code'
import { pageBooths } from './booth-store'
import { drawMissing } from './posters'
import type { BoothDoc, NodeDoc } from '../documents'
import { answerExport } from '../register/export'
import { createExport, findExport, type ExportDoc } from '../register/export-store'

type Asked = InputOf<(typeof boothEntries)['posterFile']>

const atOnce = 10

/** The booths a poster may hang at: one whose code leads nowhere, or elsewhere, has none. */
const boothsOf = async (node: NodeDoc, ids: readonly string[]): Promise<BoothDoc[]> => {
  const { items } = await pageBooths(node._id, { ids }, 1, mostInBatch)
  const asked = ids.flatMap((id) => items.find(({ _id }) => _id === id) ?? [])
  if (asked.length < ids.length) throw new AppError('NOT_FOUND')
  const open = asked.filter(({ state }) => state === 'open')
  if (open.length === 0)
    throw new AppError('NOT_ALLOWED_NOW', {
      message: '展台已停用或改道，没有海报可印。请新建展台，或到展台列表里另选。',
    })
  return open
}

/** A picture that is kept; one that went missing is drawn once more. */
const readCode = async (booth: BoothDoc, fileID: string): Promise<Buffer> => {
  const read = async (id: string) => (await platform.downloadFile({ fileID: id })).fileContent
  return read(fileID).catch(async () => read(await makeCode(booth)))
}

const sheetOf = ({ name, place, nodeName, enterprise, task }: BoothDoc, code: Buffer): PosterSheet => ({
  ...{ ...posterWords[task], issuer: nodeName, code, codeLabel: `${name}的小程序码`, under: posterFree },
  ...{ name, where: posterWhere(name, place, enterprise?.name ?? null) },
})

const sheetsOf = async (booths: readonly BoothDoc[]): Promise<PosterSheet[]> => {
  const files = await drawMissing(booths)
  if (files.size < booths.length)
    throw new AppError('SERVICE_BUSY', { message: '二维码还没有全部生成，请过几秒再点一次。' })
  const sheets: PosterSheet[] = []
  for (let at = 0; at < booths.length; at += atOnce) {
    const some = booths.slice(at, at + atOnce)
    const codes = await Promise.all(some.map((booth) => readCode(booth, files.get(booth._id) ?? '')))
    sheets.push(...some.map((booth, index) => sheetOf(booth, codes[index] as Buffer)))
  }
  return sheets
}

/** One booth's name, a batch's title, or how many. */
const titleOf = (booths: readonly BoothDoc[], node: NodeDoc): string => {
  const [first] = booths
  const batches = new Set(booths.map(({ batch }) => batch?.title ?? ''))
  const several = (batches.size === 1 && first?.batch?.title) || `${node.name}${booths.length}个展台`
  return booths.length === 1 && first ? first.name : several
}

const draw = async (title: string, node: NodeDoc, booths: readonly BoothDoc[], { paper, ink }: Asked) => {
  const print = { title, creator: node.name, paper, ink, sheets: await sheetsOf(booths) }
  const cloudPath = `exports/org/${newRequestId()}.docx`
  return (await platform.uploadFile({ cloudPath, fileContent: await writePosters(print) })).fileID
}

/** Posters of up to 50 booths as a Word document to print, one a sheet, in the order asked for. The same id again is the same file. */
export const posterFile: Handler<(typeof boothEntries)['posterFile'], NodeDoc> = async (
  input,
  { subject: node, caller, acting, now },
) => {
  const { _id, paper, ink } = input
  const ids = [...new Set(input.ids)]
  const asked = JSON.stringify({ nodeId: node._id, ids, paper, ink })
  const before = await findExport(_id)
  if (before) {
    if (before.personId !== caller.personId || before.asked !== asked) throw new AppError('ALREADY_EXISTS')
    return answerExport(before)
  }
  const booths = await boothsOf(node, ids)
  const [rows, title] = [booths.length, `${titleOf(booths, node)}海报${paper}`]
  const fileId = await draw(title, node, booths, input)
  const birth = { _id, state: 'made' as const, under: node.under, subject: title, at: now }
  const doc: ExportDoc = {
    ...born(acting('officer'), { ...birth, data: { rows } }),
    ...{ personId: caller.personId, fileId, rows, asked, fileName: `${title}.docx` },
  }
  return answerExport((await createExport(doc)) ? doc : ((await findExport(_id)) ?? doc))
}
