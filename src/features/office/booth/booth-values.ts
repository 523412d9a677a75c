import type { RawInputOf } from 'types/contract'
import { BoothView, type boothEntries } from 'types/org-booth'
import type * as z from 'types/zod'
import { endOfDay } from '@/lib/clock'
import type { Step } from '../node-browser'

type Task = z.output<typeof BoothView>['task']

/** What a booth's code opens, in words. */
export const taskLabels: Record<Task, string> = {
  home: '首页（全部功能）',
  quiz: '闯关答题',
  hazard: '随手拍隐患',
  volunteer: '志愿者报名',
}
export const taskOptions = BoothView.shape.task.options.map((value) => ({ value, label: taskLabels[value] }))

export type BoothValues = {
  node: Step
  name: string
  place: string
  task: Task
  campaignId: string
  enterpriseId: Step | null
  /** `YYYY-MM-DD`, the last day it is in use. */
  closesAt: string | undefined
}

export const freshBooth = (node: Step, campaignId = ''): BoothValues => ({
  ...{ node, name: '', place: '', task: 'home', campaignId, enterpriseId: null, closesAt: undefined },
})

export const toBooth = (values: BoothValues): Omit<RawInputOf<typeof boothEntries.createBooth>, '_id'> => ({
  ...{ nodeId: values.node.id, name: values.name, place: values.place, task: values.task },
  ...(values.campaignId && { campaignId: values.campaignId }),
  ...(values.enterpriseId && { enterpriseId: values.enterpriseId.id }),
  ...(values.closesAt && { closesAt: endOfDay(values.closesAt) }),
})
