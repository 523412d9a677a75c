import { quizContract } from 'types/quiz'
import { serve } from '../kit/serve'
import { campaigns, createCampaign, moveCampaign } from './campaign-commands'
import { deliver } from './deliver'
import { checkImport, saveImport } from './imports'
import { campaign, mine, ranking, result } from './play-queries'
import { flagged, settleQuestion } from './questions'
import { start } from './start'
import { subjects } from './subjects'
import { submit } from './submit'
import { tick } from './tick'

const play = { campaign, start, submit, result, mine, ranking }
const desk = { campaigns, createCampaign, moveCampaign, checkImport, saveImport, flagged, settleQuestion }

export const main = serve('quiz', quizContract, { ...play, ...desk, tick, deliver }, subjects)
