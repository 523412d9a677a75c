import { useCallback, useState } from 'react'
import { Controller, type Control, type FieldPath, type FieldValues } from 'react-hook-form'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { FieldFrame, type FieldFacts } from '@/components/field-frame'
import { ListGroup, ListRow } from '@/components/list-row'
import { MoreButton } from '@/components/more-button'
import { PickerBox } from '@/components/picker-field'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { Sheet } from '@/components/sheet'
import { useEnterprises } from './api'
import type { Step } from './node-browser'
import { SearchBox } from './search-box'

type FoundProps = { nodeId: string; onChoose: (enterprise: Step) => void }

/** A search among enterprises below a node: a tap chooses one. */
export const EnterpriseSearch = ({ nodeId, onChoose }: FoundProps) => {
  const [words, setWords] = useState('')
  const found = useEnterprises({ nodeId, ...(words && { words }) })
  return (
    <>
      <SearchBox label="搜企业名称" onSearch={setWords} />
      <QueryView
        query={found}
        skeleton={<Skeleton kind="list" />}
        isEmpty={(data) => data.pages[0]?.items.length === 0}
        empty={<Empty icon="search" title="没有找到企业" detail="换个更短的词，或先在“组织与企业”里登记。" />}
      >
        {(data) => (
          <>
            <ListGroup>
              {data.pages
                .flatMap(({ items }) => items)
                .map(({ id, name, nodeName }) => (
                  <ListRow key={id} title={name} detail={nodeName} onPress={() => onChoose({ id, name })} />
                ))}
            </ListGroup>
            <MoreButton query={found} />
          </>
        )}
      </QueryView>
    </>
  )
}

type Props<T extends FieldValues> = FieldFacts & {
  control: Control<T>
  /** Keeps `{ id, name }` or null. */
  name: FieldPath<T>
  /** Enterprises below this node. */
  nodeId: string
}

/** One enterprise, found by its name. */
export const EnterpriseField = <T extends FieldValues>({ control, name, nodeId, ...facts }: Props<T>) => {
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => {
        const choose = (enterprise: Step | null) => {
          field.onChange(enterprise)
          close()
        }
        const chosen: Step | null = field.value
        return (
          <FieldFrame {...facts} error={fieldState.error?.message}>
            <PickerBox label={facts.label} shown={chosen?.name} onPress={() => setOpen(true)} />
            {facts.optional && chosen && (
              <Button kind="quiet" small onPress={() => choose(null)}>
                {`不选${facts.label}`}
              </Button>
            )}
            <Sheet open={open} title={facts.label} onClose={close}>
              <EnterpriseSearch nodeId={nodeId} onChoose={choose} />
            </Sheet>
          </FieldFrame>
        )
      }}
    />
  )
}
