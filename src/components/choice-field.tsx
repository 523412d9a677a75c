import { Controller, type Control, type FieldPath, type FieldValues } from 'react-hook-form'
import { ChipChoice, ChipChoices, type Option } from './chip'
import { FieldFrame, type FieldFacts } from './field-frame'
import { Segment } from './segment'

type Props<T extends FieldValues> = FieldFacts & {
  control: Control<T>
  name: FieldPath<T>
  options: readonly Option[]
  /** segment: two to four that belong side by side. */
  look?: 'chips' | 'segment'
  /** Keeps an array of values. */
  many?: boolean
}

const asList = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

/** Radio or checkbox choices, all in sight: `<ChoiceField control={form.control} name='kind' label='看起来像是' options={kinds} />`. */
export const ChoiceField = <T extends FieldValues>({
  control,
  name,
  options,
  look = 'chips',
  many,
  ...facts
}: Props<T>) => (
  <Controller
    control={control}
    name={name}
    render={({ field, fieldState }) => (
      <FieldFrame {...facts} error={fieldState.error?.message}>
        {many ? (
          <ChipChoices label={facts.label} options={options} value={asList(field.value)} onChange={field.onChange} />
        ) : look === 'segment' ? (
          <Segment label={facts.label} options={options} value={field.value} onChange={field.onChange} />
        ) : (
          <ChipChoice label={facts.label} options={options} value={field.value} onChange={field.onChange} />
        )}
      </FieldFrame>
    )}
  />
)
