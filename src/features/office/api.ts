import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import type { OutputOf, RawInputOf } from 'types/contract'
import { deskContract } from 'types/desk'
import { noticeContract, type MessageState } from 'types/notice'
import { officeEntries } from 'types/org-office'
import { paged } from '@/hooks/commands-of'
import { call } from '@/lib/call'
import { officeKey, useCommand, useCreation, whileWorking } from './office-call'

export type NodeView = OutputOf<typeof officeEntries.tree>['node']
export type EnterpriseRow = OutputOf<typeof officeEntries.enterprises>['items'][number]
export type PersonRow = OutputOf<typeof officeEntries.people>['items'][number]
export type InviteRow = OutputOf<typeof officeEntries.invite>
export type Push = OutputOf<typeof noticeContract.pushes>['items'][number]
export type Preview = OutputOf<typeof noticeContract.preview>
export type Backup = OutputOf<typeof deskContract.backup>

export const useTree = (nodeId: string) =>
  useInfiniteQuery({
    ...paged,
    queryKey: [officeKey, 'tree', nodeId],
    queryFn: ({ pageParam }) => call(officeEntries, 'org', 'tree', { nodeId, page: pageParam, size: 50 }),
    enabled: nodeId !== '',
  })

export type EnterpriseFilter = Omit<RawInputOf<typeof officeEntries.enterprises>, 'page' | 'size'>

export const useEnterprises = (filter: EnterpriseFilter, enabled = true) =>
  useInfiniteQuery({
    ...paged,
    queryKey: [officeKey, 'enterprises', filter],
    queryFn: ({ pageParam }) => call(officeEntries, 'org', 'enterprises', { ...filter, page: pageParam }),
    enabled,
  })

export const usePeople = (nodeId: string) =>
  useInfiniteQuery({
    ...paged,
    queryKey: [officeKey, 'people', nodeId],
    queryFn: ({ pageParam }) => call(officeEntries, 'org', 'people', { nodeId, page: pageParam }),
  })

/** Whether its numbers change by themselves. */
const isMoving = (push: Push | undefined) => !push || push.state === 'preparing' || push.state === 'sending'

export const usePushes = (nodeId: string) =>
  useInfiniteQuery({
    ...paged,
    queryKey: [officeKey, 'pushes', nodeId],
    queryFn: ({ pageParam }) => call(noticeContract, 'notice', 'pushes', { nodeId, page: pageParam }),
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some((push) => isMoving(push))) ? whileWorking : false,
  })

/** Each recipient's result; asked again and again until all is sent. */
export const usePushResult = (id: string, state?: MessageState) =>
  useInfiniteQuery({
    ...paged,
    queryKey: [officeKey, 'push', id, state],
    queryFn: ({ pageParam }) => call(noticeContract, 'notice', 'pushResult', { id, state, page: pageParam }),
    enabled: id !== '',
    refetchInterval: ({ state }) => (isMoving(state.data?.pages[0]?.push) ? whileWorking : false),
  })

export const useTemplates = () =>
  useQuery({
    queryKey: [officeKey, 'templates'],
    queryFn: () => call(noticeContract, 'notice', 'templates', {}),
    staleTime: 600_000,
  })

/** A query by its nature, run when the officer asks for it. */
export const usePreview = () =>
  useMutation({
    mutationFn: (input: RawInputOf<typeof noticeContract.preview>) => call(noticeContract, 'notice', 'preview', input),
    meta: { silent: true },
  })

export const useBackups = () =>
  useInfiniteQuery({
    ...paged,
    queryKey: [officeKey, 'backups'],
    queryFn: ({ pageParam }) => call(deskContract, 'desk', 'backups', { page: pageParam }),
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some((job) => job.state === 'running')) ? whileWorking : false,
  })

export const useCreateNode = () => useCreation(officeEntries, 'org', 'createNode')
export const useCreateEnterprise = () => useCreation(officeEntries, 'org', 'createEnterprise')
export const useInvite = () => useCreation(officeEntries, 'org', 'invite')
export const useCancelInvite = () => useCommand(officeEntries, 'org', 'cancelInvite', false)
export const useRevokeGrant = () => useCommand(officeEntries, 'org', 'revokeGrant')
export const useSend = () => useCreation(noticeContract, 'notice', 'send')
export const useCancelPush = () => useCommand(noticeContract, 'notice', 'cancelPush', false)
export const usePausePush = () => useCommand(noticeContract, 'notice', 'pausePush', false)
export const useResumePush = () => useCommand(noticeContract, 'notice', 'resumePush', false)
export const useStartBackup = () => useCreation(deskContract, 'desk', 'backup')
