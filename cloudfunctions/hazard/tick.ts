import { followTree } from '../kit/following'
import { drain } from '../kit/outbox'
import { ticking } from '../kit/tick'
import { remindOfAwards } from './award/award-clock'
import { awards, objections } from './award/award-store'
import { boards } from './board/board-store'
import { takeCensus } from './cover/census'
import { coverage } from './cover/cover-store'
import { dropSheets, writeSheets } from './export/export-clock'
import { exports } from './export/export-store'
import { afterNews } from './clock/clock-work'
import { following } from './following'
import { handovers } from './handover/handover-store'
import { hazards } from './hazard-store'
import { joins } from './join/join-store'
import { localWork } from './local-work'
import { sweepOverdue } from './clock/overdue'
import { askToLookAgain } from './clock/second-look'
import { remindSilent } from './clock/silence'
import { sweepLadder } from './ladder/climb'
import { remindOfLetters } from './letter/letter-clock'
import { letters } from './letter/letter-store'
import { rulesStore } from './rules/rules-store'

const stores = [hazards, letters, boards, rulesStore, joins, handovers, coverage, exports, awards, objections]

const lookAfterNews = (now: Date) =>
  afterNews(now, () => {
    const at = new Date()
    return drain('hazard', stores, at, localWork(at))
  })

/** Marks and reminds of what is late; tells officers what is new, empties the outboxes, looks after the pictures, writes sheets. */
export const tick = ticking('hazard', {
  slow: [...[sweepOverdue, remindSilent, askToLookAgain, sweepLadder, remindOfLetters], ...[takeCensus, dropSheets]],
  soon: [remindOfAwards, lookAfterNews, () => followTree('hazard', following), writeSheets],
})
