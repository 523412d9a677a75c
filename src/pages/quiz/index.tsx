import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Tag } from '@/components/tag'
import { useProgress } from '@/features/session/api'
import { useArrival } from '@/features/session/use-arrival'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'

const words = { passed: '已过关', open: '可以挑战', locked: '未解锁' } as const
const tones = { passed: 'green', open: 'red', locked: 'grey' } as const

const Levels = ({ campaignId }: { campaignId: string }) => {
  const progress = useProgress(campaignId)
  return (
    <QueryView query={progress}>
      {(campaign) => (
        <>
          <Card>
            <View className="title">{campaign.title}</View>
            <View className="text-m">{campaign.slogan}</View>
          </Card>
          <ListGroup>
            {campaign.levels.map((level) => (
              <ListRow
                key={level.level}
                title={`第 ${level.level} 关 · ${level.title}`}
                detail={`${level.questions} 题，答对 ${level.passRight} 题过关`}
                value={<Tag tone={tones[level.state]}>{words[level.state]}</Tag>}
                onPress={
                  level.state === 'locked'
                    ? undefined
                    : () => openPage(routes.quizPaper, { campaignId, level: String(level.level) })
                }
              />
            ))}
          </ListGroup>
        </>
      )}
    </QueryView>
  )
}

/** The campaign's levels. */
const Quiz = () => {
  const landing = useArrival()
  return (
    <Page title="安全知识闯关" tab="quiz">
      <QueryView
        query={landing}
        isEmpty={(data) => !data.campaign}
        empty={<Empty icon="quiz" title="现在没有闯关活动" detail="有新活动时，工会会在展台和消息里告诉您。" />}
      >
        {(data) => <Levels campaignId={data.campaign?.id ?? ''} />}
      </QueryView>
    </Page>
  )
}

export default Quiz
