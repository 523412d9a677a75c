import { useForm } from 'react-hook-form'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { useAward, useDraftAward, useReviseAward, type Award } from '@/features/office/award/award-api'
import { AwardFields } from '@/features/office/award/award-fields'
import { awardValues, blankAward, toAwardContent, type AwardValues } from '@/features/office/award/award-values'
import { FormPage } from '@/features/office/form-page'
import { SeatChoice, type Seat } from '@/features/session/seat-choice'
import { useQueryParam } from '@/hooks/use-query-param'
import { goBack, replacePage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { showToast } from '@/lib/toast-store'
import { WithSeat } from '@/features/session/with-seat'

const New = ({ seat }: { seat: Seat }) => {
  const form = useForm<AwardValues>({ defaultValues: blankAward() })
  const draft = useDraftAward()
  const submit = (values: AwardValues) =>
    draft.mutate(
      { nodeId: seat.nodeId, ...toAwardContent(values) },
      { onSuccess: ({ id }) => replacePage(routes.officeAward, { id }) },
    )
  return (
    <FormPage title="拟定奖励名单" form={form} command={draft} confirmWord="排出名单" onSubmit={submit}>
      <SeatChoice seat={seat} />
      <AwardFields control={form.control} />
    </FormPage>
  )
}

const Change = ({ award }: { award: Award }) => {
  const form = useForm<AwardValues>({ defaultValues: awardValues(award) })
  const revise = useReviseAward()
  const submit = (values: AwardValues) =>
    revise.mutate(
      { id: award.id, version: award.version, ...toAwardContent(values) },
      {
        onSuccess: () => {
          showToast('已按新的条件排出名单', 'good')
          goBack()
        },
      },
    )
  return (
    <FormPage title="修改条件" form={form} command={revise} confirmWord="保存条件" onSubmit={submit}>
      <AwardFields control={form.control} />
    </FormPage>
  )
}

const Known = ({ id }: { id: string }) => {
  const award = useAward(id)
  if (award.data) return <Change award={award.data} />
  return (
    <Page title="修改条件" wide>
      <QueryView query={award} skeleton={<Skeleton kind="card" count={2} />}>
        {() => null}
      </QueryView>
    </Page>
  )
}

/** The rule of a new batch, or of a draft. */
const AwardNewPage = () => {
  const id = useQueryParam('id')
  if (id) return <Known id={id} />
  return <WithSeat title="拟定奖励名单">{(seat) => <New key={seat.id} seat={seat} />}</WithSeat>
}

export default AwardNewPage
