import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Sheet } from '@/components/sheet'
import { ShareButton } from '@/components/share-button'
import { copyText } from '@/lib/copy-text'
import { pageLink } from '@/lib/page-link'
import { sentenceOf } from '@/lib/query-client'
import { useTeamLink, type TeamLink } from './contest-api'
import { EnterpriseSearch } from './enterprise-field'
import type { Step } from './node-browser'
import type { Campaign } from './quiz-api'

/** The page a team's link opens: who comes by it plays for this unit. */
export const teamPage = (campaignId: string, unitId: string, key: string): string =>
  `/packages/quiz/unit?campaignId=${campaignId}&u=${unitId}&k=${key}`

/** What WeChat's share button sends while a link is at hand. */
export type TeamCard = { title: string; path: string }

type HandOnProps = { link: TeamLink; page: string }

const HandOn = ({ link, page }: HandOnProps) => {
  const address = pageLink(page)
  const words = `${link.campaign}：${link.unit}的职工请从这里进，成绩自动算给本单位。${address ?? ''}`
  return (
    <>
      <Card tone="green">{`从这里进来的职工，成绩算给“${link.unit}”，并记为经工会确认。`}</Card>
      <ShareButton>发给班组长</ShareButton>
      <Button kind={address ? 'primary' : 'ghost'} onPress={() => void copyText(address ? words : page, '班组链接')}>
        {address ? '复制班组链接' : '复制小程序路径（做二维码用）'}
      </Button>
      <View className="text-m">只发给这家企业的班组长。活动结束后链接就没有用了。</View>
    </>
  )
}

type Props = { campaign: Campaign; nodeId: string; onCard: (card: TeamCard) => void; onClose: () => void }

/** A link for one enterprise of the officer's own range, to be passed on by its team leaders. */
export const CampaignTeamSheet = ({ campaign, nodeId, onCard, onClose }: Props) => {
  const [unit, setUnit] = useState<Step | null>(null)
  const ask = useTeamLink()
  const choose = (chosen: Step) => {
    setUnit(chosen)
    ask.mutate(
      { campaignId: campaign.id, unitId: chosen.id },
      {
        onSuccess: ({ campaign: title, unit: name, key }) =>
          onCard({ title: `${title}：${name}的职工从这里进`, path: teamPage(campaign.id, chosen.id, key) }),
      },
    )
  }
  return (
    <Sheet open title={unit ? unit.name : '给哪家企业的班组'} onClose={onClose}>
      {!unit && <EnterpriseSearch nodeId={nodeId} onChoose={choose} />}
      {unit && ask.isPending && <View className="text-m">正在生成…</View>}
      {unit && ask.error && (
        <>
          <Card tone="red">{sentenceOf(ask.error)}</Card>
          <Button kind="ghost" onPress={() => choose(unit)}>
            再试一次
          </Button>
        </>
      )}
      {unit && ask.data && <HandOn link={ask.data} page={teamPage(campaign.id, unit.id, ask.data.key)} />}
      {unit && (
        <Button kind="quiet" onPress={() => setUnit(null)}>
          换一家企业
        </Button>
      )}
    </Sheet>
  )
}
