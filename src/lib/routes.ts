/** Pages outside the tabs, by what they are for; the one place that knows their paths. */
export const routes = {
  scan: '/pages/scan/index',
  profile: '/pages/my/profile',
  display: '/pages/my/display',
  privacy: '/pages/my/privacy',
  queue: '/pages/my/queue',
  quizPaper: '/packages/quiz/paper',
  quizResult: '/packages/quiz/result',
  quizRecord: '/packages/quiz/record',
  quizRanking: '/packages/quiz/ranking',
  hazardMine: '/packages/hazard/mine',
  hazardView: '/packages/hazard/view',
  fixList: '/packages/hazard/fix-list',
  fixDetail: '/packages/hazard/fix-detail',
  volunteer: '/packages/volunteer/index',
  volunteerApply: '/packages/volunteer/apply',
  invite: '/packages/org/invite',
  messages: '/packages/notice/messages',
  desk: '/packages/desk/index',
} as const
export type Route = keyof typeof routes
