import * as z from './zod'
import { isCalendarDate } from './calendar'
import { optionalText } from './fields'

/** Numbers a person in danger or with a hazard may call; their names change with the institutions and are data. */
export const Hotline = z.enum(['119', '120', '12350', '12351'])
export type Hotline = z.output<typeof Hotline>

export const hotlines: Record<Hotline, { name: string; when: string }> = {
  119: { name: '消防救援', when: '冒烟、着火、要塌、有人被困' },
  120: { name: '医疗急救', when: '有人受伤、中毒、晕倒' },
  12350: { name: '安全生产举报', when: '企业不停工、不处理，向应急管理部门举报' },
  12351: { name: '职工服务', when: '因为撤离、拒绝冒险作业被扣钱或辞退，找工会' },
}

/** Hotlines that give a receipt number: a hazard may be handed over to them. */
export const HandOverLine = z.enum(['12350', '12351'])
export type HandOverLine = z.output<typeof HandOverLine>

/** What is written down of a hand-over: which hotline, on which day, and the number it gave. */
export const handOverFacts = {
  hotline: HandOverLine,
  calledOn: z.string({ error: '请选择拨打日期' }).refine(isCalendarDate, { error: '请选择拨打日期' }),
  receipt: optionalText(40, '受理编号').describe('the number the hotline gave; some calls bring none'),
}
