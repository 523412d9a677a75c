import { setupSteps, type Setup, type SetupStep } from 'types/org-setup'

export const stepTitles: Readonly<Record<SetupStep, string>> = {
  unions: '建下级工会',
  manager: '再请一位管理员',
  regulator: '登记监管部门',
  templates: '核对微信提醒',
  campaign: '定第一个活动',
  booth: '设第一个展台',
  poster: '打印海报',
}

type Templates = { configured: number; all: number }

const managerWords = ({ managers, isInvited }: Setup) => {
  if (managers > 1) return `现在有 ${managers} 名管理员`
  return isInvited ? '邀请已建好，等对方打开' : '每个单位要有两名，一个人有事时不会停摆'
}

/** What stands already at each step, or what the step is good for. */
export const stepDetails = (setup: Setup, { configured, all }: Templates): Readonly<Record<SetupStep, string>> => ({
  unions: setup.hasUnions ? '下级工会已有，随时可以再加' : '区县、产业、街道，粘贴一份名单一次建好',
  manager: managerWords(setup),
  regulator: setup.regulator?.name ?? '志愿者第二级审核由它办',
  templates: all === 0 ? '看看微信里能不能收到提醒' : `${all} 个模板配好了 ${configured} 个`,
  campaign: setup.drive?.name ?? setup.contest?.name ?? '从现成的样式里选一个',
  booth: setup.booth ? `${setup.booth.name} · ${setup.booth.place}` : '职工扫它的码进来，不用注册',
  poster: setup.booth?.hasCode ? '码已生成，可以再打印' : '带小程序码，扫一扫就能用',
})

/** The step to begin with: the first that is neither done nor was passed over just now. */
export const nextStep = (done: ReadonlySet<SetupStep>, passed: readonly SetupStep[]): SetupStep | null =>
  setupSteps.find((step) => !done.has(step) && !passed.includes(step)) ?? null
