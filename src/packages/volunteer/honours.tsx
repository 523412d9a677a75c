import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { honourKindLabels, honourMachine, type PublicHonour } from 'types/volunteer-year-award'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { StateTag } from '@/components/tag'
import { useObjectHonour, usePublicHonours } from '@/features/volunteer/year/api'
import { ObjectionSheet } from '@/features/volunteer/year/objection-sheet'
import { showDay } from '@/lib/clock'
import { saying } from '@/lib/said-and-done'

const One = ({ honour, onObject }: { honour: PublicHonour; onObject: () => void }) => (
  <Card>
    <View className="stack-s">
      <View className="row-between">
        <View className="title grow">{honour.name}</View>
        <StateTag state={honourMachine.states[honour.state]} />
      </View>
      <View className="text-m">
        {honour.year} 年度{honourKindLabels[honour.kind]} · {honour.node}推荐
      </View>
      <View className="pre-line">{honour.reason}</View>
      {honour.open && (
        <View className="row-between">
          <View className="note">公示到 {showDay(honour.objectUntil)}</View>
          <Button small kind="quiet" label={`对${honour.name}提出异议`} onPress={onObject}>
            提出异议
          </Button>
        </View>
      )}
    </View>
  </Card>
)

/** Who is proposed as excellent, for everybody to read and to object to. */
const HonoursPage = () => {
  const honours = usePublicHonours()
  const command = useObjectHonour()
  const [about, setAbout] = useState<PublicHonour>()
  const close = useCallback(() => setAbout(undefined), [])
  const send = (words: string) =>
    command.mutate({ id: about?.id ?? '', words }, saying('异议已提交，工会答复后才会确认', close))
  return (
    <Page title="优秀公示">
      <QueryView
        query={honours}
        isEmpty={(data) => data.items.length === 0}
        empty={<Empty icon="star" title="现在没有公示" detail="推荐的优秀志愿者和队伍会在这里公示至少五天。" />}
      >
        {(data) => (
          <View className="stack">
            {data.items.map((one) => (
              <One key={one.id} honour={one} onObject={() => setAbout(one)} />
            ))}
          </View>
        )}
      </QueryView>
      {about && <ObjectionSheet hint="不用留姓名；请写清楚事实。" command={command} onWords={send} onClose={close} />}
    </Page>
  )
}

export default HonoursPage
