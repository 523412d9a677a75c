import { claimPrize, myPrizes } from './claim-prize'
import { commitDraw, createDraw, enterValue, voidDraw } from './draw-commands'
import { draw, draws, officeDraws } from './draw-queries'
import { claimByCode, claims, handOver } from './hand-over'
import { changeStock, createPrize, movePrize, prizes } from './prize-commands'
import { signOff } from './sign-off'

/** Handlers of prizeEntries. */
export const prizeHandlers = {
  ...{ prizes, createPrize, movePrize, changeStock, claims, claimByCode, handOver, signOff, myPrizes, claimPrize },
  ...{ draws, draw, officeDraws, createDraw, commitDraw, enterValue, voidDraw },
}
