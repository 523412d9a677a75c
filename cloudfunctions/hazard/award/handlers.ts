import { announceAward, dropFromAward, finishAward, withdrawAward } from './announce'
import { awardSignOff } from './award-sheet'
import { draftAward, leaveOut, reviseAward, setReward, takeBack } from './draft'
import { handOverAward } from './hand-over'
import { answerObjection, object, objection } from './object'
import { namePublicly } from './own'
import { publicAward, publicAwards } from './public'
import { award, awardsOf } from './view'

/** Everything the function answers about rewards. */
export const awardHandlers = {
  ...{ awards: awardsOf, award, draftAward, reviseAward, setReward, leaveOut, takeBack },
  ...{ announceAward, dropFromAward, answerObjection, finishAward, handOverAward, withdrawAward, awardSignOff },
  ...{ publicAwards, publicAward, object, objection, namePublicly },
}
