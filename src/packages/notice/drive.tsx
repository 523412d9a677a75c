import { View } from '@tarojs/components'
import { useShareAppMessage } from '@tarojs/taro'
import { hazardKindLabels } from 'types/hazard'
import { Card } from '@/components/card'
import { DriveCoverCard } from '@/components/drive-cover'
import { DriveStages } from '@/components/drive-stages'
import { ListGroup, ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { ShareButton } from '@/components/share-button'
import { useShareCard } from '@/components/drive-share'
import { ShareCanvas } from '@/components/share-canvas'
import { Skeleton } from '@/components/skeleton'
import { usePublicDrive, type PublicDrive } from '@/features/drive/api'
import { chooseContest } from '@/features/session/contest-choice'
import { useNeededParam } from '@/hooks/use-needed-param'
import { showTime } from '@/lib/clock'
import { openPage, openTab } from '@/lib/go'
import { routes } from '@/lib/routes'

const play = (id: string) => {
  chooseContest(id)
  openTab('quiz')
}

/** What one can do: answer, look for hazards, take part. */
const Ways = ({ drive: { state, kinds, contests, activities } }: { drive: PublicDrive }) => {
  if (state !== 'published') return <Card tone="amber">这个主题活动已经结束，谢谢参与。</Card>
  const looked = kinds.map((kind) => hazardKindLabels[kind]).join('、')
  return (
    <ListGroup title="一起参加">
      {contests.map(({ id, title }) => (
        <ListRow key={id} icon="quiz" tone="red" title={title} detail="闯关答题" onPress={() => play(id)} />
      ))}
      <ListRow
        icon="camera"
        tone="amber"
        title="随手拍隐患"
        detail={looked ? `重点看：${looked}` : '看到不安全的，拍下来'}
        onPress={() => openTab('hazard')}
      />
      {activities.map(({ id, title, startsAt, place }) => (
        <ListRow
          key={id}
          icon="volunteer"
          tone="green"
          title={title}
          detail={`${showTime(startsAt)} · ${place} · 志愿者参加`}
          onPress={() => openPage(routes.volunteerActivity, { id })}
        />
      ))}
    </ListGroup>
  )
}

const Shown = ({ drive }: { drive: PublicDrive }) => (
  <>
    <DriveCoverCard {...drive} union={drive.nodeName} />
    <Ways drive={drive} />
    {drive.stages.length > 0 && (
      <Card>
        <View className="stack">
          <View className="title">怎么安排</View>
          <DriveStages stages={drive.stages} />
        </View>
      </Card>
    )}
    <ShareButton>告诉工友</ShareButton>
  </>
)

/** A drive as everybody sees it: what it is about, when, and what one can do. */
const DrivePage = () => {
  const id = useNeededParam('id')
  const drive = usePublicDrive(id)
  const imageUrl = useShareCard(drive.data && { ...drive.data, union: drive.data.nodeName })
  useShareAppMessage(() => ({
    title: drive.data?.slogan || drive.data?.theme || '主题活动',
    path: `${routes.drive}?id=${id}`,
    ...(imageUrl && { imageUrl }),
  }))
  return (
    <Page title="主题活动">
      <QueryView query={drive} skeleton={<Skeleton kind="card" count={2} />}>
        {(data) => <Shown drive={data} />}
      </QueryView>
      <ShareCanvas />
    </Page>
  )
}

export default DrivePage
