import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { pushMachine, type PushAct } from 'types/notice-push'
import { movesFor } from 'types/state-machine'
import { Button } from '@/components/button'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { showToast } from '@/lib/toast-store'
import { useCancelPush, usePausePush, useResumePush, type Push } from '../api'

type OfficerAct = Extract<PushAct, 'cancel' | 'pause' | 'resume'>

const words: Record<OfficerAct, { title: string; text: string; done: string }> = {
  cancel: { title: '取消这次推送？', text: '到时间不会发送，取消后不能恢复，需要时请新建推送。', done: '已取消' },
  pause: { title: '暂停发送？', text: '已经发出的不能收回，没发的先停住，可以随时继续。', done: '已暂停' },
  resume: { title: '继续发送？', text: '接着发给还没发到的人，已经发到的不会再发。', done: '已继续' },
}

/** What an officer can do with a push now, each asked first. */
export const PushActs = ({ push }: { push: Push }) => {
  const [asked, setAsked] = useState<OfficerAct>()
  const close = useCallback(() => setAsked(undefined), [])
  const commands = { cancel: useCancelPush(), pause: usePausePush(), resume: useResumePush() }
  const moves = movesFor(pushMachine, push.state, 'officer')
  if (moves.length === 0) return null
  const confirm = (act: OfficerAct) =>
    commands[act].mutate(
      { id: push.id, version: push.version },
      { onSuccess: () => showToast(words[act].done, 'good'), onSettled: close },
    )
  return (
    <View className="row-wrap">
      {moves.map(({ act, label }) => (
        <Button key={act} small kind="ghost" onPress={() => setAsked(act as OfficerAct)}>
          {label}
        </Button>
      ))}
      {asked && (
        <ConfirmDialog
          open
          title={words[asked].title}
          confirmWord={pushMachine.moves.find(({ act }) => act === asked)?.label ?? '确定'}
          danger={asked === 'cancel'}
          loading={commands[asked].isPending}
          onConfirm={() => confirm(asked)}
          onClose={close}
        >
          {words[asked].text}
        </ConfirmDialog>
      )}
    </View>
  )
}
