import { useState } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { InputOf } from 'types/contract'
import { noticeContract, type TemplateKey } from 'types/notice'
import { call } from '@/lib/call'
import { newId } from '@/lib/new-id'
import { requestSubscribe } from '@/lib/subscribe'
import { showToast } from '@/lib/toast-store'

type Results = InputOf<typeof noticeContract.consent>['results']
const subscriptionsKey = ['notice', 'subscriptions']

const useRecordConsent = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (results: Results) => call(noticeContract, 'notice', 'consent', { _id: await newId(), results }),
    meta: { silent: true },
    retry: 2,
    onSettled: () => client.invalidateQueries({ queryKey: subscriptionsKey }),
  })
}

/**
 * Asks in the tap itself to be allowed one message of each template, and records the answer.
 * `ask` must be called straight from the tap: WeChat forgets the tap at the first await, so the template ids are fetched
 * beforehand. `allowed` turns true when the person said yes to any of them; `left` is how many messages
 * are allowed by now.
 */
export const useSubscribe = (...keys: TemplateKey[]) => {
  const [allowed, setAllowed] = useState(false)
  const subscriptions = useQuery({
    queryKey: subscriptionsKey,
    queryFn: () => call(noticeContract, 'notice', 'subscriptions', {}),
    staleTime: 600_000,
    meta: { silent: true },
  })
  const record = useRecordConsent()
  const wanted = (subscriptions.data?.templates ?? []).filter(({ key }) => keys.includes(key))

  const ask = () => {
    if (wanted.length === 0) {
      void subscriptions.refetch()
      return showToast('还没连上网络，请稍等一下再点')
    }
    void requestSubscribe(wanted).then((given) => {
      const results = wanted.map(({ id, key }) => ({ template: key, result: given[id] ?? ('reject' as const) }))
      const yes = results.some(({ result }) => result === 'accept')
      record.mutate(results)
      setAllowed((before) => before || yes)
      if (yes) showToast('好的，下一次有进展会在微信里通知您', 'good')
      else showToast('没有订阅，您随时可以自己来看')
    })
  }
  const left = wanted.reduce((sum, template) => sum + template.left, 0)
  return { ask, allowed, left }
}
