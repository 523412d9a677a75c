import { useForm } from 'react-hook-form'
import { View } from '@tarojs/components'
import { fewestNoticeDays } from 'types/hazard-award'
import type { AwardPlaceView, ObjectionRow } from 'types/hazard-award-office'
import { ChoiceField } from '@/components/choice-field'
import { CommandSheet } from '@/components/command-sheet'
import { TextareaField } from '@/components/textarea-field'
import { TextField } from '@/components/text-field'
import { saying } from '@/lib/said-and-done'
import {
  useAnnounceAward,
  useAnswerObjection,
  useDropFromAward,
  useFinishAward,
  useHandOverAward,
  useLeaveOut,
  useSetReward,
  useWithdrawAward,
  type Award,
} from './award-api'
import { rewardValues, toReward, type RewardValues } from './award-values'

type Props = { award: Award; onClose: () => void }
type PlaceProps = Props & { place: AwardPlaceView }
type Reason = { reason: string }
const move = ({ id, version }: Award) => ({ id, version })

export const AnnounceSheet = ({ award, onClose }: Props) => {
  const form = useForm<{ days: number | undefined }>({ defaultValues: { days: fewestNoticeDays } })
  const announce = useAnnounceAward()
  const submit = ({ days = 0 }: { days: number | undefined }) =>
    announce.mutate({ ...move(award), digest: award.digest, days }, saying('已公示，人人可看、可提异议', onClose))
  return (
    <CommandSheet
      title="开始公示"
      form={form}
      command={announce}
      confirmWord="公示这份名单"
      onClose={onClose}
      onSubmit={submit}
    >
      <View>公示 {award.places.length} 人。公示后名单和奖励不能再改，只能写明原因移出；上报人会收到通知。</View>
      <TextField
        control={form.control}
        name="days"
        kind="number"
        label="公示几个工作日"
        hint={`至少 ${fewestNoticeDays} 个工作日，周末和登记过的节假日不算。`}
        max={2}
      />
    </CommandSheet>
  )
}

export const LeaveOutSheet = ({ award, place, onClose }: PlaceProps) => {
  const form = useForm<Reason>({ defaultValues: { reason: '' } })
  const leave = useLeaveOut()
  const submit = ({ reason }: Reason) =>
    leave.mutate({ ...move(award), of: place.of, reason }, saying('已不列入，后一位递补', onClose))
  return (
    <CommandSheet
      title="不列入名单"
      form={form}
      command={leave}
      confirmWord="不列入"
      onClose={onClose}
      onSubmit={submit}
    >
      <View>{place.label}</View>
      <TextareaField control={form.control} name="reason" label="原因" hint="记入操作记录，不公开。" max={100} />
    </CommandSheet>
  )
}

export const DropSheet = ({ award, place, onClose }: PlaceProps) => {
  const form = useForm<Reason>({ defaultValues: { reason: '' } })
  const drop = useDropFromAward()
  const submit = ({ reason }: Reason) =>
    drop.mutate({ ...move(award), seat: place.seat ?? 0, reason }, saying('已移出名单', onClose))
  return (
    <CommandSheet
      title="移出名单"
      form={form}
      command={drop}
      confirmWord="移出名单"
      onClose={onClose}
      onSubmit={submit}
    >
      <View>{place.label}。按条件排在后面的人递补；递补的人也要公示满期限，公示结束的日子可能顺延。</View>
      <TextareaField control={form.control} name="reason" label="原因" max={100} />
    </CommandSheet>
  )
}

export const RewardSheet = ({ award, place, onClose }: PlaceProps) => {
  const form = useForm<RewardValues>({ defaultValues: rewardValues(place.reward) })
  const change = useSetReward()
  const submit = (values: RewardValues) =>
    change.mutate({ ...move(award), of: place.of, reward: toReward(values) }, saying('已改好', onClose))
  return (
    <CommandSheet
      title="改这一位的奖励"
      form={form}
      command={change}
      confirmWord="保存"
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField control={form.control} name="money" kind="number" label="奖金（元）" optional max={6} />
      <TextField control={form.control} name="prize" label="奖品" optional max={20} />
    </CommandSheet>
  )
}

export const HandOverSheet = ({ award, place, onClose }: PlaceProps) => {
  const form = useForm<{ code: string }>({ defaultValues: { code: '' } })
  const hand = useHandOverAward()
  const nameless = place.name === null
  const submit = ({ code }: { code: string }) =>
    hand.mutate({ ...move(award), seat: place.seat ?? 0, ...(code.trim() && { code }) }, saying('已登记发放', onClose))
  return (
    <CommandSheet
      title="登记发放"
      form={form}
      command={hand}
      confirmWord="已交给本人"
      onClose={onClose}
      onSubmit={submit}
    >
      <View>
        第 {place.seat} 位，{place.name ?? place.label}。
        {nameless ? '他没有公开身份：只核对领取码，不问姓名。' : '核对姓名，在签收单上签字。'}
      </View>
      <TextField
        control={form.control}
        name="code"
        label="领取码"
        optional={!nameless}
        hint="本人在自己的上报页面能看到。"
        max={20}
      />
    </CommandSheet>
  )
}

export const WithdrawSheet = ({ award, onClose }: Props) => {
  const form = useForm<Reason>({ defaultValues: { reason: '' } })
  const withdraw = useWithdrawAward()
  const submit = ({ reason }: Reason) => withdraw.mutate({ ...move(award), reason }, saying('这批不办了', onClose))
  return (
    <CommandSheet
      title="这批不办了"
      form={form}
      command={withdraw}
      confirmWord="不办了"
      onClose={onClose}
      onSubmit={submit}
    >
      <View>
        {award.state === 'announced' ? '公示会撤回，名单上的人会收到通知。' : '条件和记录都留着，可以另起一批。'}
      </View>
      <TextareaField control={form.control} name="reason" label="原因" max={100} />
    </CommandSheet>
  )
}

export const FinishSheet = ({ award, onClose }: Props) => {
  const form = useForm({ defaultValues: {} })
  const finish = useFinishAward()
  return (
    <CommandSheet
      {...{ title: '名单定稿', form, command: finish, confirmWord: '定稿', onClose }}
      onSubmit={() => finish.mutate(move(award), saying('已定稿，通知领取', onClose))}
    >
      <View>
        共 {award.places.length} 人。定稿后不能再改，上报人会收到领取通知：{award.claim.where}。
      </View>
    </CommandSheet>
  )
}

type Answer = { words: string; upheld: 'no' | 'yes' }
const verdicts = [
  { value: 'no', label: '维持名单' },
  { value: 'yes', label: '异议成立' },
]

export const AnswerSheet = ({ objection, onClose }: { objection: ObjectionRow; onClose: () => void }) => {
  const form = useForm<Answer>({ defaultValues: { words: '', upheld: 'no' } })
  const answer = useAnswerObjection()
  const { id, version } = objection
  const submit = ({ words, upheld }: Answer) =>
    answer.mutate({ id, version, words, upheld: upheld === 'yes' }, saying('已答复，提出人能看到', onClose))
  return (
    <CommandSheet title="答复异议" form={form} command={answer} confirmWord="答复" onClose={onClose} onSubmit={submit}>
      <View className="pre-line">{objection.words}</View>
      <ChoiceField control={form.control} name="upheld" label="核对结果" look="segment" options={verdicts} />
      <TextareaField
        control={form.control}
        name="words"
        label="答复"
        hint="提出人会看到。异议成立的，答复后还要把这一位移出名单。"
        max={200}
      />
    </CommandSheet>
  )
}
