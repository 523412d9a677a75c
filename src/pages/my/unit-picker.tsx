import { useCallback, useState } from 'react'
import { Input, View } from '@tarojs/components'
import type { OutputOf } from 'types/contract'
import type { personEntries } from 'types/org'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { ListGroup, ListRow } from '@/components/list-row'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { Sheet } from '@/components/sheet'
import { Tag } from '@/components/tag'
import '@/components/field.scss'
import { useSetProfile } from '@/features/session/api'
import { useSearchUnits } from '@/hooks/use-search-units'
import { inputName } from '@/lib/input-name'
import { showToast } from '@/lib/toast-store'

type Unit = OutputOf<typeof personEntries.me>['unit']

const Found = ({ words, onChoose }: { words: string; onChoose: (id: string) => void }) => {
  const found = useSearchUnits(words)
  if (words.length < 2) return <View className="note">请输入单位名称中的两个字以上。</View>
  return (
    <QueryView
      query={found}
      skeleton={<Skeleton kind="list" />}
      isEmpty={(data) => data.items.length === 0}
      empty={<Empty icon="search" title="没有找到这个单位" detail="换个更短的词试试，或先不选，不影响使用。" />}
    >
      {(data) => (
        <ListGroup>
          {data.items.map((unit) => (
            <ListRow key={unit.id} title={unit.name} detail={unit.nodeName} onPress={() => onChoose(unit.id)} />
          ))}
        </ListGroup>
      )}
    </QueryView>
  )
}

/** The unit this person counts for, found by a few letters of its name. */
export const UnitPicker = ({ unit }: { unit: Unit }) => {
  const [open, setOpen] = useState(false)
  const [words, setWords] = useState('')
  const save = useSetProfile()
  const close = useCallback(() => setOpen(false), [])
  const choose = (unitId: string | null) =>
    save.mutate(
      { unitId },
      { onSuccess: () => showToast(unitId ? '单位已保存' : '已不选单位', 'good'), onSettled: close },
    )
  return (
    <Card>
      <View className="stack">
        <View className="row-between">
          <View>工作单位</View>
          {unit && <Tag tone={unit.verified ? 'green' : 'grey'}>{unit.verified ? '已核实' : '自己选的'}</Tag>}
        </View>
        <View className="title">{unit?.name ?? '还没有选'}</View>
        <View className="note">闯关成绩会计入这个单位。</View>
        <Button kind="ghost" icon="search" onPress={() => setOpen(true)}>
          {unit ? '换一个单位' : '查找我的单位'}
        </Button>
        {unit && (
          <Button kind="quiet" small loading={save.isPending} onPress={() => choose(null)}>
            不计入任何单位
          </Button>
        )}
      </View>
      <Sheet open={open} title="查找我的单位" onClose={close}>
        <Input
          className="field-box field-input"
          value={words}
          maxlength={30}
          placeholder="单位名称，例如 泽能"
          onInput={(event) => setWords(event.detail.value)}
          {...inputName('单位名称')}
        />
        <Found words={words.trim()} onChoose={choose} />
      </Sheet>
    </Card>
  )
}
