import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { privacyEntries } from 'types/volunteer-privacy'
import { commandsOf, newest, paged } from '@/hooks/commands-of'
import { call } from '@/lib/call'

const { useCommand, useCreation } = commandsOf('volunteer')

/** Everything personal that is kept of me; numbers masked. */
export const useMyData = () =>
  useQuery({
    queryKey: ['volunteer', 'my-data'],
    queryFn: () => call(privacyEntries, 'volunteer', 'myData', {}),
    ...newest,
  })

export const useWhoLooked = () =>
  useInfiniteQuery({
    ...paged,
    queryKey: ['volunteer', 'who-looked'],
    queryFn: ({ pageParam }) => call(privacyEntries, 'volunteer', 'whoLooked', { page: pageParam }),
  })

export const useReadMyIdCard = () => useCommand(privacyEntries, 'volunteer', 'readMyIdCard', false)
export const useAskCorrection = () => useCommand(privacyEntries, 'volunteer', 'askCorrection')
export const useDropCorrection = () => useCommand(privacyEntries, 'volunteer', 'dropCorrection', false)
export const useCopyMyData = () => useCreation(privacyEntries, 'volunteer', 'copyMyData')
export const useEraseVolunteer = () => useCommand(privacyEntries, 'volunteer', 'eraseVolunteer')
