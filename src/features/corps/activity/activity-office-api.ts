import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { RawInputOf } from 'types/contract'
import { activityOfficeEntries } from 'types/volunteer-activity-office'
import type { AttendeeRow } from 'types/volunteer-activity-views'
import { newest, paged } from '@/hooks/commands-of'
import { call } from '@/lib/call'
import { corpsKey, useCommand, useCreation } from '../corps-call'

export type { OfficeActivity } from 'types/volunteer-activity-views'
export type Attendee = AttendeeRow
type State = RawInputOf<typeof activityOfficeEntries.officeActivities>['state']

export const useOfficeActivities = (nodeId: string, state: State) =>
  useInfiniteQuery({
    ...paged,
    queryKey: [corpsKey, 'activities', nodeId, state],
    queryFn: ({ pageParam }) =>
      call(activityOfficeEntries, 'volunteer', 'officeActivities', { nodeId, state, page: pageParam }),
  })

export const useOfficeActivity = (id: string) =>
  useQuery({
    queryKey: [corpsKey, 'activity', id],
    queryFn: () => call(activityOfficeEntries, 'volunteer', 'officeActivity', { id }),
    enabled: id !== '',
    ...newest,
  })

/** The codes of the next two minutes, fetched anew every half minute. */
export const useActivityCodes = (id: string, way: 'in' | 'out') =>
  useQuery({
    queryKey: [corpsKey, 'activity-codes', id, way],
    queryFn: async () => {
      const asked = Date.now()
      const codes = await call(activityOfficeEntries, 'volunteer', 'activityCodes', { id, way })
      // The screen goes by the server's clock: half of the way there and back is taken as the way back.
      return { ...codes, ahead: Date.parse(codes.now) - (asked + Date.now()) / 2 }
    },
    enabled: id !== '',
    staleTime: 0,
    refetchInterval: 30_000,
    meta: { silent: true },
  })

export const useAbsenceAppeals = (nodeId: string) =>
  useInfiniteQuery({
    ...paged,
    queryKey: [corpsKey, 'absences', nodeId],
    queryFn: ({ pageParam }) => call(activityOfficeEntries, 'volunteer', 'absenceAppeals', { nodeId, page: pageParam }),
  })

export const useCreateActivity = () => useCreation(activityOfficeEntries, 'volunteer', 'createActivity')
export const useReviseActivity = () => useCommand(activityOfficeEntries, 'volunteer', 'reviseActivity')
export const useCheckActivity = () => useCommand(activityOfficeEntries, 'volunteer', 'checkActivity')
export const usePublishActivity = () => useCommand(activityOfficeEntries, 'volunteer', 'publishActivity', false)
export const useCancelActivity = () => useCommand(activityOfficeEntries, 'volunteer', 'cancelActivity')
export const useFinishActivity = () => useCommand(activityOfficeEntries, 'volunteer', 'finishActivity', false)
export const useSetAttendance = () => useCommand(activityOfficeEntries, 'volunteer', 'setAttendance')
export const useSettleClaims = () => useCommand(activityOfficeEntries, 'volunteer', 'settleClaims', false)
export const useAnswerAbsence = () => useCommand(activityOfficeEntries, 'volunteer', 'answerAbsence')
export const useAddAttendee = () => useCommand(activityOfficeEntries, 'volunteer', 'addAttendee')
