import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import type { Setup } from 'types/org-setup'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { TextField } from '@/components/text-field'
import { useFieldErrors } from '@/hooks/use-field-errors'
import { openPage } from '@/lib/go'
import { sentenceOf } from '@/lib/query-client'
import { routes } from '@/lib/routes'
import { useCreateNode } from '../api'
import { regulatorNameOf } from './regulator-name'

const Standing = ({ id, name, onDone }: { id: string; name: string; onDone: () => void }) => (
  <View className="stack">
    <View>{`“${name}”已登记。请他们的人来审核时，发一个邀请：`}</View>
    <Button kind="ghost" onPress={() => openPage(routes.officeInviteNew, { node: id, name })}>
      邀请监管人员
    </Button>
    <Button kind="quiet" onPress={onDone}>
      下一步
    </Button>
  </View>
)

const NewRegulator = ({ setup: { union }, onDone }: { setup: Setup; onDone: () => void }) => {
  const form = useForm({ defaultValues: { name: regulatorNameOf(union.name) } })
  const create = useCreateNode()
  useFieldErrors(form, create.error)
  const submit = form.handleSubmit(({ name }) =>
    create.mutate(
      { nodeId: union.id, type: 'geographic', authority: 'regulator', serves: union.id, name },
      { onSuccess: onDone },
    ),
  )
  return (
    <View className="stack">
      <TextField control={form.control} name="name" label="监管部门名称" max={40} />
      {create.error && <Card tone="red">{sentenceOf(create.error)}</Card>}
      <Button loading={create.isPending} onPress={() => void submit()}>
        登记
      </Button>
    </View>
  )
}

/** The authority of the same level, which reviews volunteers after the union. */
export const RegulatorStep = ({ setup, onDone }: { setup: Setup; onDone: () => void }) => {
  if (setup.regulator) return <Standing {...setup.regulator} onDone={onDone} />
  if (setup.isRoot) return <NewRegulator setup={setup} onDone={onDone} />
  return (
    <View className="stack">
      <View>监管部门由最上级工会登记；没有本级的，由上一级的监管部门审核。</View>
      <Button kind="ghost" onPress={() => openPage(routes.officeRegulators)}>
        看看由谁审核
      </Button>
    </View>
  )
}
