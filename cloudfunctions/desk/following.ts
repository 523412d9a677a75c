import { follower } from '../kit/followers'
import { events } from './event-store'

/** How the audit trail follows a subtree that moves: who looks after a node reads all that happened there. */
export const following = [follower({ store: events })]
