import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { ListGroup, ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { useEraseMe } from '@/features/session/api'
import { showTime } from '@/lib/clock'
import { givenPrivacy, withdrawPrivacy } from '@/lib/privacy'
import { privacyPurposes, type PrivacyPurpose } from '@/lib/privacy-store'
import { clearStored } from '@/lib/storage'
import { useQueue } from '@/lib/submit-queue'
import { showToast } from '@/lib/toast-store'

const purposes = Object.keys(privacyPurposes) as PrivacyPurpose[]

const Promises = () => (
  <Card>
    <View className="stack-s">
      <View className="title">我们怎样对待您的信息</View>
      <View>扫码、闯关、看法条不需要任何个人信息。</View>
      <View>上报隐患可以选“对企业保密”或“匿名”。匿名上报不保存您是谁。</View>
      <View>照片里的位置、时间和手机型号，在发出之前就从照片里去掉。</View>
      <View>身份证号只在申请志愿者时用到，加密保存；谁查看过完整号码都有记录。</View>
      <View>从不索取您的位置，不读取通讯录。</View>
    </View>
  </Card>
)

const Given = () => {
  const [given, setGiven] = useState(givenPrivacy)
  const withdraw = () => {
    withdrawPrivacy()
    setGiven({})
    showToast('已撤回，下次用到时会再问您', 'good')
  }
  return (
    <>
      <ListGroup title="您同意过的">
        {purposes.map((purpose) => {
          const at = given[purpose]
          return (
            <ListRow
              key={purpose}
              title={privacyPurposes[purpose].name}
              detail={privacyPurposes[purpose].why}
              value={at ? `${showTime(at)} 同意` : '未用到'}
            />
          )
        })}
      </ListGroup>
      {Object.keys(given).length > 0 && (
        <Button kind="ghost" onPress={withdraw}>
          全部撤回
        </Button>
      )}
    </>
  )
}

const Erase = () => {
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  const erase = useEraseMe()
  const confirm = () =>
    erase.mutate(undefined, {
      onSuccess: () => {
        clearStored()
        useQueue.setState({ items: [] })
        showToast('您的资料已删除', 'good')
      },
      onSettled: close,
    })
  return (
    <>
      <Button kind="danger" icon="trash" onPress={() => setOpen(true)}>
        删除我的资料
      </Button>
      <ConfirmDialog
        open={open}
        danger
        title="删除我的资料？"
        confirmWord="确认删除"
        loading={erase.isPending}
        onConfirm={confirm}
        onClose={close}
      >
        将删除您的姓名、手机号和单位，也会清除手机里的草稿。已受理的隐患会继续办理，但不再与您相连。删除后不能恢复。
      </ConfirmDialog>
    </>
  )
}

/** What is known, what was agreed to, and how to take it back. */
const Privacy = () => (
  <Page title="隐私">
    <Promises />
    <Given />
    <Erase />
  </Page>
)

export default Privacy
