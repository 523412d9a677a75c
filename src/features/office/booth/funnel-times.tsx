import { useState } from 'react'
import { View } from '@tarojs/components'
import { visitStageLabels, visitStages, type VisitStage } from 'types/visit-source'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ChipChoice } from '@/components/chip'
import { dayOf, showDay } from '@/lib/clock'
import { Bars } from './bars'
import type { Funnel } from './funnel-api'

const stageOptions = visitStages.map((value) => ({ value, label: visitStageLabels[value] }))
const shifted = (day: string, by: number) => dayOf(new Date(Date.parse(`${day}T04:00:00Z`) + by * 86_400_000))

const noon = (day: string) => `${day}T04:00:00Z`
const named = (day: string) => showDay(noon(day))

type Drive = NonNullable<Funnel['drive']>

/** Which days count, of a drive. */
export const spanWords = ({ from, to }: Pick<Drive, 'from' | 'to'>) =>
  `只算活动期间（${named(from)} 至 ${named(to)}），挂进来的展台和展示活动竞赛的展台都在内。`

/** A day within the drive, or the day itself where none is looked at. */
const within = (day: string, drive: Drive | null) => {
  if (!drive) return day
  if (day < drive.from) return drive.from
  return day > drive.to ? drive.to : day
}

type DayProps = { day: string; first: string; last: string; onDay: (day: string) => void }

/** The day that is looked at, one tap back or forth. */
const DayRow = ({ day, first, last, onDay }: DayProps) => (
  <View className="row-between">
    <Button kind="quiet" small icon="chevron-left" disabled={day <= first} onPress={() => onDay(shifted(day, -1))}>
      前一天
    </Button>
    <View className="strong">{named(day)}</View>
    <Button kind="quiet" small disabled={day >= last} onPress={() => onDay(shifted(day, 1))}>
      后一天
    </Button>
  </View>
)

type Days = Funnel['days']
/** More days than this are too thin to be seen one by one. */
const mostDays = 62

const barsOf = (days: Days, stage: VisitStage) => {
  const step = days.length > mostDays ? 7 : 1
  return Array.from({ length: Math.ceil(days.length / step) }, (_, index) => {
    const part = days.slice(index * step, (index + 1) * step)
    const [first, last] = [named(part[0]?.day ?? ''), named(part.at(-1)?.day ?? '')]
    const value = part.reduce((sum, { counts }) => sum + counts[stage], 0)
    return { name: first === last ? first : `${first} 至 ${last}`, value }
  })
}

const marksOf = (days: Days) => [days[0], days[Math.floor((days.length - 1) / 2)], days.at(-1)]

const Daily = ({ funnel, stage }: { funnel: Funnel; stage: VisitStage }) => {
  const { days, drive } = funnel
  const what = visitStageLabels[stage]
  const title = drive ? `活动期间${days.length > mostDays ? '每周' : '每天'}` : '这个月每天'
  const marks = drive
    ? marksOf(days).map((one) => named(one?.day ?? ''))
    : ['1 日', '10 日', '20 日', `${days.length} 日`]
  return (
    <>
      <View className="strong">{title}</View>
      <Bars bars={barsOf(days, stage)} what={what} marks={marks} />
    </>
  )
}

type Props = { funnel: Funnel; day: string; onDay: (day: string) => void }

/** When they came: hours of one day, and days of its month or of the drive. */
export const FunnelTimes = ({ funnel, day, onDay }: Props) => {
  const [stage, setStage] = useState<VisitStage>('scans')
  const what = visitStageLabels[stage]
  const hours = funnel.hours.map((counts, hour) => ({ name: `${hour} 时`, value: counts[stage] }))
  const today = dayOf(new Date())
  const last = funnel.drive && funnel.drive.to < today ? funnel.drive.to : today
  return (
    <Card>
      <View className="stack">
        <View className="title">什么时候来的</View>
        <ChipChoice label="看哪一步" options={stageOptions} value={stage} onChange={setStage} />
        <DayRow {...{ day: within(day, funnel.drive), first: funnel.drive?.from ?? '', last, onDay }} />
        <Bars bars={hours} what={what} marks={['0 时', '6 时', '12 时', '18 时', '24 时']} />
        <Daily funnel={funnel} stage={stage} />
      </View>
    </Card>
  )
}
