import { hazardContract } from 'types/hazard-contract'
import { serve } from '../kit/serve'
import { accept } from './case/accept'
import { cease } from './case/cease'
import { assign, close, decline, giveBack } from './case/decide'
import { deliver } from './deliver'
import { detail } from './case/detail'
import { askExtension, grantExtension, refuseExtension } from './case/extension'
import { answer, fixDetail, fixList, fixOnSpot } from './case/fix'
import { recheck, recur, reopen, uphold } from './case/again'
import { classify } from './case/classify'
import { delist, extendListing, list, prove } from './case/proofs'
import { plan, replan } from './case/plan'
import { progress } from './case/progress'
import { coverage } from './cover/coverage'
import { sheetHandlers } from './export/sheets'
import { handedOver } from './handover/handovers'
import { ledger } from './ledger/ledger'
import { ledgerViewHandlers } from './ledger/saved-views'
import { awardHandlers } from './award/handlers'
import { boardHandlers } from './board/handlers'
import { ladderHandlers } from './ladder/handlers'
import { letterHandlers } from './letter/handlers'
import { join } from './join/join'
import { alike, merge } from './join/merge'
import { similar } from './join/similar'
import { mediaChecked } from './clock/media-checked'
import { openIdentity } from './case/open-identity'
import { handOver, noteCall } from './report/hand-over'
import { report } from './report/report'
import { forgetSpeaker } from './report/forget-speaker'
import { reportFor } from './report/report-for'
import { mine, track, view } from './report/reporter'
import { ruleHandlers } from './rules/handlers'
import { subjects } from './subjects'
import { tick } from './tick'

const reporter = { report, track, mine, view, noteCall, reportFor, forgetSpeaker, similar, join }
const officer = {
  ledger,
  coverage,
  detail,
  openIdentity,
  accept,
  decline,
  assign,
  handOver,
  alike,
  merge,
  return: giveBack,
  close,
  cease,
  handovers: handedOver,
}
const fixer = { fixList, fixDetail, answer, fixOnSpot, progress, askExtension }
const again = { reopen, uphold, recheck, recur }
const proofs = { prove, classify, list, extendListing, delist }
const planning = { plan, replan, grantExtension, refuseExtension }

export const main = serve(
  'hazard',
  hazardContract,
  {
    ...reporter,
    ...officer,
    ...fixer,
    ...planning,
    ...again,
    ...proofs,
    ...letterHandlers,
    ...ladderHandlers,
    ...ruleHandlers,
    ...boardHandlers,
    ...awardHandlers,
    ...ledgerViewHandlers,
    ...sheetHandlers,
    mediaChecked,
    tick,
    deliver,
  },
  subjects,
)
