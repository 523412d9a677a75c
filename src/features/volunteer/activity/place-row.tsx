import { useState } from 'react'
import { View } from '@tarojs/components'
import { CheckRow } from '@/components/checkbox-field'
import { readStored, writeStored } from '@/lib/storage'
import { mayLocate } from '@/lib/where-am-i'

/** Whether signing in says how far it was from the meeting point; never ticked beforehand, and not there where the phone may not ask. */
export const PlaceRow = () => {
  const [on, setOn] = useState(readStored('sign-place') === true)
  if (!mayLocate()) return null
  const change = (next: boolean) => {
    writeStored('sign-place', next)
    setOn(next)
  }
  return (
    <CheckRow on={on} onChange={change} label="签到时附上我的位置">
      <View className="strong">签到时附上我的位置（可不选）</View>
      <View className="text-m">只算出离集合地点多少米，位置不保存；不附上也能签到。</View>
    </CheckRow>
  )
}
