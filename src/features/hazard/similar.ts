import { useEffect, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { RawInputOf } from 'types/contract'
import { similarEntries } from 'types/hazard-similar'
import { create } from 'zustand'
import { call } from '@/lib/call'
import { hazardKeys } from './keys'
import type { ReportValues } from './report-values'

type Asked = RawInputOf<typeof similarEntries.similar>

/** What is being written, for the page that shows what others reported already. */
export const useBeingWritten = create<{ asked: Asked | null; values: ReportValues | null }>(() => ({
  asked: null,
  values: null,
}))

const pause = 800
const fewestWords = 6

/** The value as it stood still for a moment. */
const useSettled = <T>(value: T): T => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

/** Open hazards like this one; nothing is said where the network is gone: it is an offer, no step of the report. */
export const useSimilar = (asked: Asked | null) =>
  useQuery({
    queryKey: hazardKeys.similar(asked),
    queryFn: () => call(similarEntries, 'hazard', 'similar', asked ?? { words: '' }),
    enabled: asked !== null && asked.words.length >= fewestWords,
    staleTime: 60_000,
    retry: false,
    meta: { silent: true },
  })

type Written = Pick<ReportValues, 'words' | 'place' | 'unit'> & { boothId: string | undefined }

/** How many others are like what is being written, asked once the writer pauses. */
export const useSimilarWhileWriting = ({ words, place, unit, boothId }: Written) => {
  const settled = useSettled(words.trim())
  const asked = {
    ...{ words: settled, place: place.trim() },
    ...(unit ? { enterpriseId: unit.id } : boothId && { boothId }),
  }
  const found = useSimilar(unit || boothId ? asked : null)
  return { asked, count: found.data?.items.length ?? 0 }
}
