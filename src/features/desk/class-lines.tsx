import { View } from '@tarojs/components'
import type { HazardClasses } from 'types/hazard-class-view'
import { classLabel, dictionaries, type DictionaryName } from 'types/hazard-dictionary'

const names: readonly DictionaryName[] = ['accident', 'factor', 'basis']

/** How a hazard was classed, each line with the edition it was classed by. */
export const ClassLines = ({ classes }: { classes: HazardClasses | null }) => {
  if (!classes) return null
  return (
    <>
      {names.map((name) => {
        const given = classes[name]
        if (!given) return null
        return (
          <View key={name} className="text-m">
            {dictionaries[name].label}：{classLabel(name, given)}
            {name === 'basis' && classes.note ? `，${classes.note}` : ''}（{given.standard}）
          </View>
        )
      })}
    </>
  )
}
