import { create } from 'zustand'
import { readStored, removeStored, writeStored } from '@/lib/storage'
import type { Stored } from '@/lib/storage-keys'

type TeamLink = Stored<'team-link'>

const useStored = create<{ link: TeamLink | undefined }>(() => ({ link: readStored('team-link') }))

const keep = (link: TeamLink) => {
  writeStored('team-link', link)
  useStored.setState({ link })
}

const forget = () => {
  removeStored('team-link')
  useStored.setState({ link: undefined })
}

/** The team's link somebody opened: remembered past the first paper, for only a player can tell a unit. */
export const useTeamLink = (campaignId: string) => {
  const link = useStored((state) => state.link)
  return { link: link?.campaignId === campaignId ? link : undefined, keep, forget }
}
