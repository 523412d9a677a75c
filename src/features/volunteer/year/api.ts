import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { OutputOf, RawInputOf } from 'types/contract'
import { showEntries } from 'types/volunteer-certificate'
import { assessEntries } from 'types/volunteer-year-assess'
import { honourEntries } from 'types/volunteer-year-award'
import { yearEntries } from 'types/volunteer-year'
import { useFreshId } from '@/hooks/use-fresh-id'
import { call } from '@/lib/call'

const key = 'volunteer-year'

export const useMyYear = (year: number) =>
  useQuery({
    queryKey: [key, 'mine', year],
    queryFn: () => call(yearEntries, 'volunteer', 'myYear', { year }),
    staleTime: 10_000,
  })

/** Hazards I reported in a year; only I read all of them. */
export const useMyFindings = (year: number) =>
  useQuery({
    queryKey: [key, 'findings', year],
    queryFn: () => call(yearEntries, 'volunteer', 'myFindings', { year }),
    staleTime: 30_000,
  })

export const useMyCertificates = () =>
  useQuery({
    queryKey: [key, 'certificates'],
    queryFn: () => call(showEntries, 'volunteer', 'myCertificates', {}),
    staleTime: 60_000,
  })

export const useMyCertificate = (id: string) =>
  useQuery({
    queryKey: [key, 'certificate', id],
    queryFn: () => call(showEntries, 'volunteer', 'myCertificate', { id }),
    enabled: id !== '',
    staleTime: 300_000,
  })

export const useMyBadge = () =>
  useQuery({
    queryKey: [key, 'badge'],
    queryFn: () => call(showEntries, 'volunteer', 'myBadge', {}),
    staleTime: 60_000,
  })

/** Always asked anew: what was true a minute ago is no answer at a gate. */
export const useVerdict = (id: string) =>
  useQuery({
    queryKey: [key, 'verify', id],
    queryFn: () => call(showEntries, 'volunteer', 'verify', { id }),
    enabled: id !== '',
    staleTime: 0,
    refetchOnMount: 'always',
  })

export const usePublicHonours = () =>
  useQuery({
    queryKey: [key, 'honours'],
    queryFn: () => call(honourEntries, 'volunteer', 'publicHonours', {}),
    staleTime: 30_000,
  })

const useReadAnew = () => {
  const client = useQueryClient()
  return () => void client.invalidateQueries({ queryKey: [key] })
}

type ObjectYear = (typeof assessEntries)['objectYear']
export const useObjectYear = () => {
  const onSettled = useReadAnew()
  return useMutation<OutputOf<ObjectYear>, Error, RawInputOf<ObjectYear>>({
    mutationFn: (input) => call(assessEntries, 'volunteer', 'objectYear', input),
    meta: { silent: true },
    onSettled,
  })
}

type ObjectHonour = (typeof honourEntries)['objectHonour']
/** The objection's id is made once: a second tap is the same objection. */
export const useObjectHonour = () => {
  const onSettled = useReadAnew()
  const fresh = useFreshId()
  return useMutation<OutputOf<ObjectHonour>, Error, Omit<RawInputOf<ObjectHonour>, '_id'>>({
    mutationFn: async (input) => call(honourEntries, 'volunteer', 'objectHonour', { ...input, _id: await fresh.get() }),
    meta: { silent: true },
    onSuccess: fresh.renew,
    onSettled,
  })
}
