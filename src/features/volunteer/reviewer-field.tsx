import { useState } from 'react'
import { Controller, type Control } from 'react-hook-form'
import { Input, View } from '@tarojs/components'
import { Empty } from '@/components/empty'
import { FieldFrame } from '@/components/field-frame'
import '@/components/field.scss'
import { ChoiceList, PickerBox } from '@/components/picker-field'
import { QueryView } from '@/components/query-view'
import { Sheet } from '@/components/sheet'
import { inputName } from '@/lib/input-name'
import { useReviewers } from './api'
import type { ApplyValues } from './apply-values'

type ListProps = { value: string; onChoose: (id: string, name: string) => void }

const Reviewers = ({ value, onChoose }: ListProps) => {
  const [words, setWords] = useState('')
  const found = useReviewers(words.trim().length >= 2 ? words.trim() : '')
  return (
    <View className="stack">
      <Input
        className="field-box field-input"
        value={words}
        placeholder="搜街道、区县、系统或集团工会"
        placeholderClass="field-blank"
        maxlength={30}
        onInput={(event) => setWords(event.detail.value)}
        {...inputName('搜工会')}
      />
      <QueryView
        query={found}
        isEmpty={(data) => data.items.length === 0}
        empty={<Empty icon="search" title="没有找到" detail="换个更短的词试试。" />}
      >
        {({ items }) => (
          <ChoiceList
            label="审核工会"
            options={items.map(({ id, name }) => ({ value: id, label: name }))}
            value={value}
            onChoose={(id) => onChoose(id, items.find((item) => item.id === id)?.name ?? '')}
          />
        )}
      </QueryView>
    </View>
  )
}

/** The union that reviews the application: a district's, a street's or a group's. */
export const ReviewerField = ({ control }: { control: Control<ApplyValues> }) => {
  const [open, setOpen] = useState(false)
  const [name, setName] = useState<string>()
  return (
    <Controller
      control={control}
      name="nodeId"
      render={({ field, fieldState }) => (
        <FieldFrame
          label="由哪个工会审核"
          hint="选单位所在的街道、区县，或所属系统、集团的工会。"
          error={fieldState.error?.message}
        >
          <PickerBox
            label="审核工会"
            shown={field.value ? (name ?? '已选择') : undefined}
            onPress={() => setOpen(true)}
          />
          <Sheet open={open} title="由哪个工会审核" onClose={() => setOpen(false)}>
            <Reviewers
              value={field.value}
              onChoose={(id, chosen) => {
                field.onChange(id)
                setName(chosen)
                setOpen(false)
              }}
            />
          </Sheet>
        </FieldFrame>
      )}
    />
  )
}
