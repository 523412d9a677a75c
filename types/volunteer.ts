import * as z from './zod'
import type { Machine } from './state-machine'

export const ApplicationState = z.enum([
  ...['first-review', 'submitted', 'union-approved', 'enrolled', 'returned', 'rejected', 'withdrawn'],
  ...['quit', 'removed', 'appealed'],
] as const)
export type ApplicationState = z.output<typeof ApplicationState>
export type ApplicationAct =
  | `${'base' | 'union' | 'regulator'}-${'approve' | 'return' | 'reject'}`
  | 'resubmit-base'
  | 'resubmit'
  | 'resubmit-regulator'
  | 'withdraw'
  | 'quit'
  | 'remove'
  | 'appeal'
  | 'appeal-uphold'
  | 'appeal-dismiss'
  | 'erase'

/** States in which somebody's word is waited for, in their order. */
export type ReviewStage = 'first-review' | 'submitted' | 'union-approved'
/** Three ways a stage may end. */
export const ReviewDecision = z.enum(['approve', 'return', 'reject'], { error: '请选择结论' })
export type ReviewDecision = z.output<typeof ReviewDecision>

/**
 * Who speaks at each stage, what its acts are called, and after how many working days its reviewers are reminded. The
 * first one falls away where the applicant's own union issues the union's opinion.
 */
export const reviewStages = {
  'first-review': { actor: 'officer', acts: 'base', title: '基层工会初审推荐', days: 3 },
  submitted: { actor: 'officer', acts: 'union', title: '工会资格审核', days: 5 },
  'union-approved': { actor: 'regulator', acts: 'regulator', title: '监管部门专业审核', days: 5 },
} as const satisfies Record<ReviewStage, object>

export const isReviewStage = (state: ApplicationState): state is ReviewStage => Object.hasOwn(reviewStages, state)

type Row = Machine<ApplicationState, ApplicationAct>['moves'][number]

const endsOf = (stage: ReviewStage, to: ApplicationState, approve: string): Row[] => {
  const { actor, acts } = reviewStages[stage]
  const ends = [
    { act: `${acts}-approve`, to, label: approve },
    { act: `${acts}-return`, to: 'returned', label: '退回补充' },
    { act: `${acts}-reject`, to: 'rejected', label: '不通过' },
  ] as const
  return ends.map((end) => ({ ...end, from: [stage], by: [actor], requires: ['opinion', 'the stage is theirs'] }))
}

const again = { from: ['returned'], by: ['applicant'], label: '补充后再交' } as const

/** Order matters: the base union proposes, the union looks at the qualification, the regulator at the profession. */
export const applicationMachine: Machine<ApplicationState, ApplicationAct> = {
  states: {
    'first-review': { label: '待基层工会初审', tone: 'todo' },
    submitted: { label: '待工会审核', tone: 'todo' },
    'union-approved': { label: '待监管审核', tone: 'doing' },
    enrolled: { label: '已入名册', tone: 'done' },
    returned: { label: '请补充后再交', tone: 'late' },
    rejected: { label: '未通过', tone: 'off' },
    withdrawn: { label: '已撤回', tone: 'off' },
    quit: { label: '已退出', tone: 'off' },
    removed: { label: '已移出名册', tone: 'off' },
    appealed: { label: '申诉中', tone: 'todo' },
  },
  moves: [
    ...endsOf('first-review', 'submitted', '初审推荐'),
    ...endsOf('submitted', 'union-approved', '工会审核通过'),
    ...endsOf('union-approved', 'enrolled', '专业审核通过'),
    // It goes back to who returned it; to the beginning where what they judged by was changed.
    { ...again, act: 'resubmit-base', to: 'first-review', requires: ['complete form', 'consent', 'begins there'] },
    { ...again, act: 'resubmit', to: 'submitted', requires: ['complete form', 'consent', 'begins there'] },
    {
      ...again,
      act: 'resubmit-regulator',
      to: 'union-approved',
      requires: ['complete form', 'consent', 'begins there'],
    },
    {
      ...{ from: ['first-review', 'submitted', 'union-approved', 'returned'], act: 'withdraw', to: 'withdrawn' },
      ...{ by: ['applicant'], label: '撤回申请' },
    },
    { from: ['enrolled'], act: 'quit', to: 'quit', by: ['applicant'], label: '退出志愿服务', requires: ['reason'] },
    { from: ['enrolled'], act: 'remove', to: 'removed', by: ['officer'], label: '移出名册', requires: ['reason'] },
    {
      from: ['removed'],
      act: 'appeal',
      to: 'appealed',
      by: ['applicant'],
      label: '提出申诉',
      requires: ['words', 'term'],
    },
    {
      ...{ from: ['appealed'], act: 'appeal-uphold', to: 'enrolled', by: ['officer'], label: '申诉成立，恢复' },
      requires: ['opinion', 'the level above, another person'],
    },
    {
      ...{ from: ['appealed'], act: 'appeal-dismiss', to: 'removed', by: ['officer'], label: '维持移出' },
      requires: ['opinion', 'the level above, another person'],
    },
    { from: ApplicationState.options, act: 'erase', to: 'withdrawn', by: ['clock'], label: '注销并删除个人信息' },
  ],
}

/** Days after which what is personal of a closed application is deleted; the privacy text says the same. */
export const applicationKeepDays = { withdrawn: 30, rejected: 180, quit: 30, removed: 180 } as const
/** Days within which who was removed may appeal to the level above. */
export const appealDays = 15
/** Full years of age between which one may apply. */
export const applicantAge = { youngest: 18, oldest: 70 } as const
/** Types of union nodes that review applications: of an area, an industry or a group. */
export const reviewingTypes = ['geographic', 'industry', 'group'] as const
/** How many may be passed, returned or refused in one go. */
export const mostAtOnce = 200
