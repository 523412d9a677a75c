import { View } from '@tarojs/components'
import { aria } from '@/lib/aria'
import { useNetwork } from '@/lib/network'
import { useQueue } from '@/lib/submit-queue'
import { Icon } from './icon'
import './network-bar.scss'

/** Says that the network is bad and that nothing is lost; gone when all is well. */
export const NetworkBar = () => {
  const isReachable = useNetwork()
  const waiting = useQueue((queue) => queue.items.filter((item) => item.state === 'waiting').length)
  if (isReachable) return null
  return (
    <View className="network-bar" {...aria({ role: 'status' })}>
      <Icon name="offline" size="s" />
      <View className="grow">
        {waiting > 0 ? `网络不太好，${waiting} 件已存在手机里，恢复后自动送出` : '网络不太好，您填的内容会存在手机里'}
      </View>
    </View>
  )
}
