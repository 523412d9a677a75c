import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { textMachine, type TextEdition, type TextRow } from 'types/notice-template'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { StateTag } from '@/components/tag'
import { Pairs } from '@/features/office/pairs'
import { SampleCard } from '@/features/office/wording/sample-card'
import { useRestoreText, useRetireText, useRevertText, useText } from '@/features/office/wording/text-api'
import { editionWords } from '@/features/office/wording/text-values'
import { messageTemplates } from 'types/message-templates'
import '@/features/office/office.scss'
import { useNeededParam } from '@/hooks/use-needed-param'
import { showTime } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { showToast } from '@/lib/toast-store'

const Acts = ({ text }: { text: TextRow }) => {
  const [asking, setAsking] = useState(false)
  const close = useCallback(() => setAsking(false), [])
  const retire = useRetireText()
  const restore = useRestoreText()
  const { id, version, state, mine } = text
  const done = (word: string) => ({ onSuccess: () => showToast(word, 'good'), onSettled: close })
  return (
    <View className="row-wrap">
      {mine && state === 'live' && (
        <Button small kind="ghost" icon="edit" onPress={() => openPage(routes.officeTextEdit, { id })}>
          修改
        </Button>
      )}
      <Button small kind="ghost" onPress={() => openPage(routes.officeTextEdit, { id, copy: '1' })}>
        复制一份
      </Button>
      {mine && state === 'live' && (
        <Button small kind="ghost" onPress={() => setAsking(true)}>
          停用
        </Button>
      )}
      {mine && state === 'retired' && (
        <Button
          small
          kind="ghost"
          loading={restore.isPending}
          onPress={() => restore.mutate({ id, version }, done('已恢复使用'))}
        >
          恢复使用
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        title={`停用“${text.name}”？`}
        confirmWord="停用"
        loading={retire.isPending}
        onConfirm={() => retire.mutate({ id, version }, done('已停用'))}
        onClose={close}
      >
        新建推送时不再能选它，随时可以恢复。已经发出和定时的推送不受影响。
      </ConfirmDialog>
    </View>
  )
}

const Editions = ({ text, editions }: { text: TextRow; editions: readonly TextEdition[] }) => {
  const [shown, setShown] = useState<number>()
  const revert = useRevertText()
  const bring = (edition: number) =>
    revert.mutate(
      { id: text.id, version: text.version, edition },
      { onSuccess: () => showToast('已恢复成新的一版', 'good'), onSettled: () => setShown(undefined) },
    )
  return (
    <Card>
      <View className="stack">
        <View className="title">改过什么</View>
        {editions.map((one) => (
          <View key={one.edition} className="stack-s">
            <View className="strong">{editionWords(one)}</View>
            <View className="note">{`${one.by} · ${one.office} · ${showTime(one.at)}`}</View>
            {one.edition === text.edition ? (
              <View className="text-m">现在用的是这一版。</View>
            ) : shown === one.edition ? (
              <>
                <Pairs
                  long
                  pairs={messageTemplates[text.template].fields.map(({ key, name }) => ({
                    name,
                    value: one.wording[key] || '没有写',
                  }))}
                />
                {text.mine && text.state === 'live' && (
                  <Button small kind="ghost" loading={revert.isPending} onPress={() => bring(one.edition)}>
                    恢复这一版
                  </Button>
                )}
              </>
            ) : (
              <Button small kind="quiet" onPress={() => setShown(one.edition)}>
                看这一版
              </Button>
            )}
          </View>
        ))}
      </View>
    </Card>
  )
}

/** One text: how it looks on the phone, its editions, and what can be done with it. */
const TextPage = () => {
  const query = useText(useNeededParam('id'))
  const text = query.data?.text
  return (
    <Page
      title="消息文本"
      wide
      footer={
        text?.state === 'live' && (
          <View className="office-act">
            <Button icon="send" onPress={() => openPage(routes.officePushNew, { text: text.id })}>
              用它推送
            </Button>
          </View>
        )
      }
    >
      <QueryView query={query}>
        {(data) => (
          <View className="office-split">
            <View className="office-part">
              <Card>
                <View className="stack-s">
                  <View className="row-between">
                    <View className="title">{data.text.name}</View>
                    <StateTag state={textMachine.states[data.text.state]} />
                  </View>
                  <View className="note">{`${data.text.nodeName}${data.text.folder ? ` · ${data.text.folder}` : ''}`}</View>
                  <Acts text={data.text} />
                </View>
              </Card>
              <SampleCard template={data.text.template} wording={data.text.wording} union={data.text.nodeName} />
            </View>
            <View className="office-part">
              <Editions text={data.text} editions={data.editions} />
            </View>
          </View>
        )}
      </QueryView>
    </Page>
  )
}

export default TextPage
