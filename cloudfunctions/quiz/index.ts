import { quizContract } from 'types/quiz'
import { serve } from '../kit/serve'
import { campaigns, createCampaign, moveCampaign } from './contest/campaign-commands'
import { deliver } from './deliver'
import { checkImport, saveImport } from './bank/imports'
import { campaign, mine, ranking, result } from './play/play-queries'
import { flagged, settleQuestion } from './bank/questions'
import { start } from './play/start'
import { subjects } from './subjects'
import { submit } from './play/submit'
import { tick } from './tick'

const play = { campaign, start, submit, result, mine, ranking }
const desk = { campaigns, createCampaign, moveCampaign, checkImport, saveImport, flagged, settleQuestion }

export const main = serve('quiz', quizContract, { ...play, ...desk, tick, deliver }, subjects)
