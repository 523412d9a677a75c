import { useState } from 'react'
import { View } from '@tarojs/components'
import { readyTexts } from 'types/ready-texts'
import type { TextRow } from 'types/notice-template'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { Segment } from '@/components/segment'
import { useTexts } from '@/features/office/wording/text-api'
import { byFolder } from '@/features/office/wording/text-values'
import { SeatChoice, type Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import '@/features/office/office.scss'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

const views = [
  { value: 'live', label: '在用' },
  { value: 'ready', label: '现成的' },
  { value: 'retired', label: '已停用' },
] as const
type Shown = (typeof views)[number]['value']

const NoText = ({ onReady }: { onReady: () => void }) => (
  <Empty icon="send" title="还没有保存的文本" detail="把常用的通知写一次存下来，下次推送直接选用。">
    <Button kind="ghost" onPress={onReady}>
      看看现成的
    </Button>
  </Empty>
)
const noRetired = <Empty icon="send" title="没有停用的文本" detail="停用的文本会放在这里，随时可以恢复。" />

const detailOf = ({ edition, by, mine, nodeName }: TextRow) =>
  mine ? `第 ${edition} 版 · ${by}` : `${nodeName}的，可以使用`

const Kept = ({ seat, state, onReady }: { seat: Seat; state: 'live' | 'retired'; onReady: () => void }) => {
  const texts = useTexts(seat.nodeId, state)
  return (
    <QueryView
      query={texts}
      skeleton={<Skeleton kind="list" />}
      isEmpty={({ items }) => items.length === 0}
      empty={state === 'live' ? <NoText onReady={onReady} /> : noRetired}
    >
      {({ items }) => (
        <>
          {byFolder(items).map(([folder, own]) => (
            <ListGroup key={folder} title={folder || '没有分文件夹'}>
              {own.map((text) => (
                <ListRow
                  key={text.id}
                  title={text.name}
                  detail={detailOf(text)}
                  onPress={() => openPage(routes.officeText, { id: text.id })}
                />
              ))}
            </ListGroup>
          ))}
        </>
      )}
    </QueryView>
  )
}

const Ready = () => (
  <>
    {(['天气', '节日'] as const).map((kind) => (
      <ListGroup key={kind} title={`${kind}提醒`}>
        {readyTexts
          .filter((text) => text.kind === kind)
          .map((text) => (
            <ListRow
              key={text.key}
              title={text.name}
              detail={text.wording.thing1}
              value="用它推送"
              onPress={() => openPage(routes.officePushNew, { ready: text.key })}
            />
          ))}
      </ListGroup>
    ))}
    <View className="note">
      点开后直接进入新建推送，内容可以在发送前修改。发出后，在“送达结果”里能看到多少人看过、7 天内多少家企业有隐患记录。
    </View>
  </>
)

const TextList = ({ seat }: { seat: Seat }) => {
  const [view, setView] = useState<Shown>('live')
  return (
    <Page
      title="消息文本"
      wide
      footer={
        <View className="office-act">
          <Button icon="edit" onPress={() => openPage(routes.officeTextEdit)}>
            写一条新文本
          </Button>
        </View>
      }
    >
      <SeatChoice seat={seat} />
      <Segment label="看哪些文本" options={views} value={view} onChange={setView} />
      {view === 'ready' ? <Ready /> : <Kept seat={seat} state={view} onReady={() => setView('ready')} />}
    </Page>
  )
}

/** Texts a union keeps for its messages, and those that come with the product. */
const TextsPage = () => <WithSeat title="消息文本">{(seat) => <TextList key={seat.id} seat={seat} />}</WithSeat>

export default TextsPage
