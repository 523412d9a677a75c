import { hazardPhotoPath, type ReporterIdentity } from 'types/hazard'
import { suggestKinds } from 'types/hazard-words'
import { shorten } from '@/lib/shorten'
import type { Submission } from '@/lib/submit-queue'

/** What a team leader writes down of somebody without WeChat. */
export type SpokenValues = {
  name: string
  phone: string
  unit: { id: string; name: string } | null
  place: string
  words: string
  photos: string[]
  identity: ReporterIdentity
  above: boolean
}

export const spokenVersion = 1

export const freshSpoken: SpokenValues = {
  ...{ name: '', phone: '', unit: null, place: '', words: '', photos: [], identity: 'hidden', above: false },
}

/** A report for another as the queue sends it. */
export const toSpoken = (values: SpokenValues, id: string, retrievalKey: string): Submission => {
  const { identity, place, words, unit } = values
  const [name, phone] = identity === 'anonymous' ? ['', ''] : [values.name.trim(), values.phone.trim()]
  return {
    domain: 'hazard',
    action: 'reportFor',
    title: `代报：${shorten(words.trim(), 20)}`,
    input: {
      ...{ _id: id, identity, retrievalKey, place: place.trim(), words: words.trim() },
      kind: suggestKinds(words)[0] ?? 'other',
      ...(name && { name }),
      ...(phone && { phone }),
      ...(unit && { enterpriseId: unit.id }),
      ...(values.above && { above: true }),
    },
    files: { field: 'photos', kept: values.photos, cloudPath: (file) => hazardPhotoPath(id, 'before', file) },
  }
}
