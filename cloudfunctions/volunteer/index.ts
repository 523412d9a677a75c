import { volunteerContract } from 'types/volunteer'
import { serve } from '../kit/serve'
import { apply } from './apply'
import { deliver } from './deliver'
import { resubmit, withdraw } from './own-commands'
import { detail, mine, queue, reviewers, roster } from './queries'
import { readIdCard } from './read-id-card'
import { regulatorReview, unionReview } from './reviews'
import { subjects } from './subjects'
import { tick } from './tick'

const own = { apply, resubmit, withdraw, mine, reviewers }
const reviewing = { queue, detail, unionReview, regulatorReview, readIdCard, roster }

export const main = serve('volunteer', volunteerContract, { ...own, ...reviewing, tick, deliver }, subjects)
