import { hazardPhotoPath } from 'types/hazard'
import { deriveId } from 'types/ids'
import { writeStored } from '@/lib/storage'
import type { QueueItem } from '@/lib/storage-keys'
import { takeBack, type Submission } from '@/lib/submit-queue'
import { shorten } from '@/lib/shorten'

/** What the answer form holds, and its draft. */
export type AnswerValues = { words: string; photos: string[] }

export const answerVersion = 1
export const freshAnswer: AnswerValues = { words: '', photos: [] }

type Subject = { id: string; version: number; words: string }

/** One answer to one state of a hazard: asked twice it is the same, after a return it is another. */
export const answerId = ({ id, version }: Pick<Subject, 'id' | 'version'>): string =>
  deriveId('answer', id, String(version))

/** An answer as the queue sends it. Pictures of a second answer take new names: the first ones stay what they were. */
export const toAnswer = (hazard: Subject, { words, photos }: AnswerValues): Submission => ({
  domain: 'hazard',
  action: 'answer',
  id: answerId(hazard),
  title: `整改：${shorten(hazard.words, 20)}`,
  input: { id: hazard.id, version: hazard.version, words: words.trim() },
  files: {
    field: 'photos',
    kept: photos,
    cloudPath: (name) => hazardPhotoPath(hazard.id, 'after', `${hazard.version}-${name}`),
  },
})

export const isWaitingAnswer = ({ domain, action, state }: QueueItem) =>
  domain === 'hazard' && action === 'answer' && state !== 'delivered'

export const hazardOfAnswer = ({ input }: QueueItem): string => (typeof input.id === 'string' ? input.id : '')

/** Puts an answer that was not taken back into its draft, to be changed and submitted again. */
export const reviseAnswer = (item: QueueItem) => {
  const taken = takeBack(item.id)
  if (!taken) return
  const { words } = taken.input
  const values: AnswerValues = {
    words: typeof words === 'string' ? words : '',
    photos: taken.files.map((file) => file.kept),
  }
  const hazardId = hazardOfAnswer(taken)
  writeStored('draft-answer', { version: answerVersion, savedAt: new Date().toISOString(), values }, hazardId)
}
