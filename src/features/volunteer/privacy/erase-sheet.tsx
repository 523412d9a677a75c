import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { keptByLaw } from 'types/volunteer-keep'
import type { MyData } from 'types/volunteer-privacy'
import { CommandSheet } from '@/components/command-sheet'
import { TextField } from '@/components/text-field'
import { saying } from '@/lib/said-and-done'
import { useEraseVolunteer } from './privacy-api'

/** Erasing at once what is kept of the volunteer, and what stays by law without him. */
export const EraseSheet = ({ data, onClose }: { data: MyData; onClose: () => void }) => {
  const erasing = useEraseVolunteer()
  const form = useForm({ defaultValues: { confirm: '' } })
  const submit = ({ confirm }: { confirm: string }) =>
    erasing.mutate(
      // Anything else is answered by the function with what to type.
      { id: data.id, version: data.version, confirm: confirm as '删除' },
      saying('已删除', onClose),
    )
  return (
    <CommandSheet
      title="删除我的志愿者资料"
      form={form}
      command={erasing}
      confirmWord="立即删除，不能恢复"
      onClose={onClose}
      onSubmit={submit}
    >
      <View>申请表、照片、队伍和活动里的您，会立即删除；您也不再是志愿者。答题和随手拍不受影响。</View>
      <View className="strong">依法要留下的（都不含是谁）</View>
      {keptByLaw.map((one) => (
        <View key={one} className="text-m">
          {one}
        </View>
      ))}
      <TextField control={form.control} name="confirm" label="请输入“删除”两个字" placeholder="删除" max={4} />
    </CommandSheet>
  )
}
