import { exportResults } from './export'
import { myRank } from './person-ranking'
import { myUnitRank, ranking } from './ranking'
import { absentees, results } from './results'
import { settleSignal, signals } from './signals'

/** Handlers of rankEntries, signalEntries and resultEntries. */
export const rankHandlers = {
  ...{ ranking, myRank, myUnitRank, signals, settleSignal, results, absentees, exportResults },
}
