import { volunteerContract } from 'types/volunteer-contract'
import { serve } from '../kit/serve'
import { activityHandlers } from './activity/handlers'
import { apply } from './apply/apply'
import { dropPhoto, resubmit, withdraw } from './apply/own-commands'
import { printForm, printMine } from './apply/print'
import { mine, reviewers } from './apply/queries'
import { certificateHandlers } from './certificate/handlers'
import { deliver } from './deliver'
import { handoverHandlers } from './handover/handovers'
import { honourHandlers } from './honour/handlers'
import { privacyHandlers } from './privacy/handlers'
import { detail, queue } from './review/queries'
import { readIdCard } from './review/read-id-card'
import { leaveHandlers } from './review/leave'
import { regulatorReview, reviewMany, unionReview } from './review/reviews'
import { shortlistHandlers } from './review/shortlist'
import { rosterHandlers } from './roster/handlers'
import { subjects } from './subjects'
import { reportHandlers } from './report/reports'
import { wallHandlers } from './wall/handlers'
import { teamHandlers } from './team/handlers'
import { tick } from './tick'
import { yearHandlers } from './year/handlers'

const own = { apply, resubmit, withdraw, dropPhoto, mine, reviewers, printMine, printForm }
const reviewing = { queue, detail, unionReview, regulatorReview, reviewMany, readIdCard }
const yearly = { ...yearHandlers, ...honourHandlers, ...certificateHandlers }
const keeping = { ...rosterHandlers, ...shortlistHandlers, ...leaveHandlers, ...handoverHandlers }

export const main = serve(
  'volunteer',
  volunteerContract,
  {
    ...own,
    ...reviewing,
    ...keeping,
    ...teamHandlers,
    ...wallHandlers,
    ...reportHandlers,
    ...privacyHandlers,
    ...yearly,
    ...activityHandlers,
    tick,
    deliver,
  },
  subjects,
)
