import type { PosterView } from './org-booth'
import type * as z from './zod'

type Task = z.output<typeof PosterView>['task']
type Words = { slogan: string; promise: string; steps: readonly [string, string, string] }

/** What a poster says, by what its code opens: one line to stop for, one promise, three steps. */
export const posterWords: Record<Task, Words> = {
  home: {
    slogan: '身边有隐患\n随手拍一拍',
    promise: '学安全知识 · 拍身边隐患 · 当安全志愿者',
    steps: ['打开微信扫一扫', '选一件想做的事', '一两分钟就办好'],
  },
  quiz: {
    slogan: '人人讲安全\n答题来闯关',
    promise: '几道题，学会用得上的安全知识',
    steps: ['打开微信扫一扫', '选一关，答几道题', '当场看到成绩'],
  },
  hazard: {
    slogan: '看见隐患\n拍下来告诉工会',
    promise: '一张照片就能上报，可以对企业保密',
    steps: ['打开微信扫一扫', '拍一张，写一句', '在手机里看进展'],
  },
  volunteer: {
    slogan: '有一技之长\n来当安全志愿者',
    promise: '安康志愿者招募中，工会组织、统一培训',
    steps: ['打开微信扫一扫', '填一张报名表', '审核后参加活动'],
  },
}

/** What stands under every code. */
export const posterFree = '不用下载 · 不用注册'

/** Where a poster hangs: its place and its enterprise, without what its name says already. */
export const posterWhere = (name: string, ...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part && part !== name).join(' · ')
