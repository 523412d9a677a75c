import { AppError } from 'types/app-error'
import { deriveId } from 'types/ids'
import { paperLimits, type Papers } from 'types/volunteer-papers'
import { platform } from '../../kit/cloud'
import { tempUrls, toPictures } from '../../kit/files'
import { mediaExtension } from '../../kit/media-type'
import { stripExif } from '../../kit/strip-exif'
import type { ApplicationDoc, StoredPapers } from '../documents'

/** What was handed in, cleaned: the copies the application keeps, and what may go once it is kept. */
export type Taken = {
  papers: StoredPapers
  /** Copies made now; they go where the application is refused. */
  copies: string[]
  /** Uploads the copies were made of, and pictures of before that are no longer wanted. */
  spent: string[]
}

type Kind = 'photo' | 'signature' | 'certificate'
type Handed = { fileId: string; kind: Kind; field: string }

const names: Record<Kind, string> = { photo: '照片', signature: '签名', certificate: '证书照片' }
const none: StoredPapers = { photo: null, signature: null, certificates: [] }
const extensions = ['jpg', 'png', 'webp'] as const

const folder = (id: string) => `application/${id}/`
const cleanFolder = (id: string) => `${folder(id)}clean/`
const cloudOf = (fileId: string) => /^cloud:\/\/[^/]+\//.exec(fileId)?.[0] ?? ''
const pathOf = (fileId: string) => fileId.slice(cloudOf(fileId).length)

const isUpload = (id: string, fileId: string) => {
  const path = pathOf(fileId)
  const parts = path.split('/')
  return path.startsWith(folder(id)) && parts.length === 3 && parts.every((part) => !['', '.', '..'].includes(part))
}

const refuse = (field: string, sentence: string) => new AppError('INVALID_INPUT', { fields: { [field]: sentence } })

const handedIn = ({ photo, signature, certificates }: Papers): Handed[] => [
  ...(photo ? [{ fileId: photo, kind: 'photo' as const, field: 'form.papers.photo' }] : []),
  ...(signature ? [{ fileId: signature, kind: 'signature' as const, field: 'form.papers.signature' }] : []),
  ...certificates.map(({ fileId }) => ({ fileId, kind: 'certificate' as const, field: 'form.papers.certificates' })),
]

/** Every file of the stored pictures. */
export const filesOf = (papers: StoredPapers | null | undefined): string[] =>
  papers
    ? [papers.photo, papers.signature, ...papers.certificates.map(({ fileId }) => fileId)].filter((id) => id !== null)
    : []

/** Every file that holds something personal of the application: its pictures and printed forms. */
export const personalFilesOf = ({ personal, prints }: ApplicationDoc): string[] => [
  ...filesOf(personal?.papers),
  ...(prints ?? []).map(({ fileId }) => fileId),
]

/** Takes files away; one that is gone already is no fault. */
export const removeFiles = async (fileIds: readonly string[]): Promise<void> => {
  if (fileIds.length > 0) await platform.deleteFile({ fileList: [...new Set(fileIds)] }).catch(() => undefined)
}

const cleanName = (id: string, fileId: string) => `${cleanFolder(id)}${deriveId('clean', fileId)}`

// The upload is gone where an earlier try got through without its answer arriving: its copy stands at a known place.
const findCopy = async (id: string, fileId: string): Promise<string | null> => {
  const places = extensions.map((extension) => `${cloudOf(fileId)}${cleanName(id, fileId)}.${extension}`)
  const urls = await tempUrls(places)
  return places.find((place) => urls.has(place)) ?? null
}

const download = async (fileId: string): Promise<Buffer | null> => {
  if (!(await tempUrls([fileId])).has(fileId)) return null
  return (await platform.downloadFile({ fileID: fileId })).fileContent
}

const tooLarge = (kind: Kind) => `${names[kind]}太大了，请重新${kind === 'signature' ? '签名' : '拍摄或选择'}。`

const cleaned = (file: Buffer, field: string) => {
  try {
    return stripExif(file)
  } catch (thrown) {
    throw thrown instanceof AppError ? refuse(field, thrown.message) : thrown
  }
}

const cleanOne = async (id: string, { fileId, kind, field }: Handed): Promise<string> => {
  if (!isUpload(id, fileId)) throw refuse(field, `${names[kind]}没有上传成功，请重新添加。`)
  const file = await download(fileId)
  if (!file) {
    const copy = await findCopy(id, fileId)
    if (copy) return copy
    throw refuse(field, `${names[kind]}没有上传成功，请重新添加。`)
  }
  if (file.length > paperLimits[kind]) throw refuse(field, tooLarge(kind))
  const { type, bytes } = cleaned(file, field)
  const cloudPath = `${cleanName(id, fileId)}.${mediaExtension(type)}`
  return (await platform.uploadFile({ cloudPath, fileContent: bytes })).fileID
}

/**
 * Copies what was uploaded without place, time and device, at once: nobody else ever sees the uploads. Pictures of the
 * application as it stood are kept as they are. No database trip.
 * @throws AppError INVALID_INPUT with a sentence for the picture; SERVICE_BUSY while the storage does not answer
 */
export const takePapers = async (
  id: string,
  handed: Papers | undefined,
  before: StoredPapers | null,
): Promise<Taken> => {
  if (!handed) return { papers: before ?? none, copies: [], spent: [] }
  const known = filesOf(before)
  const files = handedIn(handed)
  if (new Set(files.map(({ fileId }) => fileId)).size !== files.length)
    throw refuse('form.papers.certificates', '同一张照片添加了两次，请去掉一张。')
  const fresh = files.filter(({ fileId }) => !known.includes(fileId))
  const copies = new Map<string, string>()
  const done = await Promise.allSettled(fresh.map(async (file) => copies.set(file.fileId, await cleanOne(id, file))))
  const failed = done.find((one) => one.status === 'rejected')
  if (failed) {
    await removeFiles([...copies.values()])
    throw failed.reason instanceof AppError ? failed.reason : new AppError('SERVICE_BUSY')
  }
  const placed = (fileId: string) => copies.get(fileId) ?? fileId
  const papers: StoredPapers = {
    photo: handed.photo ? placed(handed.photo) : null,
    signature: handed.signature ? placed(handed.signature) : null,
    certificates: handed.certificates.map(({ fileId, name }) => ({ fileId: placed(fileId), name })),
  }
  const kept = filesOf(papers)
  return {
    papers,
    copies: [...copies.values()],
    spent: [...copies.keys(), ...known.filter((fileId) => !kept.includes(fileId))],
  }
}

/** Uploads of a form that was refused: nobody would ever take them away. Files the application keeps are spared. */
export const dropUploads = async (id: string, handed: Papers | undefined, kept: readonly string[]): Promise<void> => {
  const uploads = handed ? handedIn(handed).map(({ fileId }) => fileId) : []
  await removeFiles(uploads.filter((fileId) => isUpload(id, fileId) && !kept.includes(fileId)))
}

/** The pictures with temporary addresses; null without any. One trip to the storage. */
export const showPapers = async (papers: StoredPapers | null | undefined) => {
  const files = filesOf(papers)
  if (!papers || files.length === 0) return null
  const pictures = await toPictures(files.map((fileId) => ({ fileId, check: 'pass' as const })))
  const pictureOf = (fileId: string) =>
    pictures.find((picture) => picture.fileId === fileId) ?? { fileId, url: '', check: 'pass' as const }
  return {
    photo: papers.photo ? pictureOf(papers.photo) : null,
    signature: papers.signature ? pictureOf(papers.signature) : null,
    certificates: papers.certificates.map(({ fileId, name }) => ({ ...pictureOf(fileId), name })),
  }
}
