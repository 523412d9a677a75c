import { useEffect } from 'react'
import { useForm, type Path } from 'react-hook-form'
import { AppError } from 'types/app-error'
import { bookOf, shippedHolidays } from 'types/holidays'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { useCreateDrive, useDrive, useReviseDrive, type Drive } from '@/features/office/drive/api'
import { DriveFields } from '@/features/office/drive/drive-fields'
import {
  blankDrive,
  copiedValues,
  patternValues,
  toDrive,
  valuesOf,
  type DriveValues,
} from '@/features/office/drive/drive-values'
import { FormPage } from '@/features/office/form-page'
import { useRules } from '@/features/office/rules/rules-api'
import { SeatChoice, type Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import { useQueryParam } from '@/hooks/use-query-param'
import { dayOf } from '@/lib/clock'
import { goBack, replacePage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { showToast } from '@/lib/toast-store'

/** A form with what the server found wrong at the fields of the page. */
const useDriveForm = (defaultValues: DriveValues, error: Error | null) => {
  const form = useForm<DriveValues>({ defaultValues })
  useEffect(() => {
    if (!(error instanceof AppError)) return
    for (const [path, message] of Object.entries(error.fields ?? {}))
      form.setError(path.replace(/^form\./, '') as Path<DriveValues>, { message })
  }, [error, form])
  return form
}

const New = ({ seat, values }: { seat: Seat; values: DriveValues }) => {
  const create = useCreateDrive()
  const form = useDriveForm(values, create.error)
  const submit = (filled: DriveValues) =>
    create.mutate(
      { nodeId: seat.nodeId, form: toDrive(filled) },
      {
        onSuccess: ({ id }) => {
          showToast('草稿已存好，看一遍再发布', 'good')
          replacePage(routes.officeDrive, { id })
        },
      },
    )
  return (
    <FormPage title="新建主题活动" form={form} command={create} confirmWord="存为草稿" onSubmit={submit}>
      <SeatChoice seat={seat} />
      <DriveFields control={form.control} union={seat.nodeName} />
    </FormPage>
  )
}

const Change = ({ drive }: { drive: Drive }) => {
  const revise = useReviseDrive()
  const form = useDriveForm(valuesOf(drive.form), revise.error)
  const submit = (filled: DriveValues) =>
    revise.mutate(
      { id: drive.id, version: drive.version, form: toDrive(filled) },
      {
        onSuccess: () => {
          showToast('已保存', 'good')
          goBack()
        },
      },
    )
  return (
    <FormPage title="修改主题活动" form={form} command={revise} confirmWord="保存修改" onSubmit={submit}>
      <DriveFields control={form.control} union={drive.nodeName} />
    </FormPage>
  )
}

type OfDrive = { id: string; title: string; children: (drive: Drive) => React.ReactNode }

const WithDrive = ({ id, title, children }: OfDrive) => {
  const drive = useDrive(id)
  if (drive.data) return <>{children(drive.data)}</>
  return (
    <Page title={title} wide>
      <QueryView query={drive} skeleton={<Skeleton kind="card" count={3} />}>
        {() => null}
      </QueryView>
    </Page>
  )
}

const FromPattern = ({ seat, code, year }: { seat: Seat; code: string; year: number }) => {
  const rules = useRules()
  if (rules.isPending)
    return (
      <Page title="新建主题活动" wide>
        <Skeleton kind="card" count={3} />
      </Page>
    )
  const years = Object.fromEntries((rules.data?.years ?? []).map((one) => [one.year, one]))
  return <New seat={seat} values={patternValues(code, year, bookOf(rules.data ? years : shippedHolidays))} />
}

const Fresh = ({ seat }: { seat: Seat }) => {
  const [copy, pattern, year] = [useQueryParam('copy'), useQueryParam('pattern'), useQueryParam('year')]
  if (copy)
    return (
      <WithDrive id={copy} title="新建主题活动">
        {(drive) => <New seat={seat} values={copiedValues(drive.form)} />}
      </WithDrive>
    )
  if (pattern) return <FromPattern seat={seat} code={pattern} year={Number(year ?? dayOf(new Date()).slice(0, 4))} />
  return <New seat={seat} values={blankDrive()} />
}

/** A new drive, from nothing, from a pattern of the year or from a former one; or one that is changed. */
const DriveNewPage = () => {
  const id = useQueryParam('id')
  if (id)
    return (
      <WithDrive id={id} title="修改主题活动">
        {(drive) => <Change drive={drive} />}
      </WithDrive>
    )
  return <WithSeat title="新建主题活动">{(seat) => <Fresh key={seat.id} seat={seat} />}</WithSeat>
}

export default DriveNewPage
