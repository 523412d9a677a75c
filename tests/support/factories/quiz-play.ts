import { deriveId } from 'types/ids'
import type { CampaignView } from 'types/quiz-map'
import type { Paper, PaperResult } from 'types/quiz-play'
import type * as z from 'types/zod'
import type { Cloud } from '../cloud'
import { bankDocuments } from './quiz'

export type View = z.output<typeof CampaignView>

const bank = new Map(bankDocuments().map((question) => [question.stem, question]))

/** What a player who knows everything would tap: by the bank itself, found by the stem. */
const rightFor = ({ stem, options }: Paper['questions'][number]) => {
  const question = bank.get(stem)
  return options.flatMap((option, at) => (question?.answer.some((key) => question.options[key] === option) ? [at] : []))
}

/** One option that is not right; none where all are. */
const wrongFor = (question: Paper['questions'][number]) => {
  const right = rightFor(question)
  return question.options.flatMap((_, at) => (right.includes(at) ? [] : [at])).slice(0, 1)
}

/** The answers to a paper, the first `wrong` of them wrong. */
export const answersOf = (paper: Paper, wrong = 0) =>
  paper.questions.map((question, index) => ({
    no: question.no,
    chosen: index < wrong ? wrongFor(question) : rightFor(question),
  }))

/** Calls of players in one campaign. */
export const playing = (cloud: () => Cloud, campaignId: string) => {
  const start = (openid: string, name: string, level = 1, more: object = {}) =>
    cloud().call<Paper>('quiz', 'start', { _id: deriveId('paper', name), campaignId, level, ...more }, openid)
  const submit = (openid: string, paper: Paper, wrong = 0) =>
    cloud().call<PaperResult>('quiz', 'submit', { id: paper.id, campaignId, answers: answersOf(paper, wrong) }, openid)
  const view = (openid: string) => cloud().call<View>('quiz', 'campaign', { campaignId }, openid)
  const attempt = async (openid: string, name: string, wrong = 0, level = 1) =>
    submit(openid, await start(openid, name, level), wrong)
  return { start, submit, view, attempt }
}

/** Ticks until it holds: a nudge may be draining already, and one drainer works at a time. */
export const drainedUntil = async (cloud: Cloud, holds: () => Promise<boolean>) => {
  for (let round = 0; round < 50; round++) {
    await cloud.tick('quiz')
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('it never came to hold')
}
