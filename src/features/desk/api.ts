import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { Contract, OutputOf, RawInputOf } from 'types/contract'
import { deskContract } from 'types/desk'
import { caseEntries } from 'types/hazard-case'
import { handoverEntries } from 'types/hazard-handover'
import { mergeEntries } from 'types/hazard-join'
import { reportEntries } from 'types/hazard-report'
import { againEntries } from 'types/hazard-again'
import { classifyEntries } from 'types/hazard-classify'
import { proofEntries } from 'types/hazard-proofs'
import { planEntries } from 'types/hazard-plan'
import { ledgerEntries } from 'types/hazard-ledger'
import { commandsOf, newest, paged } from '@/hooks/commands-of'
import { call } from '@/lib/call'

export const deskKeys = {
  root: ['desk'],
  overview: ['desk', 'overview'],
  ledger: (filter: object) => ['desk', 'ledger', filter],
  hazard: (id: string) => ['desk', 'hazard', id],
  handovers: ['desk', 'handovers'],
  events: (filter: object) => ['desk', 'events', filter],
  trail: (id: string, kind: string) => ['desk', 'trail', id, kind],
} as const

export type Ledger = OutputOf<typeof ledgerEntries.ledger>
type LedgerAsked = Omit<RawInputOf<typeof ledgerEntries.ledger>, 'page' | 'size'>
export type LedgerFilter = Omit<LedgerAsked, 'nodeId' | 'order'>
export type HazardDetail = OutputOf<typeof caseEntries.detail>
export type EventRow = OutputOf<typeof deskContract.events>['items'][number]

export const useOverview = () =>
  useQuery({
    queryKey: deskKeys.overview,
    queryFn: () => call(deskContract, 'desk', 'overview', {}),
    staleTime: 10_000,
  })

export const useLedger = (filter: LedgerAsked, enabled = true) =>
  useInfiniteQuery({
    ...paged,
    enabled,
    queryKey: deskKeys.ledger(filter),
    queryFn: ({ pageParam }) => call(ledgerEntries, 'hazard', 'ledger', { ...filter, page: pageParam }),
  })

export const useHazard = (id: string) =>
  useQuery({
    queryKey: deskKeys.hazard(id),
    queryFn: () => call(caseEntries, 'hazard', 'detail', { id }),
    enabled: id !== '',
    ...newest,
  })

export const useEvents = (filter: { verb?: string }) =>
  useInfiniteQuery({
    ...paged,
    queryKey: deskKeys.events(filter),
    queryFn: ({ pageParam }) => call(deskContract, 'desk', 'events', { ...filter, page: pageParam }),
  })

export const useTrail = ({ subjectId, kind }: Pick<EventRow, 'subjectId' | 'kind'>) =>
  useQuery({
    queryKey: deskKeys.trail(subjectId, kind),
    queryFn: () => call(deskContract, 'desk', 'verify', { subjectId, kind }),
  })

const { useCommand } = commandsOf('desk')
/** Failures are said by the toast. */
const useDeskCommand = <C extends Contract, A extends keyof C & string>(contract: C, domain: string, action: A) =>
  useCommand(contract, domain, action, false)

/** Open hazards like this one, for putting them together. */
export const useAlike = (id: string, enabled: boolean) =>
  useQuery({
    queryKey: [...deskKeys.hazard(id), 'alike'],
    queryFn: () => call(mergeEntries, 'hazard', 'alike', { id }),
    enabled,
  })
export const useMerge = () => useDeskCommand(mergeEntries, 'hazard', 'merge')

/** Writes a hand-over to a hotline down. */
export const useHandOver = () => useDeskCommand(reportEntries, 'hazard', 'handOver')

/** Who left an office here, and who goes on with what was open. */
export const useHandovers = () =>
  useInfiniteQuery({
    ...paged,
    queryKey: deskKeys.handovers,
    queryFn: ({ pageParam }) => call(handoverEntries, 'hazard', 'handovers', { page: pageParam }),
  })

export type HazardCommand = 'accept' | 'decline' | 'assign' | 'return' | 'close' | 'cease' | 'openIdentity'
export const useHazardCommand = <A extends HazardCommand>(action: A) => useDeskCommand(caseEntries, 'hazard', action)

export type PlanCommand = 'plan' | 'replan' | 'grantExtension' | 'refuseExtension'
export const usePlanCommand = <A extends PlanCommand>(action: A) => useDeskCommand(planEntries, 'hazard', action)

export type ProofCommand = 'prove' | 'list' | 'extendListing' | 'delist'
export const useProofCommand = <A extends ProofCommand>(action: A) => useDeskCommand(proofEntries, 'hazard', action)

export const useClassify = () => useDeskCommand(classifyEntries, 'hazard', 'classify')

export type AgainCommand = 'uphold' | 'recheck' | 'recur'
export const useAgainCommand = <A extends AgainCommand>(action: A) => useDeskCommand(againEntries, 'hazard', action)
