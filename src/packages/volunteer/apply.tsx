import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { Steps } from '@/components/steps'
import { useApplication, type Application } from '@/features/volunteer/api'
import { stepFields } from '@/features/volunteer/apply-fields'
import { applySteps, type ApplyValues } from '@/features/volunteer/apply-values'
import { useApplyForm, valuesOf } from '@/features/volunteer/use-apply-form'
import { useBooth } from '@/features/session/booth-store'
import { useDraft } from '@/hooks/use-draft'
import { useQueryParam } from '@/hooks/use-query-param'
import { sentenceOf } from '@/lib/query-client'

const draftVersion = 1

const ApplyForm = ({ before }: { before: Application | null }) => {
  const booth = useBooth((state) => state.booth)
  const form = useForm<ApplyValues>({ defaultValues: valuesOf(before) })
  const draft = useDraft({ key: 'draft-volunteer', version: draftVersion, form, part: before?.id, except: ['idCard'] })
  const { step, next, back, running } = useApplyForm(before, booth, form, draft.clear)
  const Fields = stepFields[step] ?? stepFields[0]
  const isLast = step === applySteps.length - 1
  return (
    <Page
      title="志愿者申请"
      footer={
        <View className="row">
          {step > 0 && (
            <Button kind="ghost" onPress={back}>
              上一步
            </Button>
          )}
          <View className="grow">
            <Button loading={running.isPending} onPress={next}>
              {isLast ? '提交申请' : '下一步'}
            </Button>
          </View>
        </View>
      }
    >
      <Steps titles={applySteps.map(({ title }) => title)} now={step} />
      {draft.restoredAt && step === 0 && <View className="note">已接着上次填写的内容，身份证号需重新输入。</View>}
      <View className="stack">
        <Fields control={form.control} />
      </View>
      {running.error && <View className="ink-red">{sentenceOf(running.error)}</View>}
    </Page>
  )
}

/** The application of the paper form in four short steps; a returned one is filled in again. */
const ApplyPage = () => {
  const again = useQueryParam('again') !== undefined
  const mine = useApplication()
  if (mine.data) return <ApplyForm before={again ? mine.data.application : null} />
  return (
    <Page title="志愿者申请">
      <QueryView query={mine} skeleton={<Skeleton kind="card" count={2} />}>
        {() => null}
      </QueryView>
    </Page>
  )
}

export default ApplyPage
