import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { NodeType, nodeTypeLabels } from 'types/org'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ChoiceField } from '@/components/choice-field'
import { TextareaField } from '@/components/textarea-field'
import { openPage } from '@/lib/go'
import { sentenceOf } from '@/lib/query-client'
import { routes } from '@/lib/routes'
import { RowErrors } from '../row-errors'
import { usePasted } from './use-pasted'

const kinds = NodeType.extract(['geographic', 'industry', 'group'])
const options = kinds.options.map((value) => ({ value, label: nodeTypeLabels[value] }))
const longest = 4000

type Props = { union: { id: string; name: string }; onDone: () => void }
type Report = NonNullable<ReturnType<typeof usePasted>['report']>

const Outcome = ({ report, onDone }: { report: Report; onDone: () => void }) => {
  if (report.rejected > 0) return <RowErrors errors={report.errors} />
  if (report.state === 'stopped') return <Card tone="red">{report.message ?? '没有建完，请再试一次。'}</Card>
  if (report.state === 'saving') return <View>{`正在建，已建好 ${report.done} 个`}</View>
  const words = report.state === 'saved' ? `建好了 ${report.done} 个工会` : '名单里的工会都已经有了，没有重复建'
  return (
    <>
      <Card tone="green">{words}</Card>
      <Button onPress={onDone}>下一步</Button>
    </>
  )
}

/** Unions below, from a pasted list: one a line, what stands below another further in. */
export const UnionsStep = ({ union, onDone }: Props) => {
  const form = useForm<{ words: string; kind: (typeof kinds.options)[number] }>({
    defaultValues: { words: '', kind: 'geographic' },
  })
  const pasted = usePasted(union.id)
  const submit = form.handleSubmit(({ words, kind }) =>
    words.trim() === '' ? form.setError('words', { message: '请先粘贴名单' }) : pasted.found(words, kind),
  )
  const isSettled = pasted.report?.state === 'saved'
  return (
    <View className="stack">
      <TextareaField
        control={form.control}
        name="words"
        label="名单"
        placeholder="例如：东原区总工会，一行一个"
        hint="一行一个。下一级的写在上级后面，前面空两格；从表格里带表头整块复制也行。"
        max={longest}
      />
      <ChoiceField control={form.control} name="kind" label="都是哪一种" options={options} />
      {pasted.error && <Card tone="red">{sentenceOf(pasted.error)}</Card>}
      {pasted.report && <Outcome report={pasted.report} onDone={onDone} />}
      {!isSettled && (
        <Button loading={pasted.isBusy} onPress={() => void submit()}>
          建好这些工会
        </Button>
      )}
      <Button
        kind="quiet"
        icon="upload"
        onPress={() => openPage(routes.officeSheetImport, { kind: 'nodes', parent: union.id, name: union.name })}
      >
        有现成的表格？从表格导入
      </Button>
    </View>
  )
}
