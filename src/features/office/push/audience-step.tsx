import type { UseFormReturn } from 'react-hook-form'
import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choice-field'
import type { Step } from '../node-browser'
import { NodeField } from '../node-field'
import { whoOptions, type PushValues } from './push-values'

/** Who is to get it. */
export const AudienceStep = ({ form, root }: { form: UseFormReturn<PushValues>; root: Step }) => (
  <Card>
    <View className="stack">
      <NodeField control={form.control} name="node" label="发给哪个单位范围" root={root} unionOnly />
      <ChoiceField control={form.control} name="who" label="发给谁" options={whoOptions} />
    </View>
  </Card>
)
