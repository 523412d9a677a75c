import { useState } from 'react'
import { Input, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { FieldFrame } from '@/components/field-frame'
import { ListGroup, ListRow } from '@/components/list-row'
import { Sheet } from '@/components/sheet'
import '@/components/field.scss'
import type { ReportValues } from './report-values'
import { useSearchUnits } from '@/hooks/use-search-units'
import { inputName } from '@/lib/input-name'
import { sentenceOf } from '@/lib/query-client'

type Where = Pick<ReportValues, 'unit' | 'place'>
type Unit = NonNullable<Where['unit']>

const Found = ({ words, onChoose }: { words: string; onChoose: (unit: Unit) => void }) => {
  const found = useSearchUnits(words)
  if (words.length < 2) return null
  if (found.isError) return <View className="note">{sentenceOf(found.error)}不选单位也能提交。</View>
  if (!found.data) return <View className="note">正在查找…</View>
  if (found.data.items.length === 0)
    return <View className="note">名册里没有找到。把单位名称写进下面的地点里就行。</View>
  return (
    <ListGroup>
      {found.data.items.map(({ id, name, nodeName }) => (
        <ListRow key={id} title={name} detail={nodeName} onPress={() => onChoose({ id, name })} />
      ))}
    </ListGroup>
  )
}

const UnitField = ({ unit, onChange }: { unit: Unit | null; onChange: (unit: Unit | null) => void }) => {
  const [words, setWords] = useState('')
  if (unit)
    return (
      <FieldFrame label="单位">
        <View className="row-between">
          <View className="strong grow">{unit.name}</View>
          <Button kind="quiet" small onPress={() => onChange(null)}>
            换一个
          </Button>
        </View>
      </FieldFrame>
    )
  return (
    <FieldFrame label="单位" optional hint="路边、小区等不属于哪个单位的，不用选。">
      <Input
        className="field-box field-input"
        value={words}
        maxlength={30}
        placeholder="单位名称里的几个字"
        placeholderClass="field-blank"
        onInput={(event) => setWords(event.detail.value)}
        {...inputName('单位名称')}
      />
      <Found words={words.trim()} onChoose={onChange} />
    </FieldFrame>
  )
}

type Props = Where & { onSave: (where: Where) => void; onClose: () => void }

/** Which unit, and where in it. */
export const PlaceSheet = ({ unit, place, onSave, onClose }: Props) => {
  const [where, setWhere] = useState<Where>({ unit, place })
  return (
    <Sheet
      open
      title="在哪里发现的"
      onClose={onClose}
      footer={
        <Button disabled={where.place.trim() === ''} onPress={() => onSave({ ...where, place: where.place.trim() })}>
          确定
        </Button>
      }
    >
      <View className="stack">
        <UnitField unit={where.unit} onChange={(next) => setWhere({ ...where, unit: next })} />
        <FieldFrame label="具体地点" hint="写到别人能找到：哪栋楼、哪层、哪台设备旁边。">
          <Input
            className="field-box field-input"
            value={where.place}
            maxlength={60}
            placeholder="例如 二号车间东门配电箱"
            placeholderClass="field-blank"
            onInput={(event) => setWhere({ ...where, place: event.detail.value })}
            {...inputName('具体地点')}
          />
        </FieldFrame>
      </View>
    </Sheet>
  )
}
