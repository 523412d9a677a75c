import { useAgainCommand, useHazardCommand, usePlanCommand } from './api'
import type { HazardSheetProps } from './hazard-sheet'
import { WordsSheet } from './words-sheet'

const moveOf = ({ detail: { id, version } }: HazardSheetProps) => ({ id, version })

export const DeclineSheet = (props: HazardSheetProps) => {
  const running = useHazardCommand('decline')
  return (
    <WordsSheet
      {...props}
      running={running}
      field="reason"
      title="不予受理"
      label="原因"
      hint="上报人会看到这段话。"
      confirmWord="确认不予受理"
      max={200}
      onWords={(reason, done) => running.mutate({ ...moveOf(props), reason }, done)}
    />
  )
}

export const CloseSheet = (props: HazardSheetProps) => {
  const running = useHazardCommand('close')
  return (
    <WordsSheet
      {...props}
      running={running}
      field="words"
      title="核实销号"
      label="核实情况"
      hint="写明到现场或看照片核实到了什么。销号后记入审计，不能撤回。"
      confirmWord="确认销号"
      max={300}
      onWords={(words, done) => running.mutate({ ...moveOf(props), words }, done)}
    />
  )
}

export const GrantSheet = (props: HazardSheetProps) => {
  const running = usePlanCommand('grantExtension')
  return (
    <WordsSheet
      {...props}
      running={running}
      field="words"
      title="同意延期"
      label="答复"
      hint="同意后整改期限就改到企业申请的日期。"
      confirmWord="同意延期"
      max={200}
      onWords={(words, done) => running.mutate({ ...moveOf(props), words }, done)}
    />
  )
}

export const RefuseSheet = (props: HazardSheetProps) => {
  const running = usePlanCommand('refuseExtension')
  return (
    <WordsSheet
      {...props}
      running={running}
      field="words"
      title="答复延期申请"
      label="答复"
      hint="企业会看到这段话，整改期限不变。"
      confirmWord="建议按原期限改完"
      max={200}
      onWords={(words, done) => running.mutate({ ...moveOf(props), words }, done)}
    />
  )
}

export const UpholdSheet = (props: HazardSheetProps) => {
  const running = useAgainCommand('uphold')
  return (
    <WordsSheet
      {...props}
      running={running}
      field="reason"
      title="维持销号"
      label="复查情况"
      hint="写明复查看到了什么，上报人会看到这段话。"
      confirmWord="维持销号"
      max={300}
      onWords={(reason, done) => running.mutate({ ...moveOf(props), reason }, done)}
    />
  )
}

export const RecheckSheet = (props: HazardSheetProps) => {
  const running = useAgainCommand('recheck')
  return (
    <WordsSheet
      {...props}
      running={running}
      field="words"
      title="再次查看"
      label="查看情况"
      hint="写明整改是否还在、有没有反复。"
      confirmWord="记下查看情况"
      max={300}
      onWords={(words, done) => running.mutate({ ...moveOf(props), words }, done)}
    />
  )
}

export const RecurSheet = (props: HazardSheetProps) => {
  const running = useAgainCommand('recur')
  return (
    <WordsSheet
      {...props}
      running={running}
      field="reason"
      title="重新办理"
      label="又出现了什么"
      hint="隐患回到“待复查”，可以重新交办企业。"
      confirmWord="重新办理"
      max={300}
      onWords={(reason, done) => running.mutate({ ...moveOf(props), reason }, done)}
    />
  )
}
