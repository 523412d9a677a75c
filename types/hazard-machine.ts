import type { HazardState } from './hazard'
import type { Machine, Move } from './state-machine'

export type HazardAct =
  | 'accept'
  | 'decline'
  | 'assign'
  | 'plan'
  | 'replan'
  | 'fixOnSpot'
  | 'progress'
  | 'askExtension'
  | 'grantExtension'
  | 'refuseExtension'
  | 'answer'
  | 'return'
  | 'returnUnplanned'
  | 'close'
  | 'cease'
  | 'prove'
  | 'classify'
  | 'list'
  | 'extendListing'
  | 'delist'
  | 'reopen'
  | 'uphold'
  | 'recheck'
  | 'recur'
  | 'merge'

/** Rows of an act that changes no state, one for each state it is done in. */
const staying = (
  states: readonly HazardState[],
  row: Omit<Move<HazardState, HazardAct>, 'from' | 'to'>,
): Move<HazardState, HazardAct>[] => states.map((state) => ({ ...row, from: [state], to: state }))

const open: readonly HazardState[] = ['accepted', 'assigned', 'fixing', 'answered', 'reopened']

export const hazardMachine: Machine<HazardState, HazardAct> = {
  states: {
    reported: { label: '待受理', tone: 'todo' },
    accepted: { label: '待交办', tone: 'todo' },
    assigned: { label: '待定方案', tone: 'doing' },
    fixing: { label: '整改中', tone: 'doing' },
    answered: { label: '待销号', tone: 'done' },
    closed: { label: '已销号', tone: 'off' },
    declined: { label: '不予受理', tone: 'off' },
    reopened: { label: '待复查', tone: 'todo' },
    merged: { label: '已合并', tone: 'off' },
    ceased: { label: '企业已关停', tone: 'off' },
  },
  moves: [
    { from: ['reported'], act: 'accept', to: 'accepted', by: ['officer'], label: '受理', requires: ['serial number'] },
    { from: ['reported'], act: 'decline', to: 'declined', by: ['officer'], label: '不予受理', requires: ['reason'] },
    {
      from: ['reported', 'accepted'],
      act: 'merge',
      to: 'merged',
      by: ['officer'],
      label: '合并',
      requires: ['open target'],
    },
    {
      from: ['accepted', 'reopened'],
      act: 'assign',
      to: 'assigned',
      by: ['officer'],
      label: '交办整改',
      requires: ['fixer', 'deadline', 'suggestion'],
    },
    {
      from: ['assigned', 'fixing'],
      act: 'assign',
      to: 'assigned',
      by: ['officer'],
      label: '另行交办',
      requires: ['fixer gone', 'fixer', 'deadline', 'suggestion'],
    },
    {
      from: ['assigned'],
      act: 'plan',
      to: 'fixing',
      by: ['fixer', 'officer'],
      label: '落实整改方案',
      requires: ['five commitments'],
    },
    {
      from: ['fixing'],
      act: 'replan',
      to: 'fixing',
      by: ['fixer', 'officer'],
      label: '修改整改方案',
      requires: ['five commitments'],
    },
    {
      from: ['assigned'],
      act: 'fixOnSpot',
      to: 'answered',
      by: ['fixer'],
      label: '立行立改',
      requires: ['general grade', 'same day', 'after photo'],
    },
    { from: ['fixing'], act: 'progress', to: 'fixing', by: ['fixer'], label: '报告进展', requires: ['words'] },
    ...staying(['assigned', 'fixing'], {
      act: 'askExtension',
      by: ['fixer'],
      label: '申请延期',
      requires: ['none asked', 'reason', 'later date'],
    }),
    ...staying(['assigned', 'fixing'], {
      act: 'grantExtension',
      by: ['officer'],
      label: '同意延期',
      requires: ['asked', 'another person'],
    }),
    ...staying(['assigned', 'fixing'], {
      act: 'refuseExtension',
      by: ['officer'],
      label: '不同意延期',
      requires: ['asked', 'another person', 'reason'],
    }),
    {
      from: ['fixing'],
      act: 'answer',
      to: 'answered',
      by: ['fixer'],
      label: '回复整改情况',
      requires: ['after photo'],
    },
    {
      from: ['answered'],
      act: 'return',
      to: 'fixing',
      by: ['officer'],
      label: '退回再改',
      requires: ['plan', 'reason', 'deadline'],
    },
    {
      from: ['answered'],
      act: 'returnUnplanned',
      to: 'assigned',
      by: ['officer'],
      label: '退回再改',
      requires: ['no plan', 'reason', 'deadline'],
    },
    {
      from: ['answered'],
      act: 'close',
      to: 'closed',
      by: ['officer'],
      label: '核实销号',
      requires: ['evidence', 'another person', 'proofs where major', 'not listed'],
    },
    {
      from: open,
      act: 'cease',
      to: 'ceased',
      by: ['officer'],
      label: '企业已关停',
      requires: ['enterprise', 'proof of its end', 'another person', 'not listed'],
    },
    ...staying([...open, 'closed'], { act: 'classify', by: ['officer'], label: '事故类别和判定依据' }),
    ...staying(open, { act: 'prove', by: ['officer'], label: '登记双报告', requires: ['major'] }),
    ...staying(open, { act: 'list', by: ['officer'], label: '登记挂牌督办', requires: ['not listed'] }),
    ...staying(open, {
      act: 'extendListing',
      by: ['officer'],
      label: '督办延期',
      requires: ['listed', 'reason', 'later date'],
    }),
    ...staying(open, { act: 'delist', by: ['officer'], label: '登记摘牌', requires: ['listed', 'reason'] }),
    {
      from: ['closed', 'ceased'],
      act: 'reopen',
      to: 'reopened',
      by: ['reporter'],
      label: '仍有隐患',
      requires: ['reason', 'within 90 days'],
    },
    {
      from: ['reopened'],
      act: 'uphold',
      to: 'closed',
      by: ['officer'],
      label: '维持销号',
      requires: ['was fixed', 'reason', 'another person', 'proofs where major', 'not listed'],
    },
    {
      from: ['closed'],
      act: 'recheck',
      to: 'closed',
      by: ['officer'],
      label: '再次查看，仍在',
      requires: ['words', 'another person', 'within 90 days'],
    },
    {
      from: ['closed', 'ceased'],
      act: 'recur',
      to: 'reopened',
      by: ['officer'],
      label: '隐患又出现',
      requires: ['reason', 'within 90 days'],
    },
  ],
}
