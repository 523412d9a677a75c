import { useQuery } from '@tanstack/react-query'
import { labelEntries, labelsOf, shippedLabels, type Labels } from 'types/labels'
import { call } from '@/lib/call'
import { readStored, writeStored } from '@/lib/storage'

export const labelsKey = 'labels'
const day = 86_400_000

const ask = async () => {
  const answer = await call(labelEntries, 'org', 'labels', {})
  writeStored('labels', answer.labels)
  return answer
}

/** The words of this deployment with their version; asked once a day, and anew after somebody changed them. */
export const useKeptLabels = () =>
  useQuery({ queryKey: [labelsKey, 'now'], queryFn: ask, staleTime: day, gcTime: day, meta: { silent: true } })

/** What institutions are called here: at once what the phone remembers, else what the product comes with. */
export const useLabels = (): Labels => {
  const { data } = useKeptLabels()
  return data?.labels ?? (readStored('labels') ? labelsOf(readStored('labels')) : shippedLabels)
}
