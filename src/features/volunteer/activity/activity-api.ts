import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { OutputOf } from 'types/contract'
import { activityEntries } from 'types/volunteer-activity'
import { commandsOf, newest, paged } from '@/hooks/commands-of'
import { call } from '@/lib/call'

export type Activity = OutputOf<typeof activityEntries.activity>

const activityKey = 'volunteer-activity'
const { useCommand } = commandsOf(activityKey)

/** What I may go to, the soonest first. */
export const useActivities = () =>
  useInfiniteQuery({
    ...paged,
    queryKey: [activityKey, 'list'],
    queryFn: ({ pageParam }) => call(activityEntries, 'volunteer', 'activities', { page: pageParam }),
  })

export const useActivity = (id: string) =>
  useQuery({
    queryKey: [activityKey, 'one', id],
    queryFn: () => call(activityEntries, 'volunteer', 'activity', { id }),
    enabled: id !== '',
    ...newest,
  })

/** All I joined, latest first. */
export const useAttendances = () =>
  useInfiniteQuery({
    ...paged,
    queryKey: [activityKey, 'attendances'],
    queryFn: ({ pageParam }) => call(activityEntries, 'volunteer', 'attendances', { page: pageParam }),
  })

export const useJoinActivity = () => useCommand(activityEntries, 'volunteer', 'joinActivity', false)
export const useLeaveActivity = () => useCommand(activityEntries, 'volunteer', 'leaveActivity', false)
export const useAppealAbsence = () => useCommand(activityEntries, 'volunteer', 'appealAbsence')
