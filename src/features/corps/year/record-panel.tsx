import { useCallback, useState, type ComponentType } from 'react'
import { View } from '@tarojs/components'
import type { YearRecord } from 'types/volunteer-year'
import { yearMachine } from 'types/volunteer-year-machine'
import { hoursOf, hoursWord } from 'types/volunteer-year-rules'
import { specialtyLabels } from 'types/volunteer-form'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ListGroup, ListRow } from '@/components/list-row'
import { Stat } from '@/components/stat'
import { StateTag, Tag } from '@/components/tag'
import { Timeline } from '@/components/timeline'
import { showDay, showTime } from '@/lib/clock'
import { showToast } from '@/lib/toast-store'
import { AnswerSheet, CommentSheet, ConfirmSheet, RecommendSheet, ReturnSheet, type SheetProps } from './record-sheets'
import { useAgreeYears } from './year-api'
import { resultWord } from './year-rows'

const Facts = ({ record }: { record: YearRecord }) => (
  <Card>
    <View className="stack">
      <View className="row-between">
        <View className="title">{record.name}</View>
        <StateTag state={yearMachine.states[record.state]} />
      </View>
      <View className="text-m">
        {[record.employer, record.team, record.specialties.map((one) => specialtyLabels[one]).join('、')]
          .filter(Boolean)
          .join(' · ')}
      </View>
      <View className="row">
        <Stat value={`${record.times}/${record.need}`} label="专题活动" />
        <Stat value={hoursOf(record.minutes)} label="服务小时" />
        <Stat value={record.absences} label="缺席" tone="red" />
      </View>
      {record.all > record.times && <View className="text-m">另有日常活动 {record.all - record.times} 次。</View>}
      {resultWord(record) && <View className="strong">{resultWord(record)}</View>}
      {record.confirmed?.words && <View className="pre-line">工会理由：{record.confirmed.words}</View>}
      {record.returned && <View className="ink-amber">监管退回：{record.returned}</View>}
      {record.state === 'agreed' && record.objectUntil && (
        <View className="text-m">本人可在 {showDay(record.objectUntil)} 前提出异议。</View>
      )}
    </View>
  </Card>
)

const stateWords: Record<string, string> = {
  ...{ served: '已服务', present: '在现场', joined: '已报名', absent: '缺席', excused: '缺席已说明' },
}

const Items = ({ record: { items } }: { record: YearRecord }) => (
  <ListGroup title="依据：这一年的活动">
    {items.length === 0 && <ListRow title="没有活动记录" detail="签到签退以后会自动记在这里。" />}
    {items.map(({ activityId, title, startsAt, special, state, minutes }) => (
      <ListRow
        key={activityId}
        title={title}
        detail={[showTime(startsAt), special ? '专题' : '日常', stateWords[state]].join(' · ')}
        value={state === 'served' ? hoursWord(minutes) : undefined}
      />
    ))}
  </ListGroup>
)

const Found = ({ record: { findings } }: { record: YearRecord }) => (
  <ListGroup title="依据：实名上报的隐患">
    <ListRow
      title={`上报 ${findings.reported} 处，受理 ${findings.found} 处，已整改 ${findings.closed} 处`}
      detail="只计他署名上报的条数；保密和匿名的不在内。"
    />
  </ListGroup>
)

const Words = ({ record: { comments, objection } }: { record: YearRecord }) => (
  <>
    {comments.length > 0 && (
      <ListGroup title="评语">
        {comments.map(({ by, unit, words, at }) => (
          <ListRow key={`${at}${by}`} title={words} detail={`${unit} ${by} · ${showTime(at)}`} />
        ))}
      </ListGroup>
    )}
    {objection && (
      <Card tone={objection.answer ? 'plain' : 'amber'}>
        <View className="stack-s">
          <View className="row-between">
            <View className="strong">本人异议（{showDay(objection.at)}）</View>
            <Tag tone={objection.answer ? 'green' : 'red'}>{objection.answer ? '已答复' : '待答复'}</Tag>
          </View>
          <View className="pre-line">{objection.words}</View>
          {objection.answer && (
            <View className="pre-line">
              {objection.answer.unit}：{objection.answer.words}
            </View>
          )}
        </View>
      </Card>
    )}
  </>
)

const sheets: Record<string, { word: string; sheet: ComponentType<SheetProps> }> = {
  confirm: { word: '确认结果', sheet: ConfirmSheet },
  comment: { word: '写评语', sheet: CommentSheet },
  return: { word: '退回工会', sheet: ReturnSheet },
  answer: { word: '答复异议', sheet: AnswerSheet },
  recommend: { word: '推荐优秀', sheet: RecommendSheet },
}

/** What may be done now, the main act first. */
const actsOf = ({ acts, shelf }: YearRecord, isOfficer: boolean) => [
  ...['confirm', 'return'].filter((act) => acts.includes(act)),
  ...(acts.includes('uphold') ? ['answer'] : []),
  ...['comment'].filter((act) => acts.includes(act)),
  ...(isOfficer && shelf === 'enough' ? ['recommend'] : []),
]

type Props = { record: YearRecord; nodeId: string; isOfficer: boolean }

const Agree = ({ record, nodeId }: Props) => {
  const command = useAgreeYears()
  const agree = () =>
    command.mutate(
      { nodeId, decision: 'agree', items: [{ id: record.id, version: record.version }] },
      {
        onSuccess: ({ items: [one] }) => showToast(one?.message ?? '已同意，本人会收到通知', one?.ok ? 'good' : 'bad'),
      },
    )
  return (
    <Button loading={command.isPending} onPress={agree}>
      同意这个结果
    </Button>
  )
}

/** One volunteer's year with everything it rests on. */
export const RecordPanel = (props: Props) => {
  const { record, nodeId, isOfficer } = props
  const [open, setOpen] = useState<string>()
  const close = useCallback(() => setOpen(undefined), [])
  const Sheet = open ? sheets[open]?.sheet : undefined
  return (
    <View className="stack">
      <Facts record={record} />
      {record.acts.includes('agree') && <Agree {...props} />}
      {actsOf(record, isOfficer).map((act, index) => (
        <Button key={act} kind={index === 0 && act === 'confirm' ? 'primary' : 'ghost'} onPress={() => setOpen(act)}>
          {sheets[act]?.word ?? act}
        </Button>
      ))}
      <Items record={record} />
      <Found record={record} />
      <Words record={record} />
      <Card>
        <Timeline items={record.timeline} />
      </Card>
      {Sheet && <Sheet record={record} nodeId={nodeId} onClose={close} />}
    </View>
  )
}
