import { useForm } from 'react-hook-form'
import { ListingLevel, listingLabels } from 'types/hazard-proof-views'
import type * as z from 'types/zod'
import { ActSheet } from '@/components/act-sheet'
import { ChoiceField } from '@/components/choice-field'
import { DateField } from '@/components/date-field'
import { TextField } from '@/components/text-field'
import { TextareaField } from '@/components/textarea-field'
import { dayIn, daysUntil, endOfDay } from '@/lib/clock'
import { saying } from '@/lib/said-and-done'
import { useProofCommand } from './api'
import { instantOf, type HazardSheetProps } from './hazard-sheet'

type Listed = { number: string; level: z.output<typeof ListingLevel>; publishedAt: string; dueAt: string }

const levels = ListingLevel.options.map((value) => ({ value, label: `${listingLabels[value]}级` }))

/** A safety committee listed it: number, whose, since when and until when. */
export const ListSheet = ({ detail, open, onClose }: HazardSheetProps) => {
  const form = useForm<Listed>({
    defaultValues: { number: '', level: 'county', publishedAt: dayIn(0), dueAt: dayIn(30) },
  })
  const listing = useProofCommand('list')
  const { id, version } = detail
  const submit = ({ publishedAt, dueAt, ...rest }: Listed) =>
    listing.mutate(
      { id, version, ...rest, publishedAt: instantOf(publishedAt), dueAt: endOfDay(dueAt) },
      saying('已登记挂牌督办', onClose),
    )
  return (
    <ActSheet
      open={open}
      title="登记挂牌督办"
      form={form}
      pending={listing.isPending}
      error={listing.error}
      confirmWord="记入台账"
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField control={form.control} name="number" label="督办文号" max={40} />
      <ChoiceField control={form.control} name="level" label="哪一级安委会" look="segment" options={levels} />
      <DateField control={form.control} name="publishedAt" label="公布日期" to={dayIn(0)} />
      <DateField control={form.control} name="dueAt" label="督办期限" from={dayIn(0)} to={dayIn(365)} />
    </ActSheet>
  )
}

type Later = { dueAt: string; reason: string }

/** The committee put its deadline off. */
export const ExtendListingSheet = ({ detail, open, onClose }: HazardSheetProps) => {
  const left = Math.max(0, detail.listing ? daysUntil(detail.listing.dueAt) : 0)
  const form = useForm<Later>({ defaultValues: { dueAt: dayIn(left + 30), reason: '' } })
  const extending = useProofCommand('extendListing')
  const { id, version } = detail
  const submit = ({ dueAt, reason }: Later) =>
    extending.mutate({ id, version, reason, dueAt: endOfDay(dueAt) }, saying('已登记督办延期', onClose))
  return (
    <ActSheet
      open={open}
      title="督办延期"
      form={form}
      pending={extending.isPending}
      error={extending.error}
      confirmWord="记入台账"
      onClose={onClose}
      onSubmit={submit}
    >
      <DateField control={form.control} name="dueAt" label="新的督办期限" from={dayIn(left + 1)} to={dayIn(365)} />
      <TextareaField control={form.control} name="reason" label="延期原因" max={200} />
    </ActSheet>
  )
}

type Ended = { at: string; reason: string }

/** The end of the supervision. */
export const DelistSheet = ({ detail, open, onClose }: HazardSheetProps) => {
  const form = useForm<Ended>({ defaultValues: { at: dayIn(0), reason: '' } })
  const ending = useProofCommand('delist')
  const { id, version } = detail
  const submit = ({ at, reason }: Ended) =>
    ending.mutate({ id, version, reason, at: instantOf(at) }, saying('已登记摘牌', onClose))
  return (
    <ActSheet
      open={open}
      title="登记摘牌"
      form={form}
      pending={ending.isPending}
      error={ending.error}
      confirmWord="记入台账"
      onClose={onClose}
      onSubmit={submit}
    >
      <DateField control={form.control} name="at" label="摘牌日期" to={dayIn(0)} />
      <TextareaField control={form.control} name="reason" label="摘牌理由" max={200} />
    </ActSheet>
  )
}
