import { View } from '@tarojs/components'
import { aria } from '@/lib/aria'
import { classNames } from '@/lib/class-names'
import { Icon } from './icon'
import './steps.scss'

type Props = {
  titles: readonly string[]
  /** 0-based. */
  now: number
}

/** Where the person is in a form of several short steps. */
export const Steps = ({ titles, now }: Props) => (
  <View
    className="steps"
    {...aria({ role: 'group', label: `第 ${now + 1} 步，共 ${titles.length} 步：${titles[now] ?? ''}` })}
  >
    <View className="steps-marks">
      {titles.map((title, index) => (
        <View
          key={title}
          className={classNames('steps-mark', index < now && 'steps-done', index === now && 'steps-now')}
        >
          {index < now ? <Icon name="check" size="s" /> : index + 1}
        </View>
      ))}
    </View>
    <View className="row-between">
      <View className="title">{titles[now]}</View>
      <View className="note">
        第 {now + 1} 步 / 共 {titles.length} 步
      </View>
    </View>
  </View>
)
