import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import type { WallPhoto } from 'types/volunteer-wall'
import { Button } from '@/components/button'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { Empty } from '@/components/empty'
import { MoreButton } from '@/components/more-button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { WallGrid } from '@/components/wall-grid'
import { WallPostSheet } from '@/components/wall-post-sheet'
import { useHidePhoto, usePostPhoto, useWall } from '@/features/volunteer/wall/wall-api'
import { useNeededParam } from '@/hooks/use-needed-param'
import { showToast } from '@/lib/toast-store'

const empty = (
  <Empty icon="photo" title="还没有照片" detail="参加这次活动的人都可以传；组织单位看过之后，大家才看得到。" />
)

const HideDialog = ({ photo, onClose }: { photo: WallPhoto | undefined; onClose: () => void }) => {
  const hiding = useHidePhoto()
  const confirm = () =>
    photo &&
    hiding.mutate({ id: photo.id }, { onSuccess: () => showToast('已撤下，别人看不到了', 'good'), onSettled: onClose })
  return (
    <ConfirmDialog
      open={photo !== undefined}
      title="撤下这张照片？"
      confirmWord="撤下"
      loading={hiding.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      立即对所有人隐藏，不用写原因；组织单位会把它删除。
    </ConfirmDialog>
  )
}

/** The photo wall of an activity, for who took part. */
const WallPage = () => {
  const id = useNeededParam('id')
  const wall = useWall(id)
  const [posting, setPosting] = useState(false)
  const [chosen, setChosen] = useState<WallPhoto>()
  const close = useCallback(() => setPosting(false), [])
  const posted = usePostPhoto()
  const first = wall.data?.pages[0]
  return (
    <Page
      title="活动照片"
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
              photos={pages.flatMap(({ items }) => items)}
              acts={(photo) => (
                <Button small kind="quiet" onPress={() => setChosen(photo)}>
                  {photo.mine ? '撤下我传的' : '有我，请撤下'}
                </Button>
              )}
            />
            <MoreButton query={wall} />
          </View>
        )}
      </QueryView>
      <HideDialog photo={chosen} onClose={() => setChosen(undefined)} />
      {posting && (
        <WallPostSheet
          activityId={id}
          says="照片里的位置、时间和手机型号会去掉；组织单位看过之后大家才看得到，保存 24 个月。"
          post={(photo) => posted.mutateAsync(photo)}
          onClose={close}
        />
      )}
    </Page>
  )
}

export default WallPage
