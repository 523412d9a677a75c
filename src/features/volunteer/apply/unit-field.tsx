import { Controller, useFormContext } from 'react-hook-form'
import { Input, View } from '@tarojs/components'
import { FieldFrame } from '@/components/field-frame'
import { ListGroup, ListRow } from '@/components/list-row'
import '@/components/field.scss'
import { useSearchUnits } from '@/hooks/use-search-units'
import { inputName } from '@/lib/input-name'
import type { ApplyValues } from './values'

type Unit = { id: string; name: string }

const Found = ({ words, onChoose }: { words: string; onChoose: (unit: Unit) => void }) => {
  const items = useSearchUnits(words).data?.items ?? []
  if (items.length === 0) return null
  return (
    <ListGroup title="登记过的单位，点一下选中">
      {items.slice(0, 5).map(({ id, name, nodeName }) => (
        <ListRow key={id} title={name} detail={nodeName} onPress={() => onChoose({ id, name })} />
      ))}
    </ListGroup>
  )
}

/** The unit in one's own words, or one of the register: then its union is found by itself. */
export const UnitField = () => {
  const { control, setValue, watch } = useFormContext<ApplyValues>()
  const unitId = watch('unitId')
  const choose = ({ id, name }: Unit) => {
    setValue('unitId', id)
    setValue('unit', name, { shouldDirty: true })
  }
  return (
    <Controller
      control={control}
      name="unit"
      render={({ field, fieldState }) => (
        <FieldFrame
          label="工作单位"
          error={fieldState.error?.message}
          hint={unitId ? '已选登记单位，下一项会推荐它的上级工会。' : '写单位全称；名册里有的可以直接选。'}
        >
          <Input
            className="field-box field-input"
            value={field.value}
            placeholder="请填写工作单位"
            placeholderClass="field-blank"
            maxlength={60}
            onInput={(event) => {
              field.onChange(event.detail.value)
              if (unitId) setValue('unitId', '')
            }}
            {...inputName('工作单位')}
          />
          {!unitId && (
            <View>
              <Found words={field.value.trim()} onChoose={choose} />
            </View>
          )}
        </FieldFrame>
      )}
    />
  )
}
