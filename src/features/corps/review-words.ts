import { reviewStages, type ApplicationState, type ReviewDecision, type ReviewStage } from 'types/volunteer'

export const decisionLabels: Record<ReviewDecision, string> = {
  approve: '通过',
  return: '退回补充',
  reject: '不通过',
}

/** What is mostly said at a stage, to be changed as one likes. */
export const suggestedWords: Record<ReviewStage, string> = {
  'first-review': '情况属实，同意推荐。',
  submitted: '同意推荐，符合志愿者招募条件。',
  'union-approved': '专业审核通过，同意入册。',
}

/** The stage whose word this reviewer has now, by the buttons the server gave him. */
export const stageOfActs = (acts: readonly string[]): ReviewStage | null =>
  (Object.keys(reviewStages) as ReviewStage[]).find((stage) => acts.includes(`${reviewStages[stage].acts}-approve`)) ??
  null

/** `已等 3 天`; nothing where nobody's word is waited for. */
export const waitedWord = (since: string, now: Date): string => {
  const days = Math.floor((now.getTime() - Date.parse(since)) / 86_400_000)
  return days > 0 ? `已等 ${days} 天` : '今天送到'
}

export const isStage = (state: ApplicationState): state is ReviewStage => Object.hasOwn(reviewStages, state)
