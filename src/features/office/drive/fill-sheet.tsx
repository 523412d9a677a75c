import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Option } from '@/components/chip'
import { Button } from '@/components/button'
import { CheckRow } from '@/components/checkbox-field'
import { Sheet } from '@/components/sheet'
import { sentenceOf } from '@/lib/query-client'
import { showToast } from '@/lib/toast-store'
import { useBooths } from '../booth/booth-api'
import { useCampaigns } from '../quiz-api'
import { useFillDrive, type Drive } from './api'

type Chosen = { contests: string[]; activities: string[]; booths: string[] }
type ListProps = {
  title: string
  options: readonly Option[]
  value: readonly string[]
  onChange: (ids: string[]) => void
}

const Ticks = ({ title, options, value, onChange }: ListProps) =>
  options.length === 0 ? null : (
    <View className="stack-s">
      <View className="strong">{title}</View>
      {options.map(({ value: id, label }) => (
        <CheckRow
          key={id}
          on={value.includes(id)}
          onChange={(on) => onChange(on ? [...value, id] : value.filter((one) => one !== id))}
        >
          {label}
        </CheckRow>
      ))}
    </View>
  )

type Props = { drive: Drive; activities: readonly Option[]; onClose: () => void }

const idsOf = (parts: readonly { id: string; chosen: boolean }[]) =>
  parts.filter(({ chosen }) => chosen).map(({ id }) => id)

const chosenOf = ({ contests, activities, booths }: Drive): Chosen => ({
  ...{ contests: idsOf(contests), activities: idsOf(activities), booths: idsOf(booths) },
})

/** Takes contests, activities and booths that stand already into the drive, or out of it. */
export const FillSheet = ({ drive, activities, onClose }: Props) => {
  const [chosen, setChosen] = useState(() => chosenOf(drive))
  const made = drive.contests.filter((part) => !part.chosen).map(({ id }) => id)
  const madeActivities = drive.activities.filter((part) => !part.chosen).map(({ id }) => id)
  const contests = useCampaigns(drive.nodeId).data?.pages.flatMap(({ items }) => items) ?? []
  const booths = useBooths(drive.nodeId).data?.pages.flatMap(({ items }) => items) ?? []
  const fill = useFillDrive()
  const save = () =>
    fill.mutate(
      { id: drive.id, version: drive.version, ...chosen },
      {
        onSuccess: () => {
          showToast('已保存', 'good')
          onClose()
        },
      },
    )
  const change = (part: keyof Chosen) => (ids: string[]) => setChosen({ ...chosen, [part]: ids })
  return (
    <Sheet
      open
      title="放入已有的内容"
      onClose={onClose}
      footer={
        <Button loading={fill.isPending} onPress={save}>
          保存
        </Button>
      }
    >
      <View className="stack">
        <View className="text-m">从这个主题活动新建的不用选，已经在里面了。</View>
        <Ticks
          title="闯关活动"
          options={contests
            .filter(({ id }) => !made.includes(id))
            .map(({ id, title }) => ({ value: id, label: title }))}
          value={chosen.contests}
          onChange={change('contests')}
        />
        <Ticks
          title="志愿活动"
          options={activities.filter(({ value }) => !madeActivities.includes(value))}
          value={chosen.activities}
          onChange={change('activities')}
        />
        <Ticks
          title="展台"
          options={booths.map(({ id, name, place }) => ({ value: id, label: `${name}（${place}）` }))}
          value={chosen.booths}
          onChange={change('booths')}
        />
        {fill.error && <View className="ink-red">{sentenceOf(fill.error)}</View>}
      </View>
    </Sheet>
  )
}
