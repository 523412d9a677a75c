import { hazardContract } from 'types/hazard-contract'
import { serve } from '../kit/serve'
import { accept } from './case/accept'
import { assign, close, decline, giveBack } from './case/decide'
import { deliver } from './deliver'
import { detail } from './case/detail'
import { answer, fixDetail, fixList } from './case/fix'
import { ledger } from './ledger/ledger'
import { letterHandlers } from './letter/handlers'
import { mediaChecked } from './clock/media-checked'
import { openIdentity } from './case/open-identity'
import { handOver, noteCall } from './report/hand-over'
import { report } from './report/report'
import { mine, track, view } from './report/reporter'
import { subjects } from './subjects'
import { tick } from './tick'

const reporter = { report, track, mine, view, noteCall }
const officer = { ledger, detail, openIdentity, accept, decline, assign, handOver, return: giveBack, close }
const fixer = { fixList, fixDetail, answer }

export const main = serve(
  'hazard',
  hazardContract,
  { ...reporter, ...officer, ...fixer, ...letterHandlers, mediaChecked, tick, deliver },
  subjects,
)
