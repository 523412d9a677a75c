import { View } from '@tarojs/components'
import { Button } from '@/components/button'

type Picked = { id: string; name: string }
type Props<T> = { value: readonly T[]; verb: string; onChange: (left: T[]) => void }

/** What was picked so far by name; each is taken out again with one tap, called `verb`. */
export const PickedNames = <T extends Picked>({ value, verb, onChange }: Props<T>) => (
  <>
    {value.map(({ id, name }) => (
      <View key={id} className="row-between">
        <View>{name}</View>
        <Button
          kind="quiet"
          small
          label={`${verb}${name}`}
          onPress={() => onChange(value.filter((one) => one.id !== id))}
        >
          {verb}
        </Button>
      </View>
    ))}
  </>
)
