import { useState } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { InputOf } from 'types/contract'
import type { ConsentPlace } from 'types/consent-places'
import { ownEntries } from 'types/notice-own'
import type { TemplateKey } from 'types/template-keys'
import { call } from '@/lib/call'
import { newId } from '@/lib/new-id'
import { scansTold } from '@/lib/scan-queue'
import { comesAlong, readSubscribeChoices, requestSubscribe } from '@/lib/subscribe'
import { sourceNow } from '@/lib/visit-source'
import { showToast } from '@/lib/toast-store'
import { hasRefused, keepAnswers, mayAskAlong, wasAskedToday } from '@/lib/ask-along'

type Results = InputOf<typeof ownEntries.consent>['results']
const subscriptionsKey = ['notice', 'subscriptions']

const useRecordConsent = (place: ConsentPlace) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (results: Results) => {
      await scansTold()
      return call(ownEntries, 'notice', 'consent', { _id: await newId(), results, place, source: sourceNow() })
    },
    meta: { silent: true },
    retry: 2,
    onSettled: () => client.invalidateQueries({ queryKey: subscriptionsKey }),
  })
}

/** What has to be known before the tap, so that nothing is waited for inside it. */
const useBeforehand = (keys: readonly TemplateKey[]) => {
  const subscriptions = useQuery({
    queryKey: subscriptionsKey,
    queryFn: () => call(ownEntries, 'notice', 'subscriptions', {}),
    staleTime: 600_000,
    meta: { silent: true },
  })
  const { data: choices } = useQuery({
    queryKey: ['subscribe-choices'],
    queryFn: readSubscribeChoices,
    staleTime: 60_000,
    meta: { silent: true },
  })
  const wanted = (subscriptions.data?.templates ?? []).filter(({ key }) => keys.includes(key))
  const given = wanted.map(({ id }) => choices?.items[id])
  const all = (answer: string) => given.length > 0 && given.every((one) => one === answer)
  const always = all('accept') ? ('accept' as const) : given.includes('reject') ? ('reject' as const) : null
  return { wanted, always, isOff: choices?.isOn === false, refetch: subscriptions.refetch }
}

const refusedWords = (isBlocked: boolean) =>
  isBlocked ? '您在微信里关掉了订阅消息，可在右上角“…—设置—通知管理”里打开' : '没有订阅，您随时可以自己来看'

/**
 * Asks in the tap itself to be allowed one message of each template, and records the answer with the place it was given at.
 * `ask` must be called straight from the tap: WeChat forgets the tap at the first await, so the template ids are fetched
 * beforehand. `askAlong` is for a tap that does something else: it asks only where it does not bother, and says nothing.
 * `allowed` turns true when the person said yes to any of them; `left` is how many messages are allowed by now;
 * `refused`: this person said no before and is not to be asked of our own accord. `isKnown`: what is left has been read.
 */
export const useSubscribe = (place: ConsentPlace, ...keys: TemplateKey[]) => {
  const [allowed, setAllowed] = useState(false)
  const { wanted, always, isOff, refetch } = useBeforehand(keys)
  const record = useRecordConsent(place)

  const request = async () => {
    const given = await requestSubscribe(wanted)
    const results = wanted.map(({ id, key }) => ({ template: key, result: given[id] ?? ('reject' as const) }))
    const yes = results.some(({ result }) => result === 'accept')
    keepAnswers(place, results, new Date())
    record.mutate(results)
    setAllowed((before) => before || yes)
    return yes
  }
  const ask = () => {
    if (wanted.length === 0) {
      void refetch()
      return showToast('还没连上网络，请稍等一下再点')
    }
    void request().then((yes) =>
      yes
        ? showToast('好的，下一次有进展会在微信里通知您', 'good')
        : showToast(refusedWords(isOff || always === 'reject')),
    )
  }
  const askAlong = () => {
    const fewest = Math.min(...wanted.map(({ left: one }) => one))
    const standing = { left: fewest, always, refused: hasRefused(keys), askedToday: wasAskedToday(place, new Date()) }
    if (comesAlong && !isOff && wanted.length > 0 && mayAskAlong(standing)) void request()
  }
  const left = wanted.reduce((sum, template) => sum + template.left, 0)
  return { ask, askAlong, allowed, left, refused: hasRefused(keys), isKnown: wanted.length > 0 }
}
