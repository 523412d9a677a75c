import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { awardMachine, rewardWord } from 'types/hazard-award'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { StateTag } from '@/components/tag'
import { Timeline } from '@/components/timeline'
import { showDate } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { openDocument } from '@/lib/open-document'
import { routes } from '@/lib/routes'
import { useAwardSignOff, useTakeBack, type Award } from './award-api'
import { ruleWord } from './award-values'
import { ObjectionList } from './objection-list'
import { PlaceCard, type PlaceAct } from './place-rows'

const whenOf = ({ state, objectUntil, finalAt }: Award) => {
  if (state === 'announced' && objectUntil) return `公示到 ${showDate(objectUntil)}`
  return finalAt ? `${showDate(finalAt)}定稿` : ''
}

const Head = ({ award }: { award: Award }) => (
  <Card>
    <View className="stack-s">
      <View className="row-between">
        <View className="title grow">{award.title}</View>
        <StateTag state={awardMachine.states[award.state]} />
      </View>
      <View className="note">{[award.node, whenOf(award)].filter(Boolean).join(' · ')}</View>
      <View>{ruleWord(award)}</View>
      <View>
        {award.count} 人，每人 {rewardWord(award.reward)}；{showDate(`${award.claim.until}T12:00:00+08:00`)}前到
        {award.claim.where}领取
      </View>
      {award.reason && <View className="ink-red">不办的原因：{award.reason}</View>}
    </View>
  </Card>
)

const excluded = ({ handlers, employers, gone, rewarded }: Award['tally']) =>
  [
    ...(handlers > 0 ? [`经办过或管着这条隐患的 ${handlers} 人次`] : []),
    ...(employers > 0 ? [`对本单位保密的 ${employers} 人次（由上级工会奖励）`] : []),
    ...(gone > 0 ? [`已注销的 ${gone} 人次`] : []),
    ...(rewarded > 0 ? [`已在别的名单里的 ${rewarded} 人次`] : []),
  ].join('，')

/** Why the list is what it is, and where the line fell. */
const Reckoning = ({ award }: { award: Award }) => {
  const { tally, places, waiting, count, state } = award
  if (state !== 'draft') return null
  const without = excluded(tally)
  return (
    <Card tone={places.length === 0 ? 'amber' : 'plain'}>
      <View className="stack-s">
        <View>
          这段时间销号 {tally.hazards} 条，符合条件 {tally.people} 人。
          {waiting.count > 0 && `前 ${count} 名列入，线下还有 ${waiting.count} 人。`}
          {places.length > 0 && places.length < count && `不足 ${count} 人，按实际人数。`}
          {places.length === 0 && '没有人符合，请改条件。'}
        </View>
        {without && <View className="note">没有算入：{without}。</View>}
        <View className="note">按等级、上报先后排列，每人一次；名单由条件得出，不能手工加人。</View>
      </View>
    </Card>
  )
}

const Waiting = ({ award }: { award: Award }) => {
  const { next, count } = award.waiting
  if (count === 0 || (award.state !== 'draft' && award.state !== 'announced')) return null
  return (
    <View className="stack">
      <View className="title">线下候补（{count} 人）</View>
      <View className="office-grid">
        {next.map((place, index) => (
          <PlaceCard key={place.of} place={place} rank={award.places.length + index + 1} acts={[]} />
        ))}
      </View>
    </View>
  )
}

const Left = ({ award }: { award: Award }) => {
  const back = useTakeBack()
  const { id, version, left, acts } = award
  if (left.length === 0) return null
  return (
    <Card>
      <View className="stack-s">
        <View className="strong">没有列入</View>
        {left.map(({ of, label, reason }) => (
          <View key={of} className="row-between">
            <View className="grow">
              {label}：{reason}
            </View>
            {acts.includes('takeBack') && (
              <Button small kind="quiet" loading={back.isPending} onPress={() => back.mutate({ id, version, of })}>
                重新列入
              </Button>
            )}
          </View>
        ))}
      </View>
    </Card>
  )
}

const Papers = ({ award }: { award: Award }) => {
  const sheet = useAwardSignOff()
  const open = () =>
    sheet.mutate({ id: award.id }, { onSuccess: ({ url, fileName }) => void openDocument(url, fileName) })
  if (award.state !== 'announced' && award.state !== 'final') return null
  return (
    <>
      <Button small kind="ghost" icon="eye" onPress={() => openPage(routes.hazardAward, { id: award.id })}>
        看公示页
      </Button>
      {award.state === 'final' && (
        <Button small kind="ghost" icon="download" loading={sheet.isPending} onPress={open}>
          签收单（表格）
        </Button>
      )}
    </>
  )
}

type PanelProps = {
  award: Award
  acts: readonly PlaceAct[]
  /** Buttons about the whole list that are not the page's main one. */
  children: ReactNode
}

/** One batch: its rule, its list, what was said against it and its steps. */
export const AwardPanel = ({ award, acts, children }: PanelProps) => (
  <View className="stack">
    <Head award={award} />
    <Reckoning award={award} />
    <View className="row-wrap">
      {children}
      <Papers award={award} />
    </View>
    <ObjectionList objections={award.objections} />
    {award.places.length > 0 && <View className="title">名单（{award.places.length} 人）</View>}
    <View className="office-grid">
      {award.places.map((place, index) => (
        <PlaceCard key={place.of} place={place} rank={index + 1} acts={acts} />
      ))}
    </View>
    <Left award={award} />
    <Waiting award={award} />
    <Card>
      <Timeline items={award.timeline} />
    </Card>
  </View>
)
