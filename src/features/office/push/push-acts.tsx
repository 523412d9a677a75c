import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { pushMachine, type PushAct } from 'types/notice-push'
import { movesFor } from 'types/state-machine'
import { Button } from '@/components/button'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { showToast } from '@/lib/toast-store'
import { useCancelPush, usePausePush, useResumePush, type Push } from '../api'
import { CallSheetButton } from './call-sheet-button'
import { useApprovePush, useRetryPush } from './reach-api'
import { ReturnSheet } from './return-sheet'

type Asked = Extract<PushAct, 'cancel' | 'pause' | 'resume' | 'approve' | 'retry'>

const words: Record<Asked, { title: string; text: string; done: string }> = {
  cancel: {
    title: '取消这次推送？',
    text: '没发的不再提醒，取消后不能恢复，需要时请新建推送。已经发出的不能收回。',
    done: '已取消',
  },
  pause: { title: '暂停发送？', text: '已经发出的不能收回，没发的先停住，可以随时继续。', done: '已暂停' },
  resume: { title: '继续发送？', text: '接着发给还没发到的人，已经发到的不会再发。', done: '已继续' },
  approve: {
    title: '同意发送？',
    text: '同意后就会发出；定了时间的到时间发。您的名字会记在这次推送上。',
    done: '已同意',
  },
  retry: {
    title: '补发没送到的？',
    text: '只补发微信限流、没连上的，和后来又订阅了的人。结果不明的不补发，免得有人收到两遍。',
    done: '正在补发',
  },
}

const doneOf = (act: Asked, state: string) =>
  act === 'resume' && state === 'waiting' ? '人数变多了，已请另一位干部同意' : words[act].done

const mayRetry = ({ again, counts }: Push) => again > 0 || counts['no-credit'] > 0

const isOpen = (push: Push, act: PushAct) => {
  if (act === 'approve' || act === 'return') return !push.isMine
  return act === 'retry' ? mayRetry(push) && !push.isTrial : true
}

/** What an officer can do with a push now, each asked first. */
export const PushActs = ({ push }: { push: Push }) => {
  const [asked, setAsked] = useState<Asked>()
  const [returning, setReturning] = useState(false)
  const close = useCallback(() => setAsked(undefined), [])
  const closeReturn = useCallback(() => setReturning(false), [])
  const commands = {
    ...{ cancel: useCancelPush(), pause: usePausePush(), resume: useResumePush() },
    ...{ approve: useApprovePush(), retry: useRetryPush() },
  }
  const moves = movesFor(pushMachine, push.state, 'officer').filter(({ act }) => isOpen(push, act))
  const confirm = (act: Asked) =>
    commands[act].mutate(
      { id: push.id, version: push.version },
      { onSuccess: ({ state }) => showToast(doneOf(act, state), 'good'), onSettled: close },
    )
  return (
    <View className="row-wrap">
      {moves.map(({ act, label }) => (
        <Button
          key={act}
          small
          kind={act === 'approve' ? 'primary' : 'ghost'}
          onPress={() => (act === 'return' ? setReturning(true) : setAsked(act as Asked))}
        >
          {label}
        </Button>
      ))}
      <CallSheetButton push={push} />
      {returning && <ReturnSheet push={push} onClose={closeReturn} />}
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
