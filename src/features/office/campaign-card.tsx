import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { campaignMachine } from 'types/quiz-contest'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import type { IconName } from '@/components/icon'
import { Stat } from '@/components/stat'
import { StateTag, Tag } from '@/components/tag'
import { showDate, showDay } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { routes, type Route } from '@/lib/routes'
import { showNumber, showShare } from '@/lib/show-number'
import { CampaignSheet } from './campaign-sheet'
import { nameOfRuleSet } from './contest-values'
import { attemptWords } from './contest-words'
import { MoveButtons } from './move-buttons'
import { useMoveCampaign, type Campaign } from './quiz-api'
import { ShortLevels } from './bank/short-levels'
import './office.scss'

const asks = {
  open: { title: '现在开始？', text: '开始后职工就能闯关，题目和关卡不能再改。', done: '活动已开始' },
  close: { title: '现在结束？', text: '结束后不能再闯关，也不能重新开始；成绩都会保留。', done: '活动已结束' },
  drop: { title: '删除这个活动？', text: '删除后不能恢复；放了它的展台码要另选活动。', done: '已删除' },
} as const

const passRate = ({ papers, passed }: Campaign) => (papers > 0 ? showShare(passed / papers) : '—')

const Head = ({ campaign }: { campaign: Campaign }) => (
  <View className="stack-s">
    <View className="row-between">
      <View className="title">{campaign.title}</View>
      <StateTag state={campaignMachine.states[campaign.state]} />
    </View>
    <View className="row-wrap">
      <Tag tone="grey">{nameOfRuleSet(campaign.ruleSet)}</Tag>
      <View className="text-m">{attemptWords(campaign.attempts)}</View>
    </View>
    <View className="text-m">{`${showDate(campaign.opensAt)} 至 ${showDay(campaign.closesAt)}`}</View>
  </View>
)

const EditButton = ({ campaign }: { campaign: Campaign }) => {
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  if (campaign.state === 'closed') return null
  return (
    <>
      <Button kind="quiet" small icon="edit" label={`改活动：${campaign.title}`} onPress={() => setOpen(true)}>
        改活动
      </Button>
      {open && <CampaignSheet campaign={campaign} onClose={close} />}
    </>
  )
}

type TeamProps = { campaign: Campaign; onTeam: (campaign: Campaign) => void }

const TeamButton = ({ campaign, onTeam }: TeamProps) =>
  campaign.state === 'closed' ? null : (
    <Button kind="quiet" small icon="share" label={`班组链接：${campaign.title}`} onPress={() => onTeam(campaign)}>
      班组链接
    </Button>
  )

/** A contest of a union above that runs among one's own people. */
export const CampaignAboveCard = ({ campaign, onTeam }: TeamProps) => (
  <Card>
    <View className="stack">
      <Head campaign={campaign} />
      <View className="text-m">上级工会举办，本单位职工可以参加。把班组链接发给企业，成绩就算给本单位。</View>
      <View className="row-wrap">
        <TeamButton campaign={campaign} onTeam={onTeam} />
      </View>
    </View>
  </Card>
)

type Link = { word: string; icon: IconName; route: Route }
const links: readonly Link[] = [
  { word: '成绩', icon: 'chart', route: 'officeResults' },
  { word: '奖品和抽奖', icon: 'gift', route: 'officePrizes' },
]

const Links = ({ campaign: { id, title } }: { campaign: Campaign }) => (
  <View className="row-wrap">
    {links.map(({ word, icon, route }) => (
      <Button
        key={word}
        kind="ghost"
        small
        icon={icon}
        label={`${word}：${title}`}
        onPress={() => openPage(routes[route], { campaignId: id })}
      >
        {word}
      </Button>
    ))}
  </View>
)

const Acts = ({ campaign, onTeam }: TeamProps) => {
  const move = useMoveCampaign()
  return (
    <View className="row-wrap">
      <EditButton campaign={campaign} />
      <TeamButton campaign={campaign} onTeam={onTeam} />
      <MoveButtons machine={campaignMachine} thing={campaign} words={asks} command={move} />
    </View>
  )
}

/** One campaign: its rules and days, who plays, and what can be done with it. */
export const CampaignCard = ({ campaign, onTeam }: TeamProps) => (
  <Card>
    <View className="stack">
      <Head campaign={campaign} />
      <ShortLevels campaign={campaign} />
      <View className="office-stats">
        <Stat value={campaign.players} label="参与人数" />
        <Stat value={showNumber(campaign.papers)} label="答卷" />
        <Stat value={passRate(campaign)} label="过关率" />
      </View>
      <Links campaign={campaign} />
      {campaign.state !== 'closed' && <Acts campaign={campaign} onTeam={onTeam} />}
    </View>
  </Card>
)
