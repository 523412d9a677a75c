import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { ListGroup, ListRow } from '@/components/list-row'
import { showDay } from '@/lib/clock'
import { ExtensionSheet } from './extension-sheet'
import type { FixHazard } from './fix-api'
import { FixPlanSheet } from './fix-plan-sheet'
import { ProgressSheet } from './progress-sheet'

type Step = 'plan' | 'progress' | 'extension'
const sheets = { plan: FixPlanSheet, progress: ProgressSheet, extension: ExtensionSheet }

/** Opens the sheet of one step: `const { open, sheet } = useFixSheet(hazard)`. */
export const useFixSheet = (hazard: FixHazard) => {
  const [step, setStep] = useState<Step | null>(null)
  const close = useCallback(() => setStep(null), [])
  const Sheet = step && sheets[step]
  return { open: setStep, sheet: Sheet && <Sheet hazard={hazard} onClose={close} /> }
}

type Props = { hazard: FixHazard; open: (step: Step) => void }

/** What else can be done while it is being fixed. */
export const FixSteps = ({ hazard, open }: Props) => {
  const may = (act: string) => hazard.acts.includes(act)
  const by = hazard.progressDueAt ? `${showDay(hazard.progressDueAt)}前报一次` : undefined
  if (!may('progress') && !may('replan') && !may('askExtension')) return null
  return (
    <ListGroup>
      {may('progress') && <ListRow icon="edit" title="报告进展" detail={by} onPress={() => open('progress')} />}
      {may('replan') && <ListRow icon="list" title="修改整改方案" onPress={() => open('plan')} />}
      {may('askExtension') && <ListRow icon="calendar" title="申请延期" onPress={() => open('extension')} />}
    </ListGroup>
  )
}

/** The foot of a hazard without a plan: the plan first, or what is already put right. */
export const PlanFoot = ({ hazard, open, onSpot }: Props & { onSpot: () => void }) => (
  <View className="stack-s">
    {hazard.acts.includes('fixOnSpot') && (
      <Button kind="ghost" onPress={onSpot}>
        当场已改好（立行立改）
      </Button>
    )}
    <Button onPress={() => open('plan')}>落实整改方案</Button>
  </View>
)
