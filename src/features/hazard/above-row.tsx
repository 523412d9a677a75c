import { View } from '@tarojs/components'
import { CheckRow } from '@/components/checkbox-field'

type Props = { on: boolean; onChange: (on: boolean) => void }

/** Who would read it is whom it is about: the union above handles it, and he does not see it. */
export const AboveRow = ({ on, onChange }: Props) => (
  <CheckRow on={on} onChange={onChange}>
    <View className="text-m">涉及本单位负责人或工会干部，请上一级工会办理，他们看不到</View>
  </CheckRow>
)
