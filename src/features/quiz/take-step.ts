import { openPage, openTab } from '@/lib/go'
import { routes } from '@/lib/routes'
import type { NextStep } from './next-step'

/** Goes where the step leads. @param go another way to open a page, where this one has done its work */
export const takeStep = (step: NextStep, campaignId: string, go: typeof openPage = openPage) => {
  switch (step.act) {
    case 'none':
      return openTab('quiz')
    case 'record':
      return go(routes.quizRecord)
    case 'wrong-book':
      return go(routes.quizWrongBook, { campaignId })
    case 'practice':
      return go(routes.quizPractice, { campaignId, level: String(step.level) })
    default:
      return go(routes.quizPaper, { campaignId, level: String(step.level) })
  }
}
