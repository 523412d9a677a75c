import { confirmRoster, noteCopy, questionRoster } from './keep'
import { listRosters, roster, rosterVersion } from './queries'
import { sealRoster } from './seal'
import { exportRoster } from './sheet'

export const rosterHandlers = {
  ...{ roster, rosters: listRosters, rosterVersion, sealRoster, confirmRoster, questionRoster, noteCopy, exportRoster },
}
