import { useState } from 'react'
import { View } from '@tarojs/components'
import type { ActivityForm } from 'types/volunteer-activity-form'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { showToast } from '@/lib/toast-store'
import { mayLocate, whereAmI } from '@/lib/where-am-i'

type Spot = ActivityForm['spot']
type Props = { spot: Spot; onChange: (spot: Spot) => void }

/** The place of the meeting point, taken on the spot; optional, and not there where the phone may not ask. */
export const SpotRow = ({ spot, onChange }: Props) => {
  const [busy, setBusy] = useState(false)
  if (!mayLocate() && !spot) return null
  const take = async () => {
    setBusy(true)
    const here = await whereAmI()
    setBusy(false)
    if (here) onChange(here)
    else showToast('没有取到位置，不填也可以', 'bad')
  }
  return (
    <Card>
      <View className="stack-s">
        <View className="strong">{spot ? '集合地点的位置已记下' : '集合地点的位置（可不填）'}</View>
        <View className="text-m">记下以后，愿意附上位置的人签到时会显示离这里多远；只作参考，不影响签到。</View>
        <View className="row-wrap">
          {mayLocate() && (
            <Button small kind="quiet" icon="place" loading={busy} onPress={() => void take()}>
              {spot ? '改成我现在的位置' : '用我现在的位置'}
            </Button>
          )}
          {spot && (
            <Button small kind="quiet" onPress={() => onChange(null)}>
              不用位置
            </Button>
          )}
        </View>
      </View>
    </Card>
  )
}
