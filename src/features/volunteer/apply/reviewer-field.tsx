import { useState } from 'react'
import { Controller, useFormContext } from 'react-hook-form'
import { Input, View } from '@tarojs/components'
import { Empty } from '@/components/empty'
import { FieldFrame } from '@/components/field-frame'
import '@/components/field.scss'
import { ChoiceList, PickerBox } from '@/components/picker-field'
import { QueryView } from '@/components/query-view'
import { Sheet } from '@/components/sheet'
import { inputName } from '@/lib/input-name'
import { useReviewers, useReviewersOf } from '../api'
import type { ApplyValues } from './values'

type Choose = (id: string, name: string) => void
type Union = { id: string; name: string }
type ListProps = { value: string; unions: readonly Union[]; label: string; onChoose: Choose }

const Unions = ({ value, unions, label, onChoose }: ListProps) => (
  <ChoiceList
    label={label}
    options={unions.map(({ id, name }) => ({ value: id, label: name }))}
    value={value}
    onChoose={(id) => onChoose(id, unions.find((one) => one.id === id)?.name ?? '')}
  />
)

const Search = ({ value, onChoose }: { value: string; onChoose: Choose }) => {
  const [words, setWords] = useState('')
  const found = useReviewers(words.trim().length >= 2 ? words.trim() : '')
  return (
    <View className="stack">
      <Input
        className="field-box field-input"
        value={words}
        placeholder="搜街道、开发区、区县、系统或集团工会"
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
        {({ items }) => <Unions label="审核工会" value={value} unions={items} onChoose={onChoose} />}
      </QueryView>
    </View>
  )
}

/** Unions above the chosen unit, the nearest first. */
const Suggested = ({ unions, value, onChoose }: Omit<ListProps, 'label'>) =>
  unions.length === 0 ? null : (
    <View className="stack-s">
      <View className="note">按您的单位推荐，一般选第一个：</View>
      <Unions label="推荐的工会" value={value} unions={unions} onChoose={onChoose} />
    </View>
  )

/** The union the form is handed to: of a street, a development zone, a district, an industry or a group. */
export const ReviewerField = () => {
  const { control, setValue, watch } = useFormContext<ApplyValues>()
  const [open, setOpen] = useState(false)
  const [unitId, name] = watch(['unitId', 'nodeName'])
  const near = useReviewersOf(unitId).data?.items ?? []
  return (
    <Controller
      control={control}
      name="nodeId"
      render={({ field, fieldState }) => {
        const isNear = near.some(({ id }) => id === field.value)
        const choose: Choose = (id, chosen) => {
          field.onChange(id)
          setValue('nodeName', chosen)
          setOpen(false)
        }
        return (
          <FieldFrame
            label="由哪个工会受理"
            hint="选工会关系所在的街道（乡镇）、开发区、区县，或所属系统、集团公司工会；监管部门由系统按受理工会对应，不用您选。"
            error={fieldState.error?.message}
          >
            {unitId && <Suggested unions={near} value={field.value} onChoose={choose} />}
            <PickerBox
              label="审核工会"
              shown={field.value && !isNear ? name || '已选择' : undefined}
              blank={near.length > 0 ? '都不是？另选一个工会' : undefined}
              onPress={() => setOpen(true)}
            />
            <Sheet open={open} title="由哪个工会受理" onClose={() => setOpen(false)}>
              <Search value={field.value} onChoose={choose} />
            </Sheet>
          </FieldFrame>
        )
      }}
    />
  )
}
