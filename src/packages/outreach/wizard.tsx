import { useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { doneSteps, optionalSteps, setupSteps, type Setup, type SetupStep } from 'types/org-setup'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Page } from '@/components/page'
import { Progress } from '@/components/progress'
import { QueryView } from '@/components/query-view'
import { BoothStep } from '@/features/office/wizard/booth-step'
import { CampaignStep, PosterStep } from '@/features/office/wizard/last-steps'
import { ManagerStep } from '@/features/office/wizard/manager-step'
import { RegulatorStep } from '@/features/office/wizard/regulator-step'
import { StepCard } from '@/features/office/wizard/step-card'
import { isConfigured, useOwnTemplates } from '@/features/office/wizard/template-api'
import { TemplatesStep } from '@/features/office/wizard/templates-step'
import { UnionsStep } from '@/features/office/wizard/unions-step'
import { nextStep, stepDetails, stepTitles } from '@/features/office/wizard/wizard-values'
import { SeatChoice, type Seat } from '@/features/session/seat-choice'
import { WithSeat } from '@/features/session/with-seat'
import { useSetup } from '@/hooks/use-setup'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import '@/features/office/office.scss'

const Inside = ({ step, setup, onDone }: { step: SetupStep; setup: Setup; onDone: () => void }) => {
  const { union, contest, booth } = setup
  if (step === 'unions') return <UnionsStep union={union} onDone={onDone} />
  if (step === 'manager') return <ManagerStep unionId={union.id} onDone={onDone} />
  if (step === 'regulator') return <RegulatorStep setup={setup} onDone={onDone} />
  if (step === 'templates') return <TemplatesStep />
  if (step === 'campaign') return <CampaignStep unionId={union.id} />
  if (step === 'booth') return <BoothStep union={union} contest={contest} done={booth !== null} onDone={onDone} />
  return <PosterStep booth={booth} />
}

const Head = ({ setup, count }: { setup: Setup; count: number }) => (
  <Card>
    <View className="stack-s">
      <View className="title">{setup.union.name}</View>
      <View>{count === setupSteps.length ? '都办好了，可以开展了。' : '照着做，大约十分钟就能贴出第一张海报。'}</View>
      <Progress value={count / setupSteps.length} tone="green" label="上手进度" />
      <View className="note">{`已完成 ${count} 步，共 ${setupSteps.length} 步；随时可以离开，回来接着办。`}</View>
    </View>
  </Card>
)

/** Steps that say what came of them: they stay open until somebody goes on, whatever is read meanwhile. */
const staying: readonly SetupStep[] = ['unions', 'manager', 'regulator']

const Steps = ({ setup, onRead }: { setup: Setup; onRead: () => void }) => {
  const templates = useOwnTemplates().data?.templates ?? []
  const configured = templates.filter(isConfigured).length
  const [passed, setPassed] = useState<readonly SetupStep[]>([])
  const [chosen, setChosen] = useState<SetupStep | 'none' | null>(null)
  const isSetUp = templates.length > 0 && configured === templates.length
  const done = new Set([...doneSteps(setup), ...(isSetUp ? ['templates' as const] : [])])
  const details = stepDetails(setup, { configured, all: templates.length })
  const next = nextStep(done, passed)
  const open = chosen ?? next
  if (chosen === null && next && staying.includes(next)) setChosen(next)
  const goOn = (step: SetupStep) => () => {
    setPassed([...passed, step])
    setChosen(null)
    onRead()
  }
  return (
    <View className="office-form">
      <Head setup={setup} count={done.size} />
      {setupSteps.map((step, index) => (
        <StepCard
          key={step}
          no={index + 1}
          title={stepTitles[step]}
          detail={details[step]}
          done={done.has(step)}
          optional={optionalSteps.includes(step)}
          open={open === step}
          onOpen={() => setChosen(open === step ? 'none' : step)}
          onSkip={index < setupSteps.length - 1 ? goOn(step) : undefined}
        >
          <Inside step={step} setup={setup} onDone={goOn(step)} />
        </StepCard>
      ))}
      <Button kind="quiet" onPress={() => openPage(routes.desk)}>
        去工作台
      </Button>
    </View>
  )
}

const Loaded = ({ seat }: { seat: Seat }) => {
  const setup = useSetup(seat.nodeId)
  const { refetch } = setup
  useDidShow(() => void refetch())
  return (
    <Page title="上手清单" wide>
      <SeatChoice seat={seat} />
      <QueryView query={setup}>{(data) => <Steps setup={data} onRead={() => void refetch()} />}</QueryView>
    </Page>
  )
}

/** From an empty environment to the first poster, step by step; what is done is read off what exists. */
const WizardPage = () => <WithSeat title="上手清单">{(seat) => <Loaded key={seat.id} seat={seat} />}</WithSeat>

export default WizardPage
