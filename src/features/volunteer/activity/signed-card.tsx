import { View } from '@tarojs/components'
import { hoursWord } from 'types/volunteer-activity-hours'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { aria } from '@/lib/aria'
import { showTime } from '@/lib/clock'
import type { Signed, Signing } from './sign-in'

const headOf = ({ way, pending }: Signed) => {
  if (pending) return '已送达，等组织者核对'
  return way === 'in' ? '签到成功' : '签退成功'
}

const detailOf = ({ way, pending, at, minutes }: Signed) => {
  if (pending) return `${showTime(at)} 的码是断网时读到的，要组织者核对后才算数。`
  return way === 'in'
    ? `${showTime(at)} 签到。离开前请再扫一次签退码。`
    : `${showTime(at)} 签退，服务 ${hoursWord(minutes)}。`
}

/** What became of a sign-in, said aloud. */
export const SignedCard = ({ signing }: { signing: Signing }) => {
  if (signing.state === 'sending')
    return (
      <Card>
        <View {...aria({ role: 'status' })}>正在签到…</View>
      </Card>
    )
  if (signing.state === 'kept')
    return (
      <Card tone="amber">
        <View {...aria({ role: 'status' })}>
          没有网络，已把码和时间存在手机里，有网络时自动送出；请让组织者看一眼。
        </View>
      </Card>
    )
  if (signing.state === 'refused')
    return (
      <Card tone="red">
        <View {...aria({ role: 'alert' })}>{signing.problem}</View>
      </Card>
    )
  const { result } = signing
  return (
    <Card tone={result.pending ? 'amber' : 'green'}>
      <View className="stack-s" {...aria({ role: 'status' })}>
        <View className="row">
          <Icon name={result.pending ? 'clock' : 'check'} />
          <View className="title">{headOf(result)}</View>
        </View>
        <View>{result.title}</View>
        <View>{detailOf(result)}</View>
      </View>
    </Card>
  )
}
