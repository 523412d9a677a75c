import { useForm } from 'react-hook-form'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { FormPage } from '@/features/office/form-page'
import { useDraftLetter, useLetter, useReviseLetter, useProposal } from '@/features/office/letter/letter-api'
import { LetterFields, toContent, toLetterValues, type LetterValues } from '@/features/office/letter/letter-fields'
import { useQueryParam } from '@/hooks/use-query-param'
import { goBack, replacePage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { showToast } from '@/lib/toast-store'

type FormProps = { id: string; values: LetterValues; version?: number; guarded?: boolean }

const NewForm = ({ id, values, guarded = false }: FormProps) => {
  const form = useForm<LetterValues>({ defaultValues: values })
  const draft = useDraftLetter()
  const submit = (typed: LetterValues) =>
    draft.mutate(
      { id, ...toContent(typed) },
      {
        onSuccess: (made) => {
          showToast('草稿已存，可以打印', 'good')
          replacePage(routes.officeLetter, { id: made.id })
        },
      },
    )
  return (
    <FormPage title="起草建议函" form={form} command={draft} confirmWord="存为草稿" onSubmit={submit}>
      <LetterFields control={form.control} guarded={guarded} />
    </FormPage>
  )
}

const ChangeForm = ({ id, values, version = 0 }: FormProps) => {
  const form = useForm<LetterValues>({ defaultValues: values })
  const revise = useReviseLetter()
  const submit = (typed: LetterValues) =>
    revise.mutate(
      { id, version, ...toContent(typed) },
      {
        onSuccess: () => {
          showToast('已改好', 'good')
          goBack()
        },
      },
    )
  return (
    <FormPage title="修改建议函" form={form} command={revise} confirmWord="保存修改" onSubmit={submit}>
      <LetterFields control={form.control} guarded={false} />
    </FormPage>
  )
}

const waiting = <Skeleton kind="card" count={2} />

const Change = ({ id }: { id: string }) => {
  const letter = useLetter(id)
  if (letter.data) return <ChangeForm id={id} version={letter.data.version} values={toLetterValues(letter.data)} />
  return (
    <Page title="修改建议函" wide>
      <QueryView query={letter} skeleton={waiting}>
        {() => null}
      </QueryView>
    </Page>
  )
}

const New = ({ hazardId }: { hazardId: string }) => {
  const proposal = useProposal(hazardId)
  if (proposal.data)
    return <NewForm id={hazardId} guarded={proposal.data.guarded} values={toLetterValues(proposal.data)} />
  return (
    <Page title="起草建议函" wide>
      <QueryView query={proposal} skeleton={waiting}>
        {() => null}
      </QueryView>
    </Page>
  )
}

/** Drafts a letter about a hazard, or changes a draft. */
const LetterNewPage = () => {
  const letterId = useQueryParam('letter')
  const hazardId = useQueryParam('hazard')
  return letterId ? <Change id={letterId} /> : <New hazardId={hazardId ?? ''} />
}

export default LetterNewPage
