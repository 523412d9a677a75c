import { Controller, useFormContext, useWatch, type Control } from 'react-hook-form'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { ChoiceField } from '@/components/choice-field'
import { FieldFrame } from '@/components/field-frame'
import { TextField } from '@/components/text-field'
import { aria } from '@/lib/aria'
import { drawOn, inkImage, type Stroke } from './ink'
import { useBoard } from './use-board'
import type { ApplyValues } from './values'
import './papers.scss'

const boardId = 'signature-board'
const ways = [
  { value: 'draw', label: '手写签名' },
  { value: 'type', label: '键入姓名' },
] as const

const Board = ({ strokes }: { strokes: readonly Stroke[] }) => {
  const { getValues, setValue } = useFormContext<ApplyValues>()
  const put = (next: Stroke[]) => setValue('strokes', next, { shouldDirty: true })
  const board = useBoard(boardId, {
    start: ({ x, y }) => put([...getValues('strokes'), [[x, y]]]),
    move: ({ x, y }) => {
      const all = getValues('strokes')
      const last = all.at(-1)
      const longer = last && drawOn(last, [x, y])
      if (longer && longer !== last) put([...all.slice(0, -1), longer])
    },
  })
  // Only the layer of the stroke at hand changes while it is drawn.
  const [done, now] = [strokes.slice(0, -1), strokes.slice(-1)]
  return (
    <View
      id={boardId}
      className="ink-board"
      catchMove
      {...board}
      {...aria({ role: 'img', label: strokes.length > 0 ? '签名框，已签名' : '签名框，请用手指写姓名' })}
    >
      {strokes.length === 0 && <View className="ink-blank">请在这里用手指写下姓名</View>}
      <View className="ink-layer" style={{ backgroundImage: inkImage(done) }} />
      <View className="ink-layer" style={{ backgroundImage: inkImage(now) }} />
    </View>
  )
}

const DrawnField = ({ control }: { control: Control<ApplyValues> }) => (
  <Controller
    control={control}
    name="strokes"
    render={({ field, fieldState }) => (
      <FieldFrame label="申请人签字" error={fieldState.error?.message}>
        <Board strokes={field.value} />
        <View className="row">
          <Button small kind="ghost" disabled={field.value.length === 0} onPress={() => field.onChange([])}>
            重签
          </Button>
          <Button
            small
            kind="quiet"
            disabled={field.value.length === 0}
            onPress={() => field.onChange(field.value.slice(0, -1))}
          >
            撤销一笔
          </Button>
        </View>
      </FieldFrame>
    )}
  />
)

/** Signed with a finger, or by typing the name for whoever cannot draw. */
export const SignatureField = ({ control }: { control: Control<ApplyValues> }) => {
  const signing = useWatch({ control, name: 'signing' })
  return (
    <>
      <ChoiceField control={control} name="signing" label="签名方式" options={ways} look="segment" />
      {signing === 'draw' ? (
        <DrawnField control={control} />
      ) : (
        <TextField control={control} name="signature" label="申请人签字（写本人姓名）" max={20} />
      )}
    </>
  )
}
