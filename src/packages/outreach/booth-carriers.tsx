import { useState } from 'react'
import { View } from '@tarojs/components'
import { creditHours } from 'types/visit-source'
import { roleLabels } from 'types/org'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { Picture } from '@/components/picture'
import { QueryView } from '@/components/query-view'
import { RowList } from '@/components/row-list'
import { Skeleton } from '@/components/skeleton'
import { Segment } from '@/components/segment'
import { useCarriers, useMyCode, type Carrier } from '@/features/office/booth/funnel-api'
import { StageBars } from '@/features/office/booth/stage-bars'
import '@/features/office/booth/my-code.scss'
import '@/features/office/office.scss'
import { SeatChoice, type Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import { savePicture } from '@/lib/save-picture'
import { showNumber, showTold } from '@/lib/show-number'

/** One's own code, to be shown on the phone or on a badge. */
const MyCode = () => (
  <QueryView aside query={useMyCode()} skeleton={<Skeleton kind="code" count={1} />}>
    {({ name, union, url, counts }) => (
      <Card>
        <View className="stack">
          <View className="title">我的推广码</View>
          <View className="center">
            <Picture className="my-code" mode="aspectFit" src={url} label={`${name}的推广码`} />
            <View>{[name, union].filter(Boolean).join(' · ')}</View>
          </View>
          <View className="text-m">{`给人扫这个码，${creditHours} 小时内他做的事记在您名下，同时也记给他扫过的展台。`}</View>
          {counts && <StageBars counts={counts} />}
          <Button kind="ghost" icon="download" onPress={() => void savePicture(url, `${name}的推广码`)}>
            保存图片
          </Button>
        </View>
      </Card>
    )}
  </QueryView>
)

const whoOptions = [
  { value: 'officers', label: '工会干部' },
  { value: 'volunteers', label: '志愿者' },
] as const

const detailOf = ({ role, nodeName, counts }: Carrier) =>
  [
    [role ? roleLabels[role] : '', nodeName].filter(Boolean).join(' · '),
    `答题 ${counts.players} · 上报 ${showTold(counts.reports)} · 报名 ${counts.applications} · 订阅 ${counts.consents}`,
  ]
    .filter(Boolean)
    .join(' · ')

const nothing = <Empty icon="people" title="这里还没有人" detail="请他们打开“我的推广码”，给人一扫就有记录。" />

const Carriers = ({ seat }: { seat: Seat }) => {
  const [who, setWho] = useState<'officers' | 'volunteers'>('officers')
  return (
    <Page title="谁带来了谁" wide>
      <SeatChoice seat={seat} />
      <View className="office-split">
        <MyCode />
        <View className="office-part">
          <Segment label="看谁" options={whoOptions} value={who} onChange={setWho} />
          <RowList query={useCarriers(seat.nodeId, who)} empty={nothing}>
            {(row) => (
              <ListRow
                key={row.id}
                title={row.name}
                detail={detailOf(row)}
                value={`带来 ${showNumber(row.counts.people)} 人`}
              />
            )}
          </RowList>
        </View>
      </View>
    </Page>
  )
}

/** One's own code, and who of the union brought whom by his. */
const BoothCarriersPage = () => (
  <WithSeat title="谁带来了谁">{(seat) => <Carriers key={seat.id} seat={seat} />}</WithSeat>
)

export default BoothCarriersPage
