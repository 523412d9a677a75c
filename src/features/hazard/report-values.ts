import { hazardPhotoPath, type HazardKind, type ReporterIdentity } from 'types/hazard'
import type * as z from 'types/zod'
import type { QueueItem } from '@/lib/storage-keys'
import type { Submission } from '@/lib/submit-queue'
import { shorten } from '@/lib/shorten'
import { sourceNow } from '@/lib/visit-source'

export type Kind = z.output<typeof HazardKind>

/** What the report page holds, and its draft. */
export type ReportValues = {
  /** Made once: a draft that outlives its submission meets the same document. */
  id: string
  unit: { id: string; name: string } | null
  place: string
  words: string
  wish: string
  /** Only what the person chose; a suggestion is worked out anew from the words. */
  kind: Kind | null
  photos: string[]
  identity: ReporterIdentity
  /** Life is in danger: goes on top of the officers' list. */
  danger: boolean
  /** It concerns who would read it: the union above handles it. */
  above: boolean
}

export const reportVersion = 1

export const freshReport: ReportValues = {
  id: '',
  unit: null,
  place: '',
  words: '',
  wish: '',
  kind: null,
  photos: [],
  identity: 'hidden',
  danger: false,
  above: false,
}

/** Stands for the words where photos say it all. */
const onlyPhotos = '见照片'

type Beside = { id: string; kind: Kind; boothId: string | undefined; retrievalKey: string | undefined }

/** A report as the queue sends it. */
export const toSubmission = (values: ReportValues, { id, kind, boothId, retrievalKey }: Beside): Submission => {
  const words = values.words.trim() || onlyPhotos
  const wish = values.wish.trim()
  return {
    domain: 'hazard',
    action: 'report',
    title: `隐患：${shorten(words, 20)}`,
    input: {
      ...{ _id: id, place: values.place.trim(), words, kind, identity: values.identity },
      ...(boothId && { boothId }),
      source: sourceNow(),
      ...(values.unit && { enterpriseId: values.unit.id }),
      ...(wish && { wish }),
      ...(retrievalKey && { retrievalKey }),
      ...(values.danger && { danger: true }),
      ...(values.above && { above: true }),
    },
    files: {
      field: 'photos',
      kept: values.photos,
      cloudPath: (name) => hazardPhotoPath(id, 'before', name),
    },
    note: { unit: values.unit },
  }
}

/** Back from the queue to the form, with its photos and its id. */
export const toValues = ({ id, input, files, note }: QueueItem): ReportValues => {
  const word = (key: string) => (typeof input[key] === 'string' ? input[key] : '')
  const words = word('words')
  return {
    id,
    unit: (note as { unit?: ReportValues['unit'] } | null)?.unit ?? null,
    place: word('place'),
    words: words === onlyPhotos ? '' : words,
    wish: word('wish'),
    kind: word('kind') as Kind,
    photos: files.map((file) => file.kept),
    identity: word('identity') as ReporterIdentity,
    danger: input.danger === true,
    above: input.above === true,
  }
}
