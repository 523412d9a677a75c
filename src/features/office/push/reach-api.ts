import { useQuery } from '@tanstack/react-query'
import type { OutputOf } from 'types/contract'
import type { Audience } from 'types/notice-audience'
import { audienceEntries } from 'types/notice-audiences'
import { creditEntries } from 'types/notice-credits'
import { outcomeEntries } from 'types/notice-outcome'
import { pushEntries } from 'types/notice-pushes'
import { pushRuleEntries } from 'types/notice-rules'
import { newest } from '@/hooks/commands-of'
import { call } from '@/lib/call'
import { officeKey, useCommand, useCreation } from '../office-call'

export type SavedAudience = OutputOf<typeof audienceEntries.audiences>['items'][number]
export type Choices = OutputOf<typeof audienceEntries.audienceChoices>
export type AudiencePerson = OutputOf<typeof audienceEntries.audiencePeople>['items'][number]
export type RulesView = OutputOf<typeof pushRuleEntries.pushRules>
export type Credits = OutputOf<typeof creditEntries.credits>

export const useAudiences = (nodeId: string) =>
  useQuery({
    queryKey: [officeKey, 'audiences', nodeId],
    queryFn: () => call(audienceEntries, 'notice', 'audiences', { nodeId }),
    staleTime: 60_000,
  })

export const useAudienceChoices = (nodeId: string) =>
  useQuery({
    queryKey: [officeKey, 'audience-choices', nodeId],
    queryFn: () => call(audienceEntries, 'notice', 'audienceChoices', { nodeId }),
    staleTime: 600_000,
  })

/** People of the audience's places whose names begin so; without a name those it leaves out already. */
export const useAudiencePeople = (nodeId: string, audience: Audience, name?: string) =>
  useQuery({
    queryKey: [officeKey, 'audience-people', nodeId, audience, name],
    queryFn: () => call(audienceEntries, 'notice', 'audiencePeople', { nodeId, audience, ...(name && { name }) }),
    staleTime: 60_000,
  })

export const useTesters = (nodeId: string) =>
  useQuery({
    queryKey: [officeKey, 'testers', nodeId],
    queryFn: () => call(pushEntries, 'notice', 'testers', { nodeId }),
    staleTime: 600_000,
  })

export const usePushRules = () =>
  useQuery({
    queryKey: [officeKey, 'push-rules'],
    queryFn: () => call(pushRuleEntries, 'notice', 'pushRules', {}),
    ...newest,
  })

export const useCredits = (nodeId: string) =>
  useQuery({
    queryKey: [officeKey, 'credits', nodeId],
    queryFn: () => call(creditEntries, 'notice', 'credits', { nodeId }),
    staleTime: 60_000,
  })

export const usePushOutcome = (id: string) =>
  useQuery({
    queryKey: [officeKey, 'push-outcome', id],
    queryFn: () => call(outcomeEntries, 'notice', 'pushOutcome', { id }),
    staleTime: 60_000,
  })

export const useSaveAudience = () => useCreation(audienceEntries, 'notice', 'saveAudience')
export const useRetireAudience = () => useCommand(audienceEntries, 'notice', 'retireAudience', false)
export const useTrial = () => useCreation(pushEntries, 'notice', 'trial')
export const useApprovePush = () => useCommand(pushEntries, 'notice', 'approvePush', false)
export const useReturnPush = () => useCommand(pushEntries, 'notice', 'returnPush')
export const useRetryPush = () => useCommand(pushEntries, 'notice', 'retryPush', false)
export const usePushCallSheet = () => useCommand(pushEntries, 'notice', 'callSheet', false)
export const useSetPushRules = () => useCommand(pushRuleEntries, 'notice', 'setPushRules')
