import { follower } from '../kit/followers'
import { pushes } from './push/push-store'
import { texts } from './template/text-store'

/** How pushes follow a subtree that moves; a message belongs to a person, wherever his union lies. */
export const following = [follower({ store: pushes }), follower({ store: texts })]
