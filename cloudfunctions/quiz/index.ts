import { quizContract } from 'types/quiz'
import { serve } from '../kit/serve'
import { campaigns, createCampaign, moveCampaign } from './contest/campaign-commands'
import { deliver } from './deliver'
import { checkImport, saveImport } from './bank/imports'
import { declareUnit } from './play/declare-unit'
import { lock } from './play/lock'
import { campaign, mine, result } from './play/play-queries'
import { practice, practise, wrongBook } from './play/practice'
import { revive } from './play/revive'
import { flagged, settleQuestion } from './bank/questions'
import { start } from './play/start'
import { prizeHandlers } from './prize/handlers'
import { ranking } from './rank/ranking'
import { subjects } from './subjects'
import { submit } from './play/submit'
import { tick } from './tick'

const play = { campaign, start, lock, submit, revive, result, mine, declareUnit, practice, wrongBook, practise }
const desk = { campaigns, createCampaign, moveCampaign, checkImport, saveImport, flagged, settleQuestion }

export const main = serve(
  'quiz',
  quizContract,
  { ...play, ranking, ...desk, ...prizeHandlers, tick, deliver },
  subjects,
)
