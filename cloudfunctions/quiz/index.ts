import { quizContract } from 'types/quiz'
import { serve } from '../kit/serve'
import { campaigns, createCampaign, moveCampaign } from './contest/campaign-commands'
import { changeCampaign } from './contest/change-campaign'
import { markPreview, preview } from './contest/preview'
import { teamLink } from './contest/team-link'
import { deliver } from './deliver'
import { dispute, myDisputes } from './bank/disputes'
import { checkImport, saveImport } from './bank/imports'
import { addLaw, amendLaw, laws } from './bank/laws'
import { quality } from './bank/quality'
import { doubtQuestion, question, questions, settleQuestion } from './bank/questions'
import { starterBank, takeStarterBank } from './bank/starter'
import { answerDispute, disputes } from './bank/verdicts'
import { declareUnit, teamUnit } from './play/declare-unit'
import { lock } from './play/lock'
import { campaign, mine, result } from './play/play-queries'
import { practice, practise, wrongBook } from './play/practice'
import { revive } from './play/revive'
import { start } from './play/start'
import { prizeHandlers } from './prize/handlers'
import { rankHandlers } from './rank/handlers'
import { subjects } from './subjects'
import { submit } from './play/submit'
import { tick } from './tick'

const play = {
  campaign,
  start,
  lock,
  submit,
  revive,
  result,
  mine,
  declareUnit,
  teamUnit,
  practice,
  wrongBook,
  practise,
}
const desk = { campaigns, createCampaign, moveCampaign, changeCampaign, preview, markPreview, teamLink }
const bank = {
  ...{ checkImport, saveImport, questions, question, settleQuestion, doubtQuestion, laws, addLaw, amendLaw },
  ...{ dispute, myDisputes, disputes, answerDispute, quality, starterBank, takeStarterBank },
}

export const main = serve(
  'quiz',
  quizContract,
  { ...play, ...rankHandlers, ...desk, ...bank, ...prizeHandlers, tick, deliver },
  subjects,
)
