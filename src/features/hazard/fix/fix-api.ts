import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { OutputOf, RawInputOf } from 'types/contract'
import type { fixEntries } from 'types/hazard-fix'
import { planEntries } from 'types/hazard-plan'
import { call } from '@/lib/call'
import { showToast } from '@/lib/toast-store'
import { hazardKeys } from '../keys'

export type FixHazard = OutputOf<typeof fixEntries.fixDetail>
export type FixSheetProps = { hazard: FixHazard; onClose: () => void }
export type FixCommand = 'plan' | 'replan' | 'askExtension'

/** A step of the fixer that carries no pictures: done at once, and the page is read anew. */
export const useFixCommand = <A extends FixCommand>(action: A, done: string, onClose: () => void) => {
  const client = useQueryClient()
  return useMutation<OutputOf<(typeof planEntries)[A]>, Error, RawInputOf<(typeof planEntries)[A]>>({
    mutationFn: (input) => call(planEntries, 'hazard', action, input),
    onSuccess: () => {
      showToast(done, 'good')
      onClose()
    },
    onSettled: () => void client.invalidateQueries({ queryKey: hazardKeys.root }),
  })
}
