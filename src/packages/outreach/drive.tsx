import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { useShareAppMessage } from '@tarojs/taro'
import { Card } from '@/components/card'
import { DriveCoverCard } from '@/components/drive-cover'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { ShareButton } from '@/components/share-button'
import { useShareCard } from '@/components/drive-share'
import { ShareCanvas } from '@/components/share-canvas'
import { Skeleton } from '@/components/skeleton'
import { useOfficeActivities } from '@/features/corps/activity/activity-office-api'
import { useDrive, type Drive } from '@/features/office/drive/api'
import { DriveActs } from '@/features/office/drive/drive-acts'
import { DriveStateTag } from '@/features/office/drive/drive-card'
import { FillSheet } from '@/features/office/drive/fill-sheet'
import { FunnelCard } from '@/features/office/drive/funnel-card'
import { GoalsCard } from '@/features/office/drive/goals-card'
import { NowCard } from '@/features/office/drive/now-card'
import { PartsCard } from '@/features/office/drive/parts-card'
import { PutInCard } from '@/features/office/drive/put-in-card'
import { SharesCard } from '@/features/office/drive/shares-card'
import { useNeededParam } from '@/hooks/use-needed-param'
import '@/features/office/office.scss'
import { routes } from '@/lib/routes'

const Filling = ({ drive, onClose }: { drive: Drive; onClose: () => void }) => {
  const found = useOfficeActivities(drive.nodeId, undefined).data?.pages.flatMap(({ items }) => items) ?? []
  const options = found.flatMap(({ id, title, state }) => (state === 'cancelled' ? [] : [{ value: id, label: title }]))
  return <FillSheet drive={drive} activities={options} onClose={onClose} />
}

const Shown = ({ drive }: { drive: Drive }) => {
  const [filling, setFilling] = useState(false)
  const close = useCallback(() => setFilling(false), [])
  return (
    <View className="office-split">
      <View className="office-part">
        <DriveCoverCard {...drive} union={drive.nodeName} />
        <View className="row-between">
          <DriveStateTag {...drive} />
          {drive.state === 'published' && <ShareButton>发给微信好友</ShareButton>}
        </View>
        {drive.reason && <Card tone="amber">{`撤回原因：${drive.reason}`}</Card>}
        {drive.mine && <DriveActs drive={drive} />}
        <GoalsCard drive={drive} />
        <NowCard drive={drive} />
        <FunnelCard drive={drive} />
      </View>
      <View className="office-part">
        <PutInCard drive={drive} onFill={() => setFilling(true)} />
        <PartsCard drive={drive} />
        <SharesCard drive={drive} />
      </View>
      {filling && <Filling drive={drive} onClose={close} />}
    </View>
  )
}

/** One drive for officers: how far it is, what is due, what is in it, and what each union below has done. */
const DrivePage = () => {
  const id = useNeededParam('id')
  const drive = useDrive(id)
  const imageUrl = useShareCard(drive.data && { ...drive.data, union: drive.data.nodeName })
  useShareAppMessage(() => ({
    title: drive.data?.slogan || drive.data?.theme || '主题活动',
    path: `${routes.drive}?id=${id}`,
    ...(imageUrl && { imageUrl }),
  }))
  return (
    <Page title="主题活动" wide>
      <QueryView query={drive} skeleton={<Skeleton kind="card" count={3} />}>
        {(data) => <Shown drive={data} />}
      </QueryView>
      <ShareCanvas />
    </Page>
  )
}

export default DrivePage
