import { useInfiniteQuery } from '@tanstack/react-query'
import { wallEntries } from 'types/volunteer-wall'
import { commandsOf, paged } from '@/hooks/commands-of'
import { call } from '@/lib/call'

const wallKey = 'volunteer-wall'
const { useCommand } = commandsOf(wallKey)

/** What hangs on the wall of an activity I took part in. */
export const useWall = (id: string) =>
  useInfiniteQuery({
    ...paged,
    queryKey: [wallKey, id],
    queryFn: ({ pageParam }) => call(wallEntries, 'volunteer', 'wall', { id, page: pageParam }),
    enabled: id !== '',
  })

export const usePostPhoto = () => useCommand(wallEntries, 'volunteer', 'postPhoto')
export const useHidePhoto = () => useCommand(wallEntries, 'volunteer', 'hidePhoto', false)
