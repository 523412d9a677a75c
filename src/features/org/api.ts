import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { OutputOf, RawInputOf } from 'types/contract'
import { deskContract } from 'types/desk'
import type { personEntries } from 'types/org'
import { officeEntries } from 'types/org-office'
import { useFreshId } from '@/hooks/use-fresh-id'
import { call } from '@/lib/call'

export type Invite = OutputOf<typeof officeEntries.inviteInfo>
export type Me = OutputOf<typeof personEntries.me>

export const useInviteInfo = (id: string) =>
  useQuery({
    queryKey: ['org', 'invite', id],
    queryFn: () => call(officeEntries, 'org', 'inviteInfo', { id }),
    enabled: id !== '',
  })

/** Who accepted may do more from now on: everything known of this person is read anew. */
const useRise = <V>(rise: (value: V) => Promise<Me>) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: rise,
    meta: { silent: true },
    onSuccess: () => client.invalidateQueries(),
  })
}

export const useAcceptInvite = () =>
  useRise((input: RawInputOf<typeof officeEntries.acceptInvite>) => call(officeEntries, 'org', 'acceptInvite', input))

type Founding = Omit<RawInputOf<typeof officeEntries.becomeFirstAdministrator>, '_id'>

export const useBecomeFirstAdministrator = () => {
  const id = useFreshId()
  return useRise(async (input: Founding) =>
    call(officeEntries, 'org', 'becomeFirstAdministrator', { ...input, _id: await id.get() }),
  )
}

export const useRestore = () => {
  const id = useFreshId()
  return useMutation({
    mutationFn: async (input: Omit<RawInputOf<typeof deskContract.restore>, '_id'>) =>
      call(deskContract, 'desk', 'restore', { ...input, _id: await id.get() }),
    meta: { silent: true },
  })
}

const whileRunning = 3_000

/** How far the restore has come; asked again and again while it runs. */
export const useRestoreState = (id: string | undefined) =>
  useQuery({
    queryKey: ['desk', 'restore', id ?? ''],
    queryFn: () => call(deskContract, 'desk', 'restoreState', { id: id ?? '' }),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'running' ? false : whileRunning),
  })
