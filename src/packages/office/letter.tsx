import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { letterMachine, type LetterAct } from 'types/hazard-letter'
import { findMove } from 'types/state-machine'
import { Button } from '@/components/button'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { useLetter, useDiscardLetter, type Letter } from '@/features/office/letter/letter-api'
import { LetterPanel } from '@/features/office/letter/letter-panel'
import { letterSheets } from '@/features/office/letter/letter-sheets'
import '@/features/office/office.scss'
import { useNeededParam } from '@/hooks/use-needed-param'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { showToast } from '@/lib/toast-store'

const labelOf = ({ state }: Letter, act: LetterAct) => findMove(letterMachine, state, act, 'officer')?.label ?? act

const Discard = ({ letter, onClose }: { letter: Letter; onClose: () => void }) => {
  const discard = useDiscardLetter()
  const confirm = () =>
    discard.mutate(
      { id: letter.id, version: letter.version },
      { onSuccess: onClose, onError: () => showToast('没有办成，请刷新后再试', 'bad') },
    )
  return (
    <ConfirmDialog
      open
      danger
      title="这份建议函不发了？"
      confirmWord="不发了"
      loading={discard.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      草稿还没有编号，不会留下空号。需要时可以重新起草。
    </ConfirmDialog>
  )
}

/** The table's acts as buttons; the last one is the main one. */
const order: readonly string[] = ['discard', 'revise', 'refuse', 'reply', 'refer', 'receive', 'send']

const Acts = ({ letter, onAct }: { letter: Letter; onAct: (act: LetterAct) => void }) => {
  const acts = [...letter.acts].sort((a, b) => order.indexOf(a) - order.indexOf(b)) as LetterAct[]
  const choose = (act: LetterAct) =>
    act === 'revise' ? openPage(routes.officeLetterNew, { letter: letter.id }) : onAct(act)
  return (
    <View className="row-wrap">
      {acts.map((act, index) => (
        <View key={act} className="grow">
          <Button kind={index === acts.length - 1 ? 'primary' : 'ghost'} onPress={() => choose(act)}>
            {labelOf(letter, act)}
          </Button>
        </View>
      ))}
    </View>
  )
}

const Opened = ({ letter }: { letter: Letter }) => {
  const [act, setAct] = useState<LetterAct>()
  const close = useCallback(() => setAct(undefined), [])
  const Sheet = act && letterSheets[act]
  return (
    <>
      <LetterPanel letter={letter} />
      {letter.acts.length > 0 && <Acts letter={letter} onAct={setAct} />}
      {Sheet && <Sheet letter={letter} onClose={close} />}
      {act === 'discard' && <Discard letter={letter} onClose={close} />}
    </>
  )
}

/** One written suggestion and what became of it. */
const LetterPage = () => {
  const letter = useLetter(useNeededParam('id'))
  return (
    <Page title="建议函">
      <QueryView query={letter} skeleton={<Skeleton kind="card" count={3} />}>
        {(data) => <Opened letter={data} />}
      </QueryView>
    </Page>
  )
}

export default LetterPage
