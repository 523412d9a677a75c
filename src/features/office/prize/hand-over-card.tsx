import { useCallback, useState } from 'react'
import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import type { OutputOf } from 'types/contract'
import type { prizeEntries } from 'types/quiz-prize'
import { ActSheet } from '@/components/act-sheet'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { TextField } from '@/components/text-field'
import { submitAnew, useFieldErrors } from '@/hooks/use-field-errors'
import { aria } from '@/lib/aria'
import { sentenceOf } from '@/lib/query-client'
import { scanText } from '@/lib/scan-text'
import { showToast } from '@/lib/toast-store'
import { useClaimByCode, useHandOver } from './api'
import { ClaimFacts } from './claim-row-card'

type FoundClaim = OutputOf<typeof prizeEntries.claimByCode>

/** Won before, excluded since: the officer decides with open eyes. */
const Excluded = () => (
  <Card tone="amber">领到这个码以后，他的成绩被定为“不计名次”。请先问清楚情况，再决定发不发。</Card>
)

type Recipient = { recipient: string }

const HandOverSheet = ({ claim, onClose }: { claim: FoundClaim; onClose: () => void }) => {
  const form = useForm<Recipient>({ defaultValues: { recipient: '' } })
  const handOver = useHandOver()
  const submit = ({ recipient }: Recipient) =>
    handOver.mutate(
      { id: claim.id, version: claim.version, ...(recipient.trim() && { recipient }) },
      {
        onSuccess: ({ handed }) => {
          showToast(`已发给 ${handed?.to ?? ''}`, 'good')
          onClose()
        },
      },
    )
  return (
    <ActSheet
      open
      title="发放奖品"
      form={form}
      pending={handOver.isPending}
      error={handOver.error}
      confirmWord="确认发放"
      onClose={onClose}
      onSubmit={submit}
    >
      <ClaimFacts claim={claim} />
      {claim.excluded && <Excluded />}
      <TextField
        control={form.control}
        name="recipient"
        label="领取人姓名"
        optional
        hint="记在签收单上。不填就用他在“我的”里留的姓名。"
        max={25}
      />
    </ActSheet>
  )
}

/** Finds a piece by what the player shows or says, and hands it over. */
export const HandOverCard = ({ campaignId }: { campaignId: string }) => {
  const [claim, setClaim] = useState<FoundClaim>()
  const close = useCallback(() => setClaim(undefined), [])
  const form = useForm<{ code: string }>({ defaultValues: { code: '' } })
  const find = useClaimByCode(campaignId)
  useFieldErrors(form, find.error)
  const look = (code: string) =>
    find.mutate(code, {
      onSuccess: (found) => {
        form.reset()
        setClaim(found)
      },
    })
  const scan = async () => {
    const text = await scanText()
    if (text) look(text)
  }
  return (
    <Card>
      <View className="stack">
        <Button icon="scan" loading={find.isPending} onPress={() => void scan()}>
          扫领奖码
        </Button>
        <TextField
          control={form.control}
          name="code"
          label="或者输入九位领奖码"
          placeholder="例如 7KQ2M9XAB"
          max={20}
        />
        <Button kind="ghost" loading={find.isPending} onPress={submitAnew(form, ({ code }) => look(code))}>
          查这个码
        </Button>
        {find.error && (
          <Card tone="red">
            <View {...aria({ role: 'alert' })}>{sentenceOf(find.error)}</View>
          </Card>
        )}
        {claim && claim.state !== 'held' && (
          <Card tone="amber">
            <ClaimFacts claim={claim} />
          </Card>
        )}
      </View>
      {claim?.state === 'held' && <HandOverSheet claim={claim} onClose={close} />}
    </Card>
  )
}
