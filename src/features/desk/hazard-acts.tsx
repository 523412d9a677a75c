import { useState } from 'react'
import { View } from '@tarojs/components'
import { hazardMachine, type HazardAct } from 'types/hazard-machine'
import { findMove } from 'types/state-machine'
import { Button } from '@/components/button'
import { ListGroup, ListRow } from '@/components/list-row'
import { useSubscribe } from '@/hooks/use-subscribe'
import { AcceptSheet } from './accept-sheet'
import { AssignSheet } from './assign-sheet'
import { CeaseSheet } from './cease-sheet'
import type { HazardDetail } from './api'
import { ClassifySheet } from './classify-sheet'
import './hazard-acts.scss'
import type { HazardSheetProps } from './hazard-sheet'
import { DelistSheet, ExtendListingSheet, ListSheet } from './listing-sheets'
import { MergeSheet } from './merge-sheet'
import { PlanSheet } from './plan-sheet'
import { ProveSheet } from './prove-sheet'
import { ReturnSheet } from './return-sheet'
import {
  CloseSheet,
  DeclineSheet,
  GrantSheet,
  RecheckSheet,
  RecurSheet,
  RefuseSheet,
  UpholdSheet,
} from './words-sheets'

const labelOf = (state: HazardDetail['state'], act: HazardAct) =>
  findMove(hazardMachine, state, act, 'officer')?.label ?? act

/** A row says more than a button may. */
const rowTitles: Partial<Record<HazardAct, string>> = { merge: '合并到同一处隐患' }

type Form = (props: HazardSheetProps) => JSX.Element

/** What is written down beside the way of the hazard: rows, no buttons. */
const besides: Partial<Record<HazardAct, Form>> = {
  merge: MergeSheet,
  plan: PlanSheet,
  replan: PlanSheet,
  classify: ClassifySheet,
  prove: ProveSheet,
  list: ListSheet,
  extendListing: ExtendListingSheet,
  delist: DelistSheet,
  cease: CeaseSheet,
}

/** What moves it on; quieter acts stand before the main one. */
const onward: Partial<Record<HazardAct, Form>> = {
  decline: DeclineSheet,
  refuseExtension: RefuseSheet,
  grantExtension: GrantSheet,
  return: ReturnSheet,
  returnUnplanned: ReturnSheet,
  recur: RecurSheet,
  recheck: RecheckSheet,
  uphold: UpholdSheet,
  accept: AcceptSheet,
  assign: AssignSheet,
  close: CloseSheet,
}

const within = (forms: Partial<Record<HazardAct, Form>>, acts: readonly string[]) =>
  (Object.keys(forms) as HazardAct[]).filter((act) => acts.includes(act))

/** The acts the table allows now, each opening its form. */
export const HazardActs = ({ detail }: { detail: HazardDetail }) => {
  const [open, setOpen] = useState<HazardAct | null>(null)
  const [rows, buttons] = [within(besides, detail.acts), within(onward, detail.acts)]
  const { askAlong } = useSubscribe('desk-act', 'work-to-do')
  const Form = open && { ...besides, ...onward }[open]
  return (
    <>
      {rows.length > 0 && (
        <ListGroup>
          {rows.map((act) => (
            <ListRow
              key={act}
              icon="edit"
              title={rowTitles[act] ?? labelOf(detail.state, act)}
              onPress={() => setOpen(act)}
            />
          ))}
        </ListGroup>
      )}
      {buttons.length > 0 && (
        <View className="row hazard-acts">
          {buttons.map((act, index) => (
            <View key={act} className="grow">
              <Button kind={index === buttons.length - 1 ? 'primary' : 'ghost'} onPress={() => setOpen(act)}>
                {labelOf(detail.state, act)}
              </Button>
            </View>
          ))}
        </View>
      )}
      {Form && detail.acts.includes(open) && (
        <Form key={open} detail={detail} open onClose={() => setOpen(null)} onTap={askAlong} />
      )}
    </>
  )
}
