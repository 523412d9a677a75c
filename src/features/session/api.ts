import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { InputOf, OutputOf } from 'types/contract'
import { personEntries } from 'types/org'
import { mapEntries } from 'types/quiz-map'
import { call } from '@/lib/call'
import { newId } from '@/lib/new-id'

type Me = OutputOf<typeof personEntries.me>

export const sessionKeys = {
  me: ['org', 'me'],
  landing: (booth: string | undefined) => ['org', 'landing', booth ?? ''],
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

/** Union, booth, enterprise and campaign of the booth that was scanned; the union's own where none was. */
export const useLanding = (booth: string | undefined, enabled = true, chosen?: string) =>
  useQuery({
    queryKey: sessionKeys.landing(booth),
    queryFn: () => call(personEntries, 'org', 'landing', { booth }),
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

/** Tells the booth it was scanned. Nothing waits for it and nobody is bothered when it fails. */
export const countScan = async (booth: string): Promise<void> => {
  await call(personEntries, 'org', 'scan', { _id: await newId(), booth }).catch(() => undefined)
}

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
