import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { replayDraw } from 'types/draw-file'
import { prizeEntries, type DrawView } from 'types/quiz-prize'
import { useFreshId } from '@/hooks/use-fresh-id'
import { call } from '@/lib/call'
import { readText } from '@/lib/read-text'

const mineKey = (campaignId: string) => ['quiz', 'prizes', campaignId]
/** What is asked for is settled within seconds. */
const whileAskingMs = 1500

/** Chances, what can be had, and what I have; looked at again while something I asked for is open. */
export const useMyPrizes = (campaignId: string) =>
  useQuery({
    queryKey: mineKey(campaignId),
    queryFn: () => call(prizeEntries, 'quiz', 'myPrizes', { campaignId }),
    enabled: campaignId !== '',
    refetchInterval: ({ state }) =>
      state.data?.claims.some((claim) => claim.state === 'asking') ? whileAskingMs : false,
  })

/** Asks for a piece: a second tap meets the first one's asking. */
export const useClaimPrize = (campaignId: string, prizeId: string) => {
  const client = useQueryClient()
  const id = useFreshId()
  return useMutation({
    mutationFn: async () => call(prizeEntries, 'quiz', 'claimPrize', { _id: await id.get(), campaignId, prizeId }),
    onSuccess: id.renew,
    onSettled: () => client.invalidateQueries({ queryKey: mineKey(campaignId) }),
  })
}

export const useDraws = (campaignId: string) =>
  useQuery({
    queryKey: ['quiz', 'draws', campaignId],
    queryFn: () => call(prizeEntries, 'quiz', 'draws', { campaignId }),
    enabled: campaignId !== '',
  })

export const useDraw = (id: string) =>
  useQuery({
    queryKey: ['quiz', 'draw', id],
    queryFn: () => call(prizeEntries, 'quiz', 'draw', { id }),
    enabled: id !== '',
  })

const replay = async ({ resultUrl, commitment }: DrawView) => {
  const text = await readText(resultUrl ?? '')
  return replayDraw(text, commitment ?? undefined)
}

/** Fetches the published file and draws again, here on the phone. */
export const useReplay = () => useMutation({ mutationFn: replay, meta: { silent: true } })
