import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import type { Drive } from './api'

type Props = { drive: Drive; onFill: () => void }

/** What can be made for the drive from here; who only sees it makes his own. */
export const PutInCard = ({ drive, onFill }: Props) => {
  if (!drive.mayJoin) return null
  const { id: driveId, theme, mine } = drive
  const contest = drive.contests.find(({ state }) => state === 'open' || state === 'draft')?.id
  const told = { driveId, title: theme, from: drive.from, union: drive.nodeName, slogan: drive.slogan }
  return (
    <Card>
      <View className="stack-s">
        <View className="title">{mine ? '组织起来' : '本单位也来参加'}</View>
        <View className="row-wrap">
          <Button
            kind="ghost"
            icon="quiz"
            onPress={() =>
              openPage(routes.officeCampaignNew, { driveId, title: theme, from: drive.from, to: drive.to })
            }
          >
            新建竞赛
          </Button>
          <Button
            kind="ghost"
            icon="calendar"
            onPress={() => openPage(routes.corpsActivityNew, { driveId, title: theme })}
          >
            发布志愿活动
          </Button>
          <Button
            kind="ghost"
            icon="scan"
            onPress={() => openPage(routes.officeBoothNew, { campaignId: contest, driveId })}
          >
            设展台
          </Button>
          <Button kind="ghost" icon="send" onPress={() => openPage(routes.officePushNew, told)}>
            推送消息
          </Button>
          {mine && (
            <Button kind="quiet" icon="list" onPress={onFill}>
              放入已有的
            </Button>
          )}
        </View>
      </View>
    </Card>
  )
}
