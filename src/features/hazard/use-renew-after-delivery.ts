import { useEffect } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useQueue } from '@/lib/submit-queue'
import { hazardKeys } from './keys'

/** Reads everything of hazards anew whenever the queue has delivered one more. */
export const useRenewAfterDelivery = () => {
  const client = useQueryClient()
  const delivered = useQueue(
    (queue) => queue.items.filter((item) => item.domain === 'hazard' && item.state === 'delivered').length,
  )
  useEffect(() => {
    if (delivered > 0) void client.invalidateQueries({ queryKey: hazardKeys.root })
  }, [client, delivered])
}
