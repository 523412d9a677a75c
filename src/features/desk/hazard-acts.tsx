import { useState } from 'react'
import { View } from '@tarojs/components'
import { hazardMachine, type HazardAct } from 'types/hazard'
import { findMove } from 'types/state-machine'
import { Button } from '@/components/button'
import { AcceptSheet } from './accept-sheet'
import { AssignSheet } from './assign-sheet'
import type { HazardDetail } from './api'
import { MergeSheet } from './merge-sheet'
import type { HazardSheetProps } from './hazard-sheet'
import { PlanSheet } from './plan-sheet'
import { ReturnSheet } from './return-sheet'
import { WordsSheet } from './words-sheet'

const labelOf = (state: HazardDetail['state'], act: HazardAct) =>
  findMove(hazardMachine, state, act, 'officer')?.label ?? act

const DeclineSheet = (props: HazardSheetProps) => (
  <WordsSheet
    {...props}
    command="decline"
    field="reason"
    title="不予受理"
    label="原因"
    hint="上报人会看到这段话。"
    confirmWord="确认不予受理"
    max={200}
  />
)

const CloseSheet = (props: HazardSheetProps) => (
  <WordsSheet
    {...props}
    command="close"
    field="words"
    title="核实销号"
    label="核实情况"
    hint="写明到现场或看照片核实到了什么。销号后记入审计，不能撤回。"
    confirmWord="确认销号"
    max={300}
  />
)

const GrantSheet = (props: HazardSheetProps) => (
  <WordsSheet
    {...props}
    command="grantExtension"
    field="words"
    title="同意延期"
    label="答复"
    hint="同意后整改期限就改到企业申请的日期。"
    confirmWord="同意延期"
    max={200}
  />
)

const RefuseSheet = (props: HazardSheetProps) => (
  <WordsSheet
    {...props}
    command="refuseExtension"
    field="words"
    title="答复延期申请"
    label="答复"
    hint="企业会看到这段话，整改期限不变。"
    confirmWord="建议按原期限改完"
    max={200}
  />
)

const sheets: Partial<Record<HazardAct, (props: HazardSheetProps) => JSX.Element>> = {
  accept: AcceptSheet,
  decline: DeclineSheet,
  merge: MergeSheet,
  assign: AssignSheet,
  plan: PlanSheet,
  replan: PlanSheet,
  grantExtension: GrantSheet,
  refuseExtension: RefuseSheet,
  return: ReturnSheet,
  returnUnplanned: ReturnSheet,
  close: CloseSheet,
}

/** Quieter acts stand above the main one. */
const order: readonly string[] = [
  ...['replan', 'plan', 'merge', 'decline', 'refuseExtension', 'grantExtension'],
  ...['return', 'returnUnplanned', 'accept', 'assign', 'close'],
]

/** The buttons the table allows now, each opening its form. */
export const HazardActs = ({ detail }: { detail: HazardDetail }) => {
  const [open, setOpen] = useState<string | null>(null)
  const acts = [...detail.acts].sort((a, b) => order.indexOf(a) - order.indexOf(b)) as HazardAct[]
  if (acts.length === 0) return null
  return (
    <>
      <View className="row">
        {acts.map((act, index) => (
          <View key={act} className="grow">
            <Button kind={index === acts.length - 1 ? 'primary' : 'ghost'} onPress={() => setOpen(act)}>
              {labelOf(detail.state, act)}
            </Button>
          </View>
        ))}
      </View>
      {acts.map((act) => {
        const Form = sheets[act]
        return Form && open === act && <Form key={act} detail={detail} open onClose={() => setOpen(null)} />
      })}
    </>
  )
}
