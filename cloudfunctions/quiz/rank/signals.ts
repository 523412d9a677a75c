import type { quizContract } from 'types/quiz'
import { signalMachine, type SignalRow } from 'types/quiz-signals'
import { receiptCode } from 'types/ids'
import type * as z from 'types/zod'
import { move } from '../../kit/aggregate'
import type { Handler } from '../../kit/serve'
import type { CampaignDoc, PlayDoc } from '../documents'
import { findPlays } from '../play/play-store'
import type { SignalDoc } from './rank-documents'
import { counted } from './signal-counts'
import { pageSignals, signals as signalStore } from './signal-store'

const toRow = (signal: SignalDoc, play: PlayDoc | undefined): z.input<typeof SignalRow> => {
  const { _id: id, kind, state, evidence, createdAt, settled, version } = signal
  return {
    ...{ id, kind, state, mark: receiptCode(signal.play), name: play?.name ?? null, unit: play?.unit?.name ?? null },
    ...{ evidence: [...evidence].reverse(), foundAt: createdAt, settled, version },
  }
}

export const signals: Handler<typeof quizContract.signals, CampaignDoc> = async (
  { state, page, size },
  { subject: contest },
) => {
  const { items, more } = await pageSignals(contest._id, state, page, size)
  const plays = items.length > 0 ? await findPlays([...new Set(items.map(({ play }) => play))]) : []
  return {
    items: items.map((item) =>
      toRow(
        item,
        plays.find(({ _id }) => _id === item.play),
      ),
    ),
    more,
  }
}

/** The player's play, his unit and he himself follow in the drainer. */
export const settleSignal: Handler<typeof quizContract.settleSignal, SignalDoc> = (
  { version, act, reason },
  { subject: signal, now, acting },
) => {
  const who = acting('officer')
  const to = act === 'clear' ? 'cleared' : 'excluded'
  return move(signalStore, signalMachine, signal, who, act, version, {
    at: now,
    set: { settled: { by: who.name, at: now, reason } },
    data: { reason },
    same: signal.settled?.reason === reason,
    push: [
      counted(signal.campaignId, signal.state, to),
      { to: 'local', kind: 'exclusion', payload: { play: signal.play } },
    ],
  })
}
