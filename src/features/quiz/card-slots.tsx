import { View } from '@tarojs/components'
import { aria } from '@/lib/aria'
import { classNames } from '@/lib/class-names'
import './card-slots.scss'

type Props = { all: readonly string[]; held: readonly string[] }

const spoken = (all: readonly string[], held: readonly string[]) => {
  const missing = all.filter((name) => !held.includes(name))
  return `已集 ${held.length} 张：${held.join('、') || '还没有'}${missing.length > 0 ? `，还差 ${missing.join('、')}` : ''}`
}

/** The cards of a set: those in hand, and an empty place for each that is missing. */
export const CardSlots = ({ all, held }: Props) => (
  <View className="card-slots" {...aria({ role: 'img', label: spoken(all, held) })}>
    {all.map((name) => (
      <View key={name} className={classNames('card-slot', held.includes(name) && 'card-slot-held')}>
        {name}
      </View>
    ))}
  </View>
)
