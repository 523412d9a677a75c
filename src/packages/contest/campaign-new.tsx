import { useState } from 'react'
import { useForm, useWatch, type UseFormReturn } from 'react-hook-form'
import { View } from '@tarojs/components'
import { AppError } from 'types/app-error'
import { findRuleSet, type ShippedRuleSet } from 'types/rule-sets'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { DateField } from '@/components/date-field'
import { Page } from '@/components/page'
import { TextField } from '@/components/text-field'
import { useStarterBank } from '@/features/office/bank/bank-api'
import { StarterCard } from '@/features/office/bank/starter-card'
import { ContestChoice } from '@/features/office/contest-choice'
import { ContestRules } from '@/features/office/contest-rules'
import {
  contestOf,
  contestProblems,
  freshCampaign,
  nameOfRuleSet,
  toCampaign,
  usualLastDay,
  type CampaignValues,
  type Contest,
} from '@/features/office/contest-values'
import { contestWords } from '@/features/office/contest-words'
import { FormPage } from '@/features/office/form-page'
import { LevelList } from '@/features/office/level-list'
import type { Step } from '@/features/office/node-browser'
import { useQueryParam } from '@/hooks/use-query-param'
import { NodeField } from '@/features/office/node-field'
import { useMakeCampaign } from '@/features/office/quiz-api'
import type { Seat } from '@/features/session/seat-choice'
import { dayOf } from '@/lib/clock'
import { goBack } from '@/lib/go'
import { showToast } from '@/lib/toast-store'
import { ContestTrial } from './contest-trial'
import { WithSeat } from '@/features/session/with-seat'

type Form = UseFormReturn<CampaignValues>

const WhatAndWhen = ({ control, root }: Pick<Form, 'control'> & { root: Step }) => {
  const today = dayOf(new Date())
  return (
    <Card>
      <View className="stack">
        <TextField control={control} name="title" label="活动名称" placeholder="例如 安全生产月" max={30} />
        <TextField control={control} name="slogan" label="活动口号" placeholder="例如 人人讲安全" max={30} />
        <DateField control={control} name="opensAt" label="第一天" from={today} />
        <DateField control={control} name="closesAt" label="最后一天" from={today} inDays={[7, 30, 90]} />
        <NodeField control={control} name="node" label="在哪个工会范围举办" root={root} unionOnly />
        <TextField
          control={control}
          name="prizeCap"
          kind="digit"
          label="单件奖品最高多少元"
          hint="建奖品时超过这个价值会被拦下；不发奖品填 0。"
          max={8}
        />
      </View>
    </Card>
  )
}

type ChosenProps = { contest: Contest; onOther: () => void; onTry: () => void }

const Chosen = ({ contest, onOther, onTry }: ChosenProps) => (
  <Card>
    <View className="stack-s">
      <View className="row-between">
        <View className="title">{nameOfRuleSet(contest.code)}</View>
        <Button kind="quiet" small onPress={onOther}>
          换一种
        </Button>
      </View>
      <View>{contestWords(contest)}</View>
      <Button kind="ghost" icon="eye" onPress={onTry}>
        自己先答一遍
      </Button>
    </View>
  </Card>
)

const draftWords = (begins: boolean) => (begins ? '活动已建好，一分钟内自动开始' : '活动已建好，到第一天自动开始')

type FormProps = ChosenProps & {
  form: Form
  root: Step
  driveId: string | undefined
  onContest: (contest: Contest) => void
}

const CampaignForm = ({ form, root, contest, driveId, onContest, onOther, onTry }: FormProps) => {
  const { control } = form
  const node = useWatch({ control, name: 'node' })
  const begins = (useWatch({ control, name: 'opensAt' }) ?? '') <= dayOf(new Date())
  const starter = useStarterBank(node.id).data
  const make = useMakeCampaign()
  const submit = (values: CampaignValues) =>
    make.mutate(
      { ...toCampaign(values, contest), ...(driveId && { driveId }) },
      {
        onSuccess: ({ state }) => {
          showToast(state === 'open' ? '活动已开始，可以扫码答题了' : draftWords(begins), 'good')
          goBack()
        },
      },
    )
  const problems = contestProblems(make.error instanceof AppError ? (make.error.fields ?? {}) : {})
  return (
    <FormPage
      title="新建活动"
      form={form}
      command={make}
      confirmWord={begins ? '建好并开始' : '建好活动'}
      onSubmit={submit}
    >
      {starter?.isEmpty && <StarterCard aside nodeId={node.id} starter={starter} />}
      <Chosen contest={contest} onOther={onOther} onTry={onTry} />
      <WhatAndWhen control={control} root={root} />
      <ContestRules
        rules={contest.rules}
        levels={contest.levels.length}
        problems={problems.rules}
        onRules={(rules) => onContest({ ...contest, rules })}
      />
      <LevelList
        contest={contest}
        problems={problems.levels}
        onContest={(changed) => onContest({ ...contest, ...changed })}
      />
    </FormPage>
  )
}

/** First how people compete, then what it is called and when; every rule can be changed and tried. */
const CampaignBuilder = ({ seat }: { seat: Seat }) => {
  const root = { id: seat.nodeId, name: seat.nodeName }
  const [driveId, title, slogan] = [useQueryParam('driveId'), useQueryParam('title'), useQueryParam('slogan')]
  const form = useForm<CampaignValues>({ defaultValues: freshCampaign(root, new Date(), title, slogan) })
  const named = findRuleSet(useQueryParam('kind') ?? '')
  const [contest, setContest] = useState<Contest | null>(named ? contestOf(named) : null)
  const [view, setView] = useState<'kinds' | 'form' | 'trial'>(named ? 'form' : 'kinds')
  const choose = (set: ShippedRuleSet) => {
    // The same one again keeps what was changed.
    if (set.code !== contest?.code) {
      setContest(contestOf(set))
      form.setValue('closesAt', usualLastDay(contestOf(set), form.getValues('opensAt') ?? dayOf(new Date())))
    }
    setView('form')
  }
  if (!contest || view === 'kinds')
    return (
      <Page title="新建活动" wide>
        <View className="title">怎么比？选一种，下一步都能改</View>
        <ContestChoice code={contest?.code} onChoose={choose} />
      </Page>
    )
  if (view === 'trial')
    return <ContestTrial nodeId={form.getValues('node').id} contest={contest} onClose={() => setView('form')} />
  return (
    <CampaignForm
      {...{ form, root, contest, driveId }}
      onContest={setContest}
      onOther={() => setView('kinds')}
      onTry={() => setView('trial')}
    />
  )
}

/** A campaign from one of the kinds of contest that ship. */
const CampaignNewPage = () => (
  <WithSeat title="新建活动">{(seat) => <CampaignBuilder key={seat.id} seat={seat} />}</WithSeat>
)

export default CampaignNewPage
