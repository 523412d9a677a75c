import {
  announceHonour,
  answerHonour,
  confirmHonour,
  declineHonour,
  honour,
  honourDecision,
  honours,
  recommendHonour,
  withdrawHonour,
} from './office'
import { objectHonour, publicHonours } from './public'

const deciding = { announceHonour, declineHonour, answerHonour, confirmHonour }

export const honourHandlers = { honours, recommendHonour, withdrawHonour, ...deciding, publicHonours, objectHonour }
export const honourSubjects = { honour, honourDecision }
