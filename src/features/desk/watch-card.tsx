import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { congressLabels, listingLabels } from 'types/hazard-proof-views'
import { Card } from '@/components/card'
import { Tag } from '@/components/tag'
import { showDay, showRemaining, showTime } from '@/lib/clock'
import type { HazardDetail } from './api'
import { PicturesRow } from './pictures-row'

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <View>
    <View className="note">{name}</View>
    <View>{children}</View>
  </View>
)

const missing = <View className="ink-red">还没有登记</View>

/** 双报告 of a major hazard: what is there and what is still missing before it can be closed. */
export const ProofsCard = ({ detail: { grade, proofs } }: { detail: HazardDetail }) => {
  if (grade !== 'major') return null
  const { regulator, congress } = proofs
  return (
    <Card>
      <View className="stack-s">
        <View className="strong">重大隐患双报告</View>
        <Fact name="报监管部门">
          {regulator ? `${showDay(regulator.at)} 报${regulator.to}，${regulator.number}` : missing}
        </Fact>
        <Fact name="向职工通报">
          {congress ? `${showDay(congress.at)} ${congressLabels[congress.form]}，${congress.where}` : missing}
        </Fact>
      </View>
    </Card>
  )
}

/** 挂牌督办, for as long as there is anything to say of it. */
export const ListingCard = ({ detail: { listing } }: { detail: HazardDetail }) =>
  listing && (
    <Card tone={listing.delisted ? 'plain' : 'amber'}>
      <View className="stack-s">
        <View className="row-between">
          <View className="strong">{listingLabels[listing.level]}级挂牌督办</View>
          {listing.delisted ? <Tag tone="grey">已摘牌</Tag> : <View>{showRemaining(listing.dueAt)}</View>}
        </View>
        <View>
          {listing.number} · {showDay(listing.publishedAt)}公布 · 期限{showDay(listing.dueAt)}
        </View>
        {listing.extensions.map(({ at, dueAt, reason }) => (
          <View key={at} className="text-m">
            延到{showDay(dueAt)}：{reason}
          </View>
        ))}
        {listing.delisted && (
          <View className="text-m">
            {showDay(listing.delisted.at)}摘牌：{listing.delisted.reason}
          </View>
        )}
      </View>
    </Card>
  )

const saidBy = { reporter: '上报人反映仍有隐患', officer: '工会发现又出现' } as const

/** What was said after the closing, newest first. */
export const ReopeningsCard = ({ detail: { reopenings } }: { detail: HazardDetail }) =>
  reopenings.length === 0 ? null : (
    <Card tone="amber">
      <View className="stack-s">
        {reopenings.map(({ at, by, reason, photos }) => (
          <View key={at} className="stack-s">
            <View className="strong">{saidBy[by]}</View>
            <View className="pre-line">{reason}</View>
            <PicturesRow pictures={photos} label="复查照片" />
            <View className="note">{showTime(at)}</View>
          </View>
        ))}
      </View>
    </Card>
  )
