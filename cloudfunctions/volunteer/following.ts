import { follower } from '../kit/followers'
import { activities, attendances } from './activity/activity-store'
import { applications } from './application-store'
import { certificates } from './certificate/certificate-store'
import { countPlace } from './counting'
import type { ApplicationDoc } from './documents'
import { handovers } from './handover/handover-store'
import { honours } from './honour/honour-store'
import { lookSoon } from './review/reseat'
import { shortlists } from './review/shortlist-store'
import { rosters } from './roster/roster-store'
import { reports } from './report/report-store'
import { wallPhotos } from './wall/wall-store'
import { teams } from './team/team-store'
import { countYear } from './year/count-year'
import { rounds } from './year/round-store'
import type { YearDoc } from './year/year-doc'
import { years } from './year/year-store'

/** How volunteers and what belongs to them follow a subtree that moves: one line a collection. */
export const following = [
  follower<ApplicationDoc>({ store: applications, count: countPlace, also: lookSoon }),
  follower({ store: teams }),
  follower({ store: wallPhotos }),
  follower({ store: reports }),
  follower({ store: activities }),
  follower({ store: attendances }),
  follower<YearDoc>({ store: years, count: countYear }),
  follower({ store: rounds }),
  follower({ store: rosters }),
  follower({ store: shortlists }),
  follower({ store: honours }),
  follower({ store: certificates }),
  follower({ store: handovers }),
]
