import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { RawInputOf } from 'types/contract'
import { certificateEntries } from 'types/volunteer-certificate'
import { assessEntries } from 'types/volunteer-year-assess'
import { honourEntries } from 'types/volunteer-year-award'
import { yearEntries } from 'types/volunteer-year'
import { yearSetEntries } from 'types/volunteer-year-set'
import { newest, paged } from '@/hooks/commands-of'
import { call } from '@/lib/call'
import { corpsKey, useCommand, useCreation } from '../corps-call'

export const useYearOverview = (nodeId: string, year: number) =>
  useQuery({
    queryKey: [corpsKey, 'year-overview', nodeId, year],
    queryFn: () => call(yearEntries, 'volunteer', 'yearOverview', { nodeId, year }),
    ...newest,
  })

type ListOf = Omit<RawInputOf<typeof yearEntries.yearList>, 'page' | 'size'>
export const useYearList = (filter: ListOf, size = 20) =>
  useInfiniteQuery({
    ...paged,
    queryKey: [corpsKey, 'year-list', filter, size],
    queryFn: ({ pageParam }) => call(yearEntries, 'volunteer', 'yearList', { ...filter, page: pageParam, size }),
  })

export const useYearRecord = (id: string) =>
  useQuery({
    queryKey: [corpsKey, 'year-record', id],
    queryFn: () => call(yearEntries, 'volunteer', 'yearRecord', { id }),
    enabled: id !== '',
    ...newest,
  })

export const useYearRound = (id: string) =>
  useQuery({
    queryKey: [corpsKey, 'year-round', id],
    queryFn: () => call(assessEntries, 'volunteer', 'yearRound', { id }),
    enabled: id !== '',
    ...newest,
  })

export const useHonours = (nodeId: string, year: number) =>
  useInfiniteQuery({
    ...paged,
    queryKey: [corpsKey, 'honours', nodeId, year],
    queryFn: ({ pageParam }) => call(honourEntries, 'volunteer', 'honours', { nodeId, year, page: pageParam }),
  })

export const useCertificates = (nodeId: string) =>
  useInfiniteQuery({
    ...paged,
    queryKey: [corpsKey, 'certificates', nodeId],
    queryFn: ({ pageParam }) => call(certificateEntries, 'volunteer', 'certificates', { nodeId, page: pageParam }),
  })

export const useCertificate = (id: string) =>
  useQuery({
    queryKey: [corpsKey, 'certificate', id],
    queryFn: () => call(certificateEntries, 'volunteer', 'certificate', { id }),
    enabled: id !== '',
    ...newest,
  })

export const useYearRules = () =>
  useQuery({
    queryKey: [corpsKey, 'year-rules'],
    queryFn: () => call(yearSetEntries, 'volunteer', 'yearRules', {}),
    ...newest,
  })

export const useSetYearRules = () => useCommand(yearSetEntries, 'volunteer', 'setYearRules')
export const useCallSheet = () => useCommand(yearEntries, 'volunteer', 'callSheet')
export const useOpenRound = () => useCreation(assessEntries, 'volunteer', 'openRound')
export const useGatherRound = () => useCommand(assessEntries, 'volunteer', 'gatherRound', false)
export const useSealRound = () => useCommand(assessEntries, 'volunteer', 'sealRound', false)
export const useCommentYear = () => useCommand(assessEntries, 'volunteer', 'commentYear')
export const useConfirmYears = () => useCommand(assessEntries, 'volunteer', 'confirmYears')
export const useAgreeYears = () => useCommand(assessEntries, 'volunteer', 'agreeYears')
export const useAnswerYear = () => useCommand(assessEntries, 'volunteer', 'answerYear')
export const useRecommendHonour = () => useCreation(honourEntries, 'volunteer', 'recommendHonour')
export const useWithdrawHonour = () => useCommand(honourEntries, 'volunteer', 'withdrawHonour')
export const useDeclineHonour = () => useCommand(honourEntries, 'volunteer', 'declineHonour')
export const useAnnounceHonour = () => useCommand(honourEntries, 'volunteer', 'announceHonour')
export const useAnswerHonour = () => useCommand(honourEntries, 'volunteer', 'answerHonour')
export const useConfirmHonour = () => useCommand(honourEntries, 'volunteer', 'confirmHonour', false)
export const useIssueCertificates = () => useCreation(certificateEntries, 'volunteer', 'issueCertificates')
export const useReissueCertificate = () => useCreation(certificateEntries, 'volunteer', 'reissueCertificate')
export const useRevokeCertificate = () => useCommand(certificateEntries, 'volunteer', 'revokeCertificate')
