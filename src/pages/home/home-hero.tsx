import { View } from '@tarojs/components'
import type { OutputOf } from 'types/contract'
import type { personEntries } from 'types/org'
import { SkeletonWord } from '@/components/skeleton'
import { Tag } from '@/components/tag'
import { daysUntil } from '@/lib/clock'
import { showNumber } from '@/lib/show-number'
import './home-hero.scss'

export type LandingData = OutputOf<typeof personEntries.landing>
type Campaign = NonNullable<LandingData['campaign']>

/** How long the campaign still runs, in words. */
const remaining = ({ state, opensAt, closesAt }: Campaign): string => {
  if (state === 'closed') return '本期活动已结束'
  if (state === 'draft') return `${Math.max(0, daysUntil(opensAt))} 天后开始`
  const days = daysUntil(closesAt)
  return days > 0 ? `还有 ${days} 天` : '今天结束'
}

const CampaignWords = ({ campaign }: { campaign: Campaign }) => (
  <>
    <View className="home-hero-title">{campaign.title}</View>
    <View className="home-hero-title">{campaign.slogan}</View>
    <View className="home-hero-note">
      {remaining(campaign)}
      {campaign.players > 0 && ` · ${showNumber(campaign.players)} 名职工已参加`}
    </View>
  </>
)

const UnionWords = () => (
  <>
    <View className="home-hero-title">身边有隐患，随手拍一拍</View>
    <View className="home-hero-note">工会替您向企业和有关部门反映，身份可以保密</View>
  </>
)

/** Union, booth and campaign: where the person has come to. */
export const HomeHero = ({ landing, failed }: { landing: LandingData | undefined; failed: boolean }) => (
  <View className="home-hero">
    <View className="row-wrap">
      {landing ? <Tag tone="white">{landing.union.name}</Tag> : !failed && <SkeletonWord />}
      {landing?.booth && <View className="home-hero-note">{landing.booth.name}</View>}
      {landing?.enterprise && <View className="home-hero-note">{landing.enterprise.name}</View>}
    </View>
    {landing?.campaign ? <CampaignWords campaign={landing.campaign} /> : <UnionWords />}
  </View>
)
