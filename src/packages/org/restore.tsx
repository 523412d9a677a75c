import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { jobMachine } from 'types/desk'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { StateTag } from '@/components/tag'
import { TextareaField } from '@/components/textarea-field'
import { TextField } from '@/components/text-field'
import { useRestore, useRestoreState } from '@/features/org/api'
import { submitAnew, useFieldErrors } from '@/hooks/use-field-errors'
import { openPage, openTab } from '@/lib/go'
import { sentenceOf } from '@/lib/query-client'
import { routes } from '@/lib/routes'
import { showNumber } from '@/lib/show-number'

const Running = ({ id, onAgain }: { id: string; onAgain: () => void }) => {
  const state = useRestoreState(id)
  const now = state.data?.state
  return (
    <Page
      title="恢复数据"
      footer={
        now === 'done' ? (
          <Button onPress={() => openTab('my')}>进入“我的”</Button>
        ) : now === 'failed' ? (
          <Button onPress={onAgain}>检查后重新恢复</Button>
        ) : undefined
      }
    >
      <QueryView query={state} skeleton={<Skeleton kind="card" count={1} />}>
        {(job) => (
          <Card>
            <View className="stack-s">
              <View className="row-between">
                <View className="title">恢复进度</View>
                <StateTag state={jobMachine.states[job.state]} />
              </View>
              <View>{`已恢复 ${showNumber(job.documents)} 条记录 · ${showNumber(job.files)} 个文件`}</View>
              {job.message && <View className="text-m">{job.message}</View>}
              {job.state === 'running' && <View className="note">可以离开这一页，恢复会继续进行。</View>}
            </View>
          </Card>
        )}
      </QueryView>
    </Page>
  )
}

type Values = { secret: string; manifest: string }

const RestoreForm = ({ onStarted }: { onStarted: (id: string) => void }) => {
  const form = useForm<Values>({ defaultValues: { secret: '', manifest: '' } })
  const restore = useRestore()
  useFieldErrors(form, restore.error)
  const submit = ({ secret, manifest }: Values) =>
    restore.mutate({ secret, manifest: manifest.trim() }, { onSuccess: ({ id }) => onStarted(id) })
  return (
    <Page
      title="恢复数据"
      footer={
        <Button loading={restore.isPending} onPress={submitAnew(form, submit)}>
          开始恢复
        </Button>
      }
    >
      <View className="text-m">只能恢复到全新的、还没有启用的环境。原来的加密密钥要和以前一样。</View>
      <Card>
        <View className="stack">
          <TextField control={form.control} name="secret" label="一次性口令" hint="部署时填写的那一串。" max={100} />
          <TextareaField
            control={form.control}
            name="manifest"
            label="清单编号"
            placeholder="cloud:// 开头的一串"
            hint="在“备份”页面复制的编号；备份文件要先放进这个环境的云存储。"
            max={300}
          />
        </View>
      </Card>
      {restore.error && <Card tone="red">{sentenceOf(restore.error)}</Card>}
      <Button kind="quiet" onPress={() => openPage(routes.first)}>
        没有备份？首次启用
      </Button>
    </Page>
  )
}

/** Everything of a backup into an environment that has no administrator yet. */
const RestorePage = () => {
  const [job, setJob] = useState<string>()
  return job ? <Running id={job} onAgain={() => setJob(undefined)} /> : <RestoreForm onStarted={setJob} />
}

export default RestorePage
