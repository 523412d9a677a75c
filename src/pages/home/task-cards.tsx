import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Icon, IconTile, type IconName } from '@/components/icon'
import { openPage, openTab } from '@/lib/go'
import { routes } from '@/lib/routes'
import type { LandingData } from './home-hero'
import { LevelStrip, type Progress } from './level-strip'
import './task-cards.scss'

type TaskName = 'quiz' | 'hazard' | 'volunteer'
type Task = {
  icon: IconName
  tone: 'red' | 'amber' | 'green'
  title: string
  detail: string
  act: string
  open: () => void
}

const tasks: Record<TaskName, Task> = {
  quiz: {
    icon: 'quiz',
    tone: 'red',
    title: '安全知识闯关',
    detail: '每关约 2 分钟，交卷后看法条和讲解',
    act: '开始闯关',
    open: () => openTab('quiz'),
  },
  hazard: {
    icon: 'camera',
    tone: 'amber',
    title: '随手拍隐患',
    detail: '拍一张照片就能上报，可对企业保密',
    act: '拍照上报',
    open: () => openTab('hazard'),
  },
  volunteer: {
    icon: 'volunteer',
    tone: 'green',
    title: '成为安全监督志愿者',
    detail: '每年两次活动，工会与监管双重认证',
    act: '我要报名',
    open: () => openPage(routes.volunteer),
  },
}

const Words = ({ task, detail }: { task: Task; detail: string }) => (
  <>
    <IconTile name={task.icon} tone={task.tone} />
    <View className="grow">
      <View className="title">{task.title}</View>
      <View className="text-m">{detail}</View>
    </View>
  </>
)

type MainProps = { task: Task; detail: string; act: string; children?: ReactNode }

const MainTask = ({ task, detail, act, children }: MainProps) => (
  <Card>
    <View className="row">
      <Words task={task} detail={detail} />
    </View>
    {children}
    <View className="task-cards-act">
      <Button onPress={task.open}>{act}</Button>
    </View>
  </Card>
)

/** What the main card says of the level that waits. */
const levelWords = (progress: Progress | undefined): { detail: string; act: string } => {
  const next = progress?.levels.find((level) => level.state === 'open')
  const begun = progress?.levels.some((level) => level.state === 'passed') ?? false
  if (!progress) return { detail: tasks.quiz.detail, act: tasks.quiz.act }
  if (!next) return { detail: '全部过关，可以再练练手', act: '看看我的成绩' }
  const minutes = Math.max(1, Math.round(next.seconds / 60))
  return { detail: `第 ${next.level} 关 · ${next.title} · 约 ${minutes} 分钟`, act: begun ? '继续闯关' : '开始闯关' }
}

/** The three tasks; the booth says which comes first and carries the page's main button. */
export const TaskCards = ({
  landing,
  progress,
}: {
  landing: LandingData | undefined
  progress: Progress | undefined
}) => {
  const asked = landing?.booth?.task ?? 'home'
  const first: TaskName = asked === 'home' ? (landing && !landing.campaign ? 'hazard' : 'quiz') : asked
  const others = (Object.keys(tasks) as TaskName[]).filter((name) => name !== first)
  const words = first === 'quiz' ? levelWords(progress) : { detail: tasks[first].detail, act: tasks[first].act }
  return (
    <>
      <MainTask task={tasks[first]} detail={words.detail} act={words.act}>
        {first === 'quiz' && progress && <LevelStrip progress={progress} />}
      </MainTask>
      {others.map((name) => (
        <Card key={name} onPress={tasks[name].open}>
          <View className="row">
            <Words task={tasks[name]} detail={tasks[name].detail} />
            <Icon name="chevron-right" size="s" />
          </View>
        </Card>
      ))}
    </>
  )
}
