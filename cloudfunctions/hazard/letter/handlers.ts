import { recordReceipt, recordRefusal, recordReply, referLetter, sendLetter } from './correspond'
import { discardLetter, draftLetter, newLetter, reviseLetter } from './draft'
import { printLetter } from './print'
import { letter, lettersOf } from './queries'

/** Everything the function answers about letters. */
export const letterHandlers = {
  ...{ letters: lettersOf, letter, newLetter, draftLetter, reviseLetter, discardLetter },
  ...{ sendLetter, recordReply, recordRefusal, referLetter, recordReceipt, printLetter },
}
