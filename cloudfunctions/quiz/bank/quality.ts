import { AppError } from 'types/app-error'
import { qualityKey, readSums } from 'types/quality-counts'
import type { quizContract } from 'types/quiz'
import { Concern, concernsOf, discrimination, hitRate, type QualityRow, type QualitySums } from 'types/quiz-quality'
import type * as z from 'types/zod'
import { readCounters } from '../../kit/counters'
import type { Handler } from '../../kit/serve'
import type { CampaignDoc, QuestionDoc } from '../documents'
import { findQuestions } from './question-store'

type Row = z.input<typeof QualityRow>

const toRow = ({ _id: id, stem, law, article, state }: QuestionDoc, sums: QualitySums): Row => ({
  ...{ id, stem, law, article, state, asked: sums.asked, hit: hitRate(sums), discrimination: discrimination(sums) },
  ...{ seconds: sums.timed > 0 ? sums.seconds / sums.timed : null, disputes: sums.disputes },
  concerns: concernsOf(sums),
})

const urgency = ({ concerns: [first] }: Row) => (first ? Concern.options.indexOf(first) : Concern.options.length)

// Of equals what was asked most says most.
const byUrgency = (a: Row, b: Row) => urgency(a) - urgency(b) || b.asked - a.asked || (a.id < b.id ? -1 : 1)

/** How the questions of a level do, out of sums the drainer keeps: nothing is counted when somebody looks. */
export const quality: Handler<typeof quizContract.quality, CampaignDoc> = async ({ level }, { subject: campaign }) => {
  if (level > campaign.levelRules.length) throw new AppError('NOT_FOUND')
  const key = qualityKey(campaign._id, level)
  const sums = readSums((await readCounters('quiz', [key])).get(key) ?? {})
  const found = await findQuestions([...sums.keys()])
  const items = found.flatMap((question) => {
    const own = sums.get(question._id)
    return own ? [toRow(question, own)] : []
  })
  return { title: campaign.title, levels: campaign.levelRules.map(({ title }) => title), items: items.sort(byUrgency) }
}
