import { View } from '@tarojs/components'
import { aimWords } from 'types/drive-aims'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { QueryView } from '@/components/query-view'
import { dayOf } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { useFunnel } from '../booth/funnel-api'
import { spanWords } from '../booth/funnel-times'
import { StageBars } from '../booth/stage-bars'
import type { Drive } from './api'

const Bars = ({ drive }: { drive: Drive }) => {
  const { id: driveId, nodeId, form } = drive
  const funnel = useFunnel({ nodeId, driveId }, dayOf(new Date()))
  return (
    <QueryView query={funnel}>
      {({ totals }) => (
        <View className="stack">
          <StageBars counts={totals} aims={aimWords(form.goals, totals)} />
          <View className="note">{spanWords(form)}</View>
          <Button kind="ghost" icon="chart" onPress={() => openPage(routes.officeBoothFunnel, { driveId, nodeId })}>
            按天、按时段、按展台看
          </Button>
        </View>
      )}
    </QueryView>
  )
}

/** What the booths of a drive brought, step by step, beside its goals; nothing for who only sees the drive. */
export const FunnelCard = ({ drive }: { drive: Drive }) => {
  if (!drive.mine) return null
  return (
    <Card>
      <View className="stack">
        <View className="title">展台成效</View>
        {drive.booths.length > 0 ? (
          <Bars drive={drive} />
        ) : (
          <View className="text-m">
            还没有展台。建一个展示活动竞赛的展台，或把已有的展台放进来，有人扫码后这里就有数字。
          </View>
        )}
      </View>
    </Card>
  )
}
