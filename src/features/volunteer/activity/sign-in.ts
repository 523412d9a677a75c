import { useEffect, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { activityEntries } from 'types/volunteer-activity'
import type { OutputOf } from 'types/contract'
import { deviceId } from '@/lib/device-id'
import { newId } from '@/lib/new-id'
import { readStored } from '@/lib/storage'
import { dismiss, submit, useQueue } from '@/lib/submit-queue'
import { whereAmI } from '@/lib/where-am-i'

export type Signed = OutputOf<typeof activityEntries.signIn>
/** What became of it: on its way, kept for want of a network, taken, or refused with a sentence. */
export type Signing =
  { state: 'sending' } | { state: 'kept' } | { state: 'signed'; result: Signed } | { state: 'refused'; problem: string }

type Read = { code: string } | { activityId: string; digits: string; way: 'in' | 'out' }

/** Signs in through the queue: what was read without a network is kept with its time and sent later. */
export const useSignIn = () => {
  const [id, setId] = useState<string>()
  const client = useQueryClient()
  const item = useQueue(({ items }) => items.find((one) => one.id === id))
  const state = item?.state
  useEffect(() => {
    if (state === 'delivered') void client.invalidateQueries({ queryKey: ['volunteer-activity'] })
  }, [state, client])

  const sign = async (read: Read) => {
    const at = new Date().toISOString()
    const [_id, device] = await Promise.all([newId(), deviceId()])
    setId(_id)
    // Only who ticked it is asked; a no, or no answer in time, keeps nobody from signing in.
    const where = readStored('sign-place') ? await whereAmI() : null
    await submit({
      ...{ domain: 'volunteer', action: 'signIn', title: '活动签到' },
      input: { _id, ...read, at, device, ...(where && { where }) },
    })
  }
  const forget = () => {
    if (id && (state === 'delivered' || state === 'attention')) void dismiss(id)
    setId(undefined)
  }
  const signed = item?.state === 'delivered' ? activityEntries.signIn.output.safeParse(item.result) : undefined
  const signing: Signing | null = !item
    ? null
    : signed?.success
      ? { state: 'signed', result: signed.data }
      : item.state === 'attention'
        ? { state: 'refused', problem: item.problem ?? '' }
        : item.state === 'waiting' && item.attempts > 0
          ? { state: 'kept' }
          : { state: 'sending' }
  return { sign, signing, forget }
}
