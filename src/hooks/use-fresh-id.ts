import { useCallback, useRef } from 'react'
import type { Id } from 'types/ids'
import { newId } from '@/lib/new-id'

/**
 * The id of what this form creates: one and the same however often it is submitted, until `renew`.
 * `const id = useFreshId(); … _id: await id.get()`
 */
export const useFreshId = () => {
  const pending = useRef<Promise<Id>>()
  const get = useCallback((): Promise<Id> => (pending.current ??= newId()), [])
  const renew = useCallback(() => {
    pending.current = undefined
  }, [])
  return { get, renew }
}
