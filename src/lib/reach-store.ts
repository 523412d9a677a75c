import { create } from 'zustand'

type Reach = {
  /** What the device says about its network. */
  online: boolean
  /** Whether the last call got through. */
  reachable: boolean
}

/** Can the cloud be reached? Written by `watchNetwork` and by every call. */
export const useReach = create<Reach>(() => ({ online: true, reachable: true }))

export const noteOnline = (online: boolean) => {
  if (useReach.getState().online !== online) useReach.setState({ online, reachable: online })
}

export const noteReachable = (reachable: boolean) => {
  if (useReach.getState().reachable !== reachable) useReach.setState({ reachable })
}
