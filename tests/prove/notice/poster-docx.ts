import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { PNG } from 'pngjs'
import { deriveId } from 'types/ids'
import { sceneOfText } from '@/lib/scene-of-text'
import type { Cloud } from '../../support/cloud'
import { figure } from '../../support/figure'
import { readCode } from './printed-page'

type Wish = { paper: 'A4' | 'A3'; ink: 'colour' | 'saving' }
type Found = { items: { id: string }[] }

/** The booths of the batch with this title. */
export const boothsOf = async (cloud: Cloud, title: string, openid: string): Promise<string[]> => {
  const batches = await cloud.call<{ items: { id: string; title: string }[] }>('org', 'boothBatches', {}, openid)
  const batchId = batches.items.find((one) => one.title === title)?.id
  const { items } = await cloud.call<Found>('org', 'booths', { batchId, size: 50 }, openid)
  return items.map(({ id }) => id)
}

/** Asks for the document, and reads every code back from its own pictures. */
export const fetchDocx = async (cloud: Cloud, ids: readonly string[], wish: Wish, openid: string): Promise<Buffer> => {
  const input = { _id: deriveId('prove-poster', ids.join(), wish.paper, wish.ink), ids, ...wish }
  const from = performance.now()
  const { url, rows } = await cloud.call<{ url: string; rows: number }>('org', 'posterFile', input, openid)
  const ms = performance.now() - from
  const bytes = (await cloud.request(url)).body
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('word/media/'))
  const scenes = new Set(parts.map(([, png]) => sceneOfText(readCode(PNG.sync.read(Buffer.from(png)))?.data ?? '')?.id))
  const isWhole = rows === ids.length && ids.every((id) => scenes.has(id))
  const size = `${Math.round(bytes.length / 1024)} KB in ${(ms / 1000).toFixed(1)} s`
  figure(`docx ${wish.paper} ${wish.ink}: codes in it, ${size}`, `${scenes.size}`, `${ids.length}`, isWhole)
  return bytes
}

/** The document as an office program lays it out: a PDF's path. */
export const layOut = (docx: Buffer, folder: string): string => {
  const file = path.join(folder, 'poster.docx')
  writeFileSync(file, docx)
  const own = `-env:UserInstallation=file://${folder}/office`
  execFileSync('soffice', [own, '--headless', '--convert-to', 'pdf', '--outdir', folder, file], { stdio: 'ignore' })
  return path.join(folder, 'poster.pdf')
}
