import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { OutputOf, RawInputOf } from 'types/contract'
import { importEntries } from 'types/quiz-imports'
import { lawEntries } from 'types/quiz-laws'
import { qualityEntries } from 'types/quiz-quality'
import { questionEntries } from 'types/quiz-questions'
import { starterEntries } from 'types/quiz-starter'
import { verdictEntries } from 'types/quiz-verdicts'
import { paged } from '@/hooks/commands-of'
import { call } from '@/lib/call'
import { officeKey, useCommand } from '../office-call'

export type Question = OutputOf<typeof questionEntries.question>
export type Row = OutputOf<typeof questionEntries.questions>['items'][number]
export type Law = OutputOf<typeof lawEntries.laws>['items'][number]
export type Dispute = OutputOf<typeof verdictEntries.disputes>['items'][number]
export type Quality = OutputOf<typeof qualityEntries.quality>['items'][number]
export type ImportReport = OutputOf<typeof importEntries.checkImport>
export type Wanted = Omit<RawInputOf<typeof questionEntries.questions>, 'page' | 'size'>

export const useQuestions = (wanted: Wanted) =>
  useInfiniteQuery({
    ...paged,
    queryKey: [officeKey, 'questions', wanted],
    queryFn: ({ pageParam }) => call(questionEntries, 'quiz', 'questions', { ...wanted, page: pageParam }),
  })

export const useQuestion = (id: string) =>
  useQuery({
    queryKey: [officeKey, 'question', id],
    queryFn: () => call(questionEntries, 'quiz', 'question', { id }),
    enabled: id !== '',
  })

export const useLaws = () =>
  useQuery({ queryKey: [officeKey, 'laws'], queryFn: () => call(lawEntries, 'quiz', 'laws', {}) })

export const useDisputes = (nodeId: string, open: boolean) =>
  useInfiniteQuery({
    ...paged,
    queryKey: [officeKey, 'disputes', nodeId, open],
    queryFn: ({ pageParam }) => call(verdictEntries, 'quiz', 'disputes', { nodeId, open, page: pageParam }),
  })

export const useQuality = (id: string, level: number) =>
  useQuery({
    queryKey: [officeKey, 'quality', id, level],
    queryFn: () => call(qualityEntries, 'quiz', 'quality', { id, level }),
    enabled: id !== '',
  })

/** What ships of questions, and whether contests of this union have any to draw. */
export const useStarterBank = (nodeId: string) =>
  useQuery({
    queryKey: [officeKey, 'starter', nodeId],
    queryFn: () => call(starterEntries, 'quiz', 'starterBank', { nodeId }),
    enabled: nodeId !== '',
  })

export const useTakeStarterBank = () => useCommand(starterEntries, 'quiz', 'takeStarterBank')
export const useSaveImport = () => useCommand(importEntries, 'quiz', 'saveImport')
export const useSettleQuestion = () => useCommand(questionEntries, 'quiz', 'settleQuestion')
export const useDoubtQuestion = () => useCommand(questionEntries, 'quiz', 'doubtQuestion')
export const useAddLaw = () => useCommand(lawEntries, 'quiz', 'addLaw')
export const useAmendLaw = () => useCommand(lawEntries, 'quiz', 'amendLaw')
export const useAnswerDispute = () => useCommand(verdictEntries, 'quiz', 'answerDispute')
