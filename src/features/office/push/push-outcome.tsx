import { View } from '@tarojs/components'
import { outcomeDays, type PushOutcome as Outcome } from 'types/notice-outcome'
import { fewestTold } from 'types/told-number'
import { ListGroup, ListRow } from '@/components/list-row'
import { QueryView } from '@/components/query-view'
import { Stat } from '@/components/stat'
import { showTime } from '@/lib/clock'
import { showNumber } from '@/lib/show-number'
import { usePushOutcome } from './reach-api'

type Numbers = Pick<Outcome, 'laid' | 'sent' | 'read' | 'units' | 'filed'>

const told = (count: number | null, of = '') =>
  count === null ? `少于 ${fewestTold}${of && ` ${of}`}` : `${showNumber(count)}${of && ` ${of}`}`
/** `看过 12 人`, `看过少于 3 人`. */
const said = (words: string, count: number | null, of: string) =>
  `${words}${count === null ? '' : ' '}${told(count, of)}`

const peopleWords = ({ laid, sent, read }: Numbers) =>
  laid > 0
    ? [said('发给', laid, '人'), said('微信送达', sent, '人'), said('看过', read, '人')].join(' · ')
    : '没有收件人'
const unitWords = ({ units, filed }: Numbers) =>
  units > 0 ? [said('企业', units, '家'), said(`${outcomeDays} 天内有记录`, filed, '家')].join(' · ') : '没有登记企业'

const spanWords = ({ since, until, isOver }: Outcome) =>
  since && until
    ? `有记录：${showTime(since)} 至 ${showTime(until)} 之间有人在这家企业上报过隐患。${isOver ? '' : '这几天还没有过完，数字还会变。'}`
    : '这次推送的消息已经过了保存期。'

const Figures = ({ outcome }: { outcome: Outcome }) => (
  <View className="stack">
    <View className="stack-s">
      <View className="title">推送之后</View>
      <View className="office-stats">
        <Stat value={told(outcome.read)} label="已看" />
        <Stat value={outcome.units} label="登记企业" />
        <Stat value={told(outcome.filed)} label="有隐患记录" />
      </View>
      <View className="note">{spanWords(outcome)}</View>
      <View className="note">
        {`对企业保密和匿名的上报不计入，少于 ${fewestTold} 的不写具体数。没有记录不等于没有检查。`}
      </View>
      {!outcome.isWhole && <View className="ink-red">人数较多，这次没有数完，以下是已经数到的。</View>}
    </View>
    {outcome.rows.length > 1 && (
      <ListGroup title={`${outcome.nodeName}下面各工会`}>
        {outcome.rows.map((row) => (
          <ListRow
            key={row.id ?? ''}
            title={row.name}
            detail={
              <>
                <View>{peopleWords(row)}</View>
                <View>{unitWords(row)}</View>
              </>
            }
          />
        ))}
      </ListGroup>
    )}
  </View>
)

/** What came of a weather or holiday reminder: who saw it, and how many enterprises have a record in the week after. */
export const PushOutcome = ({ id }: { id: string }) => (
  <QueryView query={usePushOutcome(id)} aside>
    {(outcome) => <Figures outcome={outcome} />}
  </QueryView>
)
