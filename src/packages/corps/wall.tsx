import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import type { WallPhoto } from 'types/volunteer-wall'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { MoreButton } from '@/components/more-button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { WallGrid } from '@/components/wall-grid'
import { WallPostSheet } from '@/components/wall-post-sheet'
import { useHangPhoto, useOfficeWall, useSettlePhoto } from '@/features/corps/wall/office-wall-api'
import { hasRole } from '@/features/session/access'
import { useMe } from '@/features/session/api'
import { useNeededParam } from '@/hooks/use-needed-param'
import { showToast } from '@/lib/toast-store'

const empty = <Empty icon="photo" title="还没有照片" detail="参加的人和组织单位都可以传。" />

const Acts = ({ photo }: { photo: WallPhoto }) => {
  const settling = useSettlePhoto()
  const settle = (act: 'show' | 'remove', said: string) =>
    settling.mutate({ id: photo.id, version: photo.version, act }, { onSuccess: () => showToast(said, 'good') })
  return (
    <View className="row-wrap">
      {photo.state === 'waiting' && (
        <Button small loading={settling.isPending} onPress={() => settle('show', '已展示')}>
          展示
        </Button>
      )}
      <Button small kind="quiet" onPress={() => settle('remove', '已撤下并删除')}>
        撤下
      </Button>
    </View>
  )
}

/** The wall as its organiser keeps it: what waits for a look, what somebody wants hidden. */
const OfficeWallPage = () => {
  const id = useNeededParam('id')
  const wall = useOfficeWall(id)
  const isOfficer = hasRole(useMe().data, 'officer')
  const [posting, setPosting] = useState(false)
  const close = useCallback(() => setPosting(false), [])
  const hung = useHangPhoto()
  const first = wall.data?.pages[0]
  return (
    <Page
      title="活动照片"
      wide
      footer={first?.mayPost ? <Button onPress={() => setPosting(true)}>上传照片</Button> : undefined}
    >
      {first && <View className="title">{first.title}</View>}
      <QueryView
        query={wall}
        skeleton={<Skeleton />}
        isEmpty={({ pages }) => pages[0]?.items.length === 0}
        empty={empty}
      >
        {({ pages }) => (
          <View className="stack">
            <WallGrid
              states
              photos={pages.flatMap(({ items }) => items)}
              acts={(photo) => isOfficer && <Acts photo={photo} />}
            />
            <MoreButton query={wall} />
          </View>
        )}
      </QueryView>
      {posting && (
        <WallPostSheet
          activityId={id}
          says="照片里的位置、时间和手机型号会去掉；您传的参加的人马上看得到，保存 24 个月。"
          post={(photo) => hung.mutateAsync(photo)}
          onClose={close}
        />
      )}
    </Page>
  )
}

export default OfficeWallPage
