import { useCallback, useState } from 'react'
import { Controller, type Control, type FieldPath, type FieldValues } from 'react-hook-form'
import { Button } from '@/components/button'
import { FieldFrame, type FieldFacts } from '@/components/field-frame'
import { PickerBox } from '@/components/picker-field'
import { Sheet } from '@/components/sheet'
import { NodeBrowser, type Step } from './node-browser'

type PickProps = {
  label: string
  /** Where the officer sits: nothing above it is shown. */
  root: Step
  value: Step
  unionOnly?: boolean
  onChoose: (step: Step) => void
}

/** A unit within one's own range: `<NodePick label='哪个单位' root={seat} value={node} onChoose={setNode} />`. */
export const NodePick = ({ label, root, value, unionOnly, onChoose }: PickProps) => {
  const [path, setPath] = useState<readonly Step[] | null>(null)
  const close = useCallback(() => setPath(null), [])
  const now = path?.[path.length - 1]
  return (
    <>
      <PickerBox label={label} shown={value.name} onPress={() => setPath([root])} />
      {path && now && (
        <Sheet
          open
          title={label}
          onClose={close}
          footer={
            <Button
              onPress={() => {
                onChoose(now)
                close()
              }}
            >
              {`选“${now.name}”`}
            </Button>
          }
        >
          <NodeBrowser path={path} onPath={setPath} unionOnly={unionOnly} />
        </Sheet>
      )}
    </>
  )
}

type Props<T extends FieldValues> = FieldFacts & {
  control: Control<T>
  /** Keeps `{ id, name }`. */
  name: FieldPath<T>
  root: Step
  unionOnly?: boolean
}

/** NodePick as a field of a form. */
export const NodeField = <T extends FieldValues>({ control, name, root, unionOnly, ...facts }: Props<T>) => (
  <Controller
    control={control}
    name={name}
    render={({ field, fieldState }) => (
      <FieldFrame {...facts} error={fieldState.error?.message}>
        <NodePick label={facts.label} root={root} value={field.value} unionOnly={unionOnly} onChoose={field.onChange} />
      </FieldFrame>
    )}
  />
)
