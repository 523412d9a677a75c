import { follower } from '../kit/followers'
import { disputes } from './bank/dispute-store'
import { imports } from './bank/import-store'
import { questions } from './bank/question-store'
import { campaigns } from './contest/campaign-store'
import { levels } from './contest/level-store'
import { plays } from './play/play-store'
import { claims } from './prize/claim-store'
import { draws } from './prize/draw-store'
import { prizes } from './prize/prize-store'
import { signals } from './rank/signal-store'

/**
 * How contests, their bank and prizes follow a subtree that moves: one line a collection. Rows of a ranking are made
 * anew from the register while a contest runs, and stay as they were published once it is over.
 */
export const following = [
  follower({ store: campaigns }),
  follower({ store: levels }),
  follower({ store: plays }),
  follower({ store: questions }),
  follower({ store: imports }),
  follower({ store: disputes }),
  follower({ store: prizes }),
  follower({ store: claims }),
  follower({ store: draws }),
  follower({ store: signals }),
]
