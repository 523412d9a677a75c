import { View } from '@tarojs/components'
import type { Badge } from 'types/volunteer-certificate'
import { formatDate, formatTime } from 'types/calendar'
import { Picture } from '@/components/picture'
import { useNow } from '@/hooks/use-now'
import './badge-card.scss'

const secondsOf = (at: Date) => String(at.getSeconds()).padStart(2, '0')

/** Time that goes on: a picture of yesterday's badge is told apart from a badge. */
export const LiveTime = () => {
  const now = useNow(1000)
  return (
    <View className="live-time">
      <View className="live-time-run" />
      <View className="live-time-word">
        {formatDate(now)} {formatTime(now)}:{secondsOf(now)}
      </View>
    </View>
  )
}

const initialOf = (name: string) => [...name].slice(-2).join('')

/** The badge as it is shown at a gate. */
export const BadgeCard = ({ badge }: { badge: Badge }) => (
  <View className="badge">
    <View className="badge-head">
      <View className="badge-what">安全生产社会监督</View>
      <View className="badge-title">职工志愿者证</View>
    </View>
    <View className="badge-body">
      {badge.photo ? (
        <Picture className="badge-photo" src={badge.photo} label={`${badge.name}的照片`} />
      ) : (
        <View className="badge-photo badge-initial">{initialOf(badge.name)}</View>
      )}
      <View className="badge-name">{badge.name}</View>
      <View className="badge-number">{badge.number}</View>
      <View className="badge-line">{badge.team ?? badge.union}</View>
      {badge.team && <View className="badge-line badge-quiet">{badge.union}</View>}
      <View className="badge-line badge-quiet">专业：{badge.specialties.join('、')}</View>
      <View className="badge-line badge-quiet">{badge.year} 年有效，至 12 月 31 日</View>
    </View>
    <LiveTime />
    <View className="badge-code-box">
      <Picture className="badge-code" mode="aspectFit" src={badge.code} label="核验用的小程序码" />
      <View className="note">微信扫一扫，核验此刻是否在册</View>
    </View>
  </View>
)
