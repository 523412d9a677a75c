import { View } from '@tarojs/components'
import './fact.scss'

/** A name and its value, the values of all under one another; nothing where there is none: `<Fact name='学历' value='大专' />`. */
export const Fact = ({ name, value }: { name: string; value: string | null | undefined }) =>
  value ? (
    <View className="fact">
      <View className="fact-name">{name}</View>
      <View className="fact-value">{value}</View>
    </View>
  ) : null
