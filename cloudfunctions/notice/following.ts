import { follower } from '../kit/followers'
import { audiences } from './audience/saved-store'
import { pushes } from './push/push-store'
import { texts } from './template/text-store'
import { switchStore } from './trigger/switch-store'

/** How pushes follow a subtree that moves; a message belongs to a person, wherever his union lies. */
export const following = [
  follower({ store: pushes }),
  follower({ store: audiences }),
  follower({ store: texts }),
  follower({ store: switchStore }),
]
