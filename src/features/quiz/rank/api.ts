import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { OutputOf } from 'types/contract'
import { rankEntries } from 'types/quiz-rank'
import type { RankBy } from 'types/unit-ranks'
import { call } from '@/lib/call'

type Ranking = OutputOf<typeof rankEntries.ranking>
export type PersonRanking = Extract<Ranking, { of: 'persons' }>
export type UnitRanking = Exclude<Ranking, PersonRanking>
export type UnitsOf = UnitRanking['of']

const nextPage = (last: { more: boolean }, pages: readonly unknown[]) => (last.more ? pages.length + 1 : undefined)
const paged = { initialPageParam: 1, getNextPageParam: nextPage, staleTime: 10_000 } as const
const rankKey = (campaignId: string, ...more: string[]) => ['quiz', 'ranking', campaignId, ...more]

/** @param by absent: what the rules of the contest say */
export const useUnitRanking = (campaignId: string, of: UnitsOf, by: RankBy | undefined) =>
  useInfiniteQuery({
    ...paged,
    queryKey: rankKey(campaignId, of, by ?? ''),
    queryFn: async ({ pageParam }) =>
      (await call(rankEntries, 'quiz', 'ranking', { campaignId, of, by, page: pageParam })) as UnitRanking,
    enabled: campaignId !== '',
  })

export const usePersonRanking = (campaignId: string) =>
  useInfiniteQuery({
    ...paged,
    queryKey: rankKey(campaignId, 'persons'),
    queryFn: async ({ pageParam }) =>
      (await call(rankEntries, 'quiz', 'ranking', { campaignId, of: 'persons', page: pageParam })) as PersonRanking,
    enabled: campaignId !== '',
  })

export const useMyRank = (campaignId: string) =>
  useQuery({
    queryKey: rankKey(campaignId, 'mine'),
    queryFn: () => call(rankEntries, 'quiz', 'myRank', { campaignId }),
    enabled: campaignId !== '',
    staleTime: 10_000,
  })

/** @param by undefined until the list has said what it is sorted by */
export const useMyUnitRank = (campaignId: string, by: RankBy | undefined) =>
  useQuery({
    queryKey: rankKey(campaignId, 'my-unit', by ?? ''),
    queryFn: () => call(rankEntries, 'quiz', 'myUnitRank', { campaignId, by: by ?? 'strength' }),
    enabled: campaignId !== '' && by !== undefined,
    staleTime: 10_000,
  })
