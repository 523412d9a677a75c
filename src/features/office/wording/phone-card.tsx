import { View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import './phone-card.scss'

type Props = { title: string; fields: readonly { name: string; value: string }[] }

/** A subscribe message as WeChat shows it: title, a row a field, and the way into the app. */
export const PhoneCard = ({ title, fields }: Props) => (
  <View className="phone-card">
    <View className="phone-card-head">
      <View className="phone-card-mark" />
      <View>安康志愿</View>
    </View>
    <View className="phone-card-title">{title}</View>
    {fields.map(({ name, value }) => (
      <View key={name} className="phone-card-row">
        <View className="phone-card-name">{name}</View>
        <View className="phone-card-value">{value || '（还没有写）'}</View>
      </View>
    ))}
    <View className="phone-card-foot">
      <View>进入小程序查看</View>
      <Icon name="chevron-right" size="s" />
    </View>
  </View>
)
