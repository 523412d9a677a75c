import { useEffect, useState } from 'react'
import { FormProvider, useForm, type UseFormReturn } from 'react-hook-form'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { Steps } from '@/components/steps'
import { useApplication, type Application } from '@/features/volunteer/api'
import { AskedCard } from '@/features/volunteer/apply/asked-card'
import { IdCardField, stepFields } from '@/features/volunteer/apply/step-fields'
import { useApplyForm } from '@/features/volunteer/apply/use-apply-form'
import { applySteps, identityStep, valuesOf, type ApplyValues } from '@/features/volunteer/apply/values'
import { useBooth } from '@/features/session/booth-store'
import { useDraft } from '@/hooks/use-draft'
import { useQueryParam } from '@/hooks/use-query-param'
import { aria } from '@/lib/aria'
import { replacePage } from '@/lib/go'
import { sentenceOf } from '@/lib/query-client'
import { routes } from '@/lib/routes'
import { removeStored } from '@/lib/storage'

const draftKey = 'draft-volunteer'
const draftVersion = 2

type FootProps = { step: number; busy: boolean; onBack: () => void; onNext: () => void }

const Foot = ({ step, busy, onBack, onNext }: FootProps) => (
  <View className="row">
    {step > 0 && (
      <Button kind="ghost" onPress={onBack}>
        上一步
      </Button>
    )}
    <View className="grow">
      <Button loading={busy} onPress={onNext}>
        {step === applySteps.length - 1 ? '提交申请' : '下一步'}
      </Button>
    </View>
  </View>
)

/** Decided where the step begins, so that the field does not vanish while it is being typed in. */
const NumberAgain = ({ form }: { form: UseFormReturn<ApplyValues> }) => {
  const [asks] = useState(() => form.getValues('idCard') === '')
  return asks ? (
    <View className="stack-s">
      <View className="note">已接着上次填写的内容。身份证号没有存在手机里，请再填一次。</View>
      <IdCardField control={form.control} again={false} />
    </View>
  ) : null
}

const ApplyForm = ({ before }: { before: Application | null }) => {
  const booth = useBooth((state) => state.booth)
  const form = useForm<ApplyValues>({ defaultValues: valuesOf(before) })
  const draft = useDraft({ key: draftKey, version: draftVersion, form, part: before?.id, except: ['idCard'] })
  const { step, next, back, goTo, busy, error } = useApplyForm(before, booth, form, draft.clear)
  const Fields = stepFields[step] ?? stepFields[0]
  return (
    <FormProvider {...form}>
      <Page title="志愿者申请" footer={<Foot step={step} busy={busy} onBack={back} onNext={next} />}>
        <Steps titles={applySteps.map(({ title }) => title)} now={step} />
        {before && <AskedCard before={before} step={step} onGo={goTo} />}
        {!before && step > identityStep && <NumberAgain key={step} form={form} />}
        <View className="stack">
          <Fields control={form.control} before={before} />
        </View>
        {error && (
          <View className="ink-red" {...aria({ role: 'alert' })}>
            {sentenceOf(error)}
          </View>
        )}
      </Page>
    </FormProvider>
  )
}

const over = ['withdrawn', 'rejected']

/** Somebody whose application is on its way has nothing to fill in: what was left of a draft goes. */
const AlreadyApplied = () => {
  useEffect(() => {
    removeStored(draftKey)
    replacePage(routes.volunteer)
  }, [])
  return null
}

const ApplyOrGo = ({ latest, again }: { latest: Application | null; again: boolean }) => {
  // As it stood when the page was opened: sending the form changes it, and the form still has to say that it is done.
  const [first] = useState(latest)
  if (again) return <ApplyForm before={first} />
  return first && !over.includes(first.state) ? <AlreadyApplied /> : <ApplyForm before={null} />
}

/** The application of the paper form in short steps; a returned one is filled in again. */
const ApplyPage = () => {
  const again = useQueryParam('again') !== undefined
  const mine = useApplication()
  if (mine.data) return <ApplyOrGo latest={mine.data.application} again={again} />
  return (
    <Page title="志愿者申请">
      <QueryView query={mine} skeleton={<Skeleton kind="card" count={2} />}>
        {() => null}
      </QueryView>
    </Page>
  )
}

export default ApplyPage
