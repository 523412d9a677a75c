import { useCallback, useState } from 'react'
import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { driveMachine } from 'types/drive-machine'
import { movesFor } from 'types/state-machine'
import { ActSheet } from '@/components/act-sheet'
import { Button } from '@/components/button'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { TextareaField } from '@/components/textarea-field'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { showToast } from '@/lib/toast-store'
import { useMoveDrive, type Drive } from './api'

const asks = {
  publish: {
    ...{ word: '发布', title: '现在发布？', done: '已发布，职工和下级工会都能看到' },
    text: '发布后职工能看到主题、阶段和里面的竞赛、活动；还可以再修改。',
  },
  end: {
    ...{ word: '提前结束', title: '提前结束？', done: '已结束，进展都保留' },
    text: '结束后不能再放入新的内容，也不能恢复；到最后一天会自动结束。',
  },
} as const
type Asked = keyof typeof asks

const Ask = ({ drive, act }: { drive: Drive; act: Asked }) => {
  const [asking, setAsking] = useState(false)
  const close = useCallback(() => setAsking(false), [])
  const move = useMoveDrive()
  const { word, title, text, done } = asks[act]
  const confirm = () =>
    move.mutate(
      { id: drive.id, version: drive.version, act },
      {
        onSuccess: () => showToast(done, 'good'),
        onError: ({ message }) => showToast(message, 'bad'),
        onSettled: close,
      },
    )
  return (
    <>
      <Button kind={act === 'publish' ? 'primary' : 'quiet'} onPress={() => setAsking(true)}>
        {word}
      </Button>
      <ConfirmDialog
        open={asking}
        title={title}
        confirmWord={word}
        danger={act === 'end'}
        loading={move.isPending}
        onConfirm={confirm}
        onClose={close}
      >
        {text}
      </ConfirmDialog>
    </>
  )
}

const Withdraw = ({ drive }: { drive: Drive }) => {
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  const form = useForm({ defaultValues: { reason: '' } })
  const move = useMoveDrive()
  const submit = ({ reason }: { reason: string }) =>
    move.mutate(
      { id: drive.id, version: drive.version, act: 'withdraw', reason },
      {
        onSuccess: () => {
          showToast('已撤回，职工不再看到', 'good')
          close()
        },
      },
    )
  return (
    <>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        撤回
      </Button>
      <ActSheet
        open={open}
        title="撤回这个主题活动"
        form={form}
        pending={move.isPending}
        error={move.error}
        confirmWord="撤回"
        onClose={close}
        onSubmit={submit}
      >
        <TextareaField
          control={form.control}
          name="reason"
          label="原因"
          hint="撤回后不能恢复。里面的竞赛、志愿活动、展台照常进行。"
          max={100}
        />
      </ActSheet>
    </>
  )
}

/** What the drive's own union can do with it now. */
export const DriveActs = ({ drive }: { drive: Drive }) => {
  const acts = movesFor(driveMachine, drive.state, 'officer').map(({ act }) => act)
  return (
    <View className="row-wrap">
      {acts.includes('publish') && <Ask drive={drive} act="publish" />}
      {acts.includes('revise') && (
        <Button kind="ghost" icon="edit" onPress={() => openPage(routes.officeDriveNew, { id: drive.id })}>
          修改
        </Button>
      )}
      <Button kind="ghost" onPress={() => openPage(routes.officeDriveNew, { copy: drive.id })}>
        复制到明年
      </Button>
      {acts.includes('end') && <Ask drive={drive} act="end" />}
      {acts.includes('withdraw') && <Withdraw drive={drive} />}
    </View>
  )
}
