import { View } from '@tarojs/components'
import type { CoverageRow } from 'types/hazard-coverage'
import { HazardSource, sourceLabels } from 'types/hazard-record'
import { Card } from '@/components/card'
import { Pressable } from '@/components/pressable'
import { Tag } from '@/components/tag'
import { classNames } from '@/lib/class-names'
import './cover.scss'

type Open = (row: CoverageRow, source: HazardSource) => void

const wordOf = ({ found, closed, overdue }: CoverageRow['sources'][HazardSource]) =>
  [`查出 ${found}`, `销号 ${closed}`, ...(overdue > 0 ? [`逾期 ${overdue}`] : [])].join('，')

const Found = ({ row, source, onOpen }: { row: CoverageRow; source: HazardSource; onOpen: Open }) => (
  <Pressable className="cover-found" onPress={() => onOpen(row, source)}>
    <View className="grow">{sourceLabels[source]}</View>
    <View className={classNames(row.sources[source].overdue > 0 && 'ink-red')}>{wordOf(row.sources[source])}</View>
  </Pressable>
)

/** One enterprise: through whom something was found there, and who has not looked yet. */
export const UnitCard = ({ row, onOpen }: { row: CoverageRow; onOpen: Open }) => {
  const seen = HazardSource.options.filter((source) => row.sources[source].found > 0)
  const unseen = HazardSource.options.filter((source) => row.sources[source].found === 0)
  return (
    <Card tight>
      <View className="row-between">
        <View className="grow">
          <View className="strong">{row.name}</View>
          <View className="note">{row.nodeName}</View>
        </View>
        <Tag tone={seen.length === 0 ? 'red' : 'grey'}>
          {seen.length === 0 ? '没人查过' : `${seen.length}/${HazardSource.options.length}`}
        </Tag>
      </View>
      {seen.map((source) => (
        <Found key={source} {...{ row, source, onOpen }} />
      ))}
      {seen.length > 0 && unseen.length > 0 && (
        <View className="note">没查：{unseen.map((source) => sourceLabels[source]).join('、')}</View>
      )}
    </Card>
  )
}

const cellOf = ({ found, closed, overdue }: CoverageRow['sources'][HazardSource]) =>
  found === 0 ? '—' : `${found}/${closed}${overdue > 0 ? `/${overdue}` : ''}`

/** The same as a table, for a wide window: found, closed and, where there is any, overdue. */
export const UnitTable = ({ rows, onOpen }: { rows: readonly CoverageRow[]; onOpen: Open }) => (
  <Card tight>
    <View className="cover-table">
      <View className="cover-line cover-head">
        <View>企业</View>
        {HazardSource.options.map((source) => (
          <View key={source}>{sourceLabels[source]}</View>
        ))}
      </View>
      {rows.map((row) => (
        <View key={row.id} className="cover-line">
          <View>
            <View className="strong">{row.name}</View>
            <View className="note">{row.nodeName}</View>
          </View>
          {HazardSource.options.map((source) =>
            row.sources[source].found > 0 ? (
              <Pressable
                key={source}
                className={classNames('cover-cell', row.sources[source].overdue > 0 && 'ink-red')}
                label={`${row.name}，${sourceLabels[source]}，${wordOf(row.sources[source])}`}
                onPress={() => onOpen(row, source)}
              >
                {cellOf(row.sources[source])}
              </Pressable>
            ) : (
              <View key={source} className="cover-none">
                没查
              </View>
            ),
          )}
        </View>
      ))}
    </View>
    <View className="note">每格：查出/销号，有逾期的再加第三个数。点数字看台账。</View>
  </Card>
)
