import { hazardContract } from 'types/hazard-contract'
import { serve } from '../kit/serve'
import { accept } from './accept'
import { assign, close, decline, giveBack } from './decide'
import { deliver } from './deliver'
import { detail } from './detail'
import { answer, fixDetail, fixList } from './fix'
import { ledger } from './ledger'
import { mediaChecked } from './media-checked'
import { openIdentity } from './open-identity'
import { report } from './report'
import { mine, track, view } from './reporter'
import { subjects } from './subjects'
import { tick } from './tick'

const reporter = { report, track, mine, view }
const officer = { ledger, detail, openIdentity, accept, decline, assign, return: giveBack, close }
const fixer = { fixList, fixDetail, answer }

export const main = serve(
  'hazard',
  hazardContract,
  { ...reporter, ...officer, ...fixer, mediaChecked, tick, deliver },
  subjects,
)
