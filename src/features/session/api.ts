import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { InputOf, OutputOf } from 'types/contract'
import { personEntries } from 'types/org'
import { mapEntries } from 'types/quiz-map'
import { call } from '@/lib/call'
import { keepLanding, keptLanding } from './kept-landing'

type Me = OutputOf<typeof personEntries.me>

export const sessionKeys = {
  me: ['org', 'me'],
  landing: (booth: string | undefined, by?: string) => ['org', 'landing', booth ?? '', by ?? ''],
} as const

/** Who this person is and what they may do; nobody in particular is fine. */
export const useMe = () => useQuery({ queryKey: sessionKeys.me, queryFn: () => call(personEntries, 'org', 'me', {}) })

type Landing = OutputOf<typeof personEntries.landing>

/** The contest somebody chose takes the place of the newest. */
const withChosen = (landing: Landing, chosen: string | undefined): Landing => {
  const { campaign, others } = landing
  const found = others.find(({ id }) => id === chosen)
  return found && campaign
    ? { ...landing, campaign: found, others: [campaign, ...others.filter((one) => one !== found)] }
    : landing
}

type Came = { booth: string | undefined; by?: string | undefined }

/**
 * Union, booth, enterprise and campaign of the booth that was scanned; the union's own where none was. The one seen last
 * stands until the cloud has answered, and where it does not.
 */
export const useLanding = ({ booth, by }: Came, enabled = true, chosen?: string) =>
  useQuery({
    queryKey: sessionKeys.landing(booth, by),
    queryFn: async () => {
      const landing = await call(personEntries, 'org', 'landing', { booth, by })
      keepLanding(booth, by, landing)
      return landing
    },
    initialData: () => (enabled ? keptLanding(booth, by) : undefined),
    initialDataUpdatedAt: 0,
    enabled,
    staleTime: 300_000,
    select: (landing: Landing) => withChosen(landing, chosen),
  })

/** The campaign with this person's own progress. */
export const useProgress = (campaignId: string | undefined) =>
  useQuery({
    queryKey: ['quiz', 'campaign', campaignId ?? ''],
    queryFn: () => call(mapEntries, 'quiz', 'campaign', { campaignId: campaignId ?? '' }),
    enabled: campaignId !== undefined,
  })

const useMeChange = <V>(change: (value: V) => Promise<Me>) => {
  const client = useQueryClient()
  return useMutation({ mutationFn: change, onSuccess: (me) => client.setQueryData(sessionKeys.me, me) })
}

export const useSetProfile = () =>
  useMeChange((input: InputOf<typeof personEntries.setProfile>) => call(personEntries, 'org', 'setProfile', input))

export const useBindPhone = () => useMeChange((code: string) => call(personEntries, 'org', 'bindPhone', { code }))

export const useEraseMe = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => call(personEntries, 'org', 'eraseMe', { confirm: '注销' }),
    onSuccess: () => client.clear(),
  })
}
