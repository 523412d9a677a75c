import { volunteerContract } from 'types/volunteer-contract'
import { serve } from '../kit/serve'
import { apply } from './apply/apply'
import { dropPhoto, resubmit, withdraw } from './apply/own-commands'
import { printForm, printMine } from './apply/print'
import { mine, reviewers } from './apply/queries'
import { deliver } from './deliver'
import { detail, queue } from './review/queries'
import { readIdCard } from './review/read-id-card'
import { regulatorReview, unionReview } from './review/reviews'
import { roster } from './roster/queries'
import { subjects } from './subjects'
import { teamHandlers } from './team/handlers'
import { tick } from './tick'

const own = { apply, resubmit, withdraw, dropPhoto, mine, reviewers, printMine, printForm }
const reviewing = { queue, detail, unionReview, regulatorReview, readIdCard }
const keeping = { roster }

export const main = serve(
  'volunteer',
  volunteerContract,
  { ...own, ...reviewing, ...keeping, ...teamHandlers, tick, deliver },
  subjects,
)
