import { useQuery } from '@tanstack/react-query'
import { teamEntries } from 'types/volunteer-team'
import { commandsOf, newest } from '@/hooks/commands-of'
import { call } from '@/lib/call'

const { useCommand } = commandsOf('volunteer')

/** My team, its people by name, and the teams I was in. */
export const useMyTeam = () =>
  useQuery({
    queryKey: ['volunteer', 'team'],
    queryFn: () => call(teamEntries, 'volunteer', 'myTeam', {}),
    ...newest,
  })

export const useLeaveTeam = () => useCommand(teamEntries, 'volunteer', 'leaveTeam')
