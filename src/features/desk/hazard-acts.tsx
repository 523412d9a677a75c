import { useState } from 'react'
import { View } from '@tarojs/components'
import { hazardMachine, type HazardAct } from 'types/hazard'
import { findMove } from 'types/state-machine'
import { Button } from '@/components/button'
import { AcceptSheet } from './accept-sheet'
import { AssignSheet } from './assign-sheet'
import type { HazardDetail } from './api'
import type { HazardSheetProps } from './hazard-sheet'
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

const sheets: Partial<Record<HazardAct, (props: HazardSheetProps) => JSX.Element>> = {
  accept: AcceptSheet,
  decline: DeclineSheet,
  assign: AssignSheet,
  return: ReturnSheet,
  close: CloseSheet,
}

/** Quieter acts stand above the main one. */
const order: readonly string[] = ['decline', 'return', 'accept', 'assign', 'close']

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
