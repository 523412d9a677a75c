import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import type { OutputOf, RawInputOf } from 'types/contract'
import { reportEntries } from 'types/volunteer-report'
import { newest, paged } from '@/hooks/commands-of'
import { call } from '@/lib/call'
import { corpsKey, useCommand } from '../corps-call'

export type Report = OutputOf<typeof reportEntries.report>
export type Draft = OutputOf<typeof reportEntries.newReport>

export const useReports = (nodeId: string, month: string | undefined) =>
  useInfiniteQuery({
    ...paged,
    queryKey: [corpsKey, 'reports', nodeId, month],
    queryFn: ({ pageParam }) => call(reportEntries, 'volunteer', 'reports', { nodeId, month, page: pageParam }),
  })

export const useReport = (id: string) =>
  useQuery({
    queryKey: [corpsKey, 'report', id],
    queryFn: () => call(reportEntries, 'volunteer', 'report', { id }),
    enabled: id !== '',
    ...newest,
  })

/** What may be written about an activity; asked once, so that nothing typed is overwritten. */
export const useDraft = (activityId: string) =>
  useQuery({
    queryKey: [corpsKey, 'new-report', activityId],
    queryFn: () => call(reportEntries, 'volunteer', 'newReport', { id: activityId }),
    enabled: activityId !== '',
    ...newest,
  })

export const useWriteReport = () => useCommand(reportEntries, 'volunteer', 'writeReport')
export const usePrintReport = () =>
  useMutation<OutputOf<typeof reportEntries.printReport>, Error, RawInputOf<typeof reportEntries.printReport>>({
    mutationFn: (input) => call(reportEntries, 'volunteer', 'printReport', input),
  })
