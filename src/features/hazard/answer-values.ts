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

type Sent = { of: { domain: string; action: string }; name: string; step: 'during' | 'after' }
const answered: Sent = { of: { domain: 'hazard', action: 'answer' }, name: '整改', step: 'after' }
const onTheSpot: Sent = { of: { domain: 'hazard', action: 'fixOnSpot' }, name: '立行立改', step: 'after' }
const noted: Sent = { of: { domain: 'hazard', action: 'progress' }, name: '进展', step: 'during' }

// Pictures of a second answer take new names: the first ones stay what they were.
const toSubmission = (sent: Sent, hazard: Subject, { words, photos }: AnswerValues): Submission => ({
  ...sent.of,
  id: answerId(hazard),
  title: `${sent.name}：${shorten(hazard.words, 20)}`,
  input: { id: hazard.id, version: hazard.version, words: words.trim() },
  files: {
    field: 'photos',
    kept: photos,
    cloudPath: (name) => hazardPhotoPath(hazard.id, sent.step, `${hazard.version}-${name}`),
  },
})

/** An answer as the queue sends it. */
export const toAnswer = (hazard: Subject, values: AnswerValues, onSpot = false): Submission =>
  toSubmission(onSpot ? onTheSpot : answered, hazard, values)

/** A note on the way, as the queue sends it. */
export const toProgress = (hazard: Subject, values: AnswerValues): Submission => toSubmission(noted, hazard, values)

const answers: readonly string[] = ['answer', 'fixOnSpot']
const ofFixer: readonly string[] = [...answers, 'progress']

export const isAnswer = ({ domain, action }: QueueItem) => domain === 'hazard' && answers.includes(action)

/** What a fixer sent of this hazard, whatever became of it. */
export const isOfHazard = (item: QueueItem, hazardId: string) =>
  item.domain === 'hazard' && ofFixer.includes(item.action) && hazardOfAnswer(item) === hazardId

export const isWaitingAnswer = ({ domain, action, state }: QueueItem) =>
  domain === 'hazard' && ofFixer.includes(action) && state !== 'delivered'

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
