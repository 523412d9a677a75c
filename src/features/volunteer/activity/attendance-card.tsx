import { View } from '@tarojs/components'
import { formatTime } from 'types/calendar'
import { hoursWord } from 'types/volunteer-activity-hours'
import type { AttendanceRow } from 'types/volunteer-activity-views'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { StateTag, Tag } from '@/components/tag'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { spanWord, stateOf } from './activity-words'

const timesWord = ({ inAt, outAt, minutes }: AttendanceRow) =>
  [
    inAt && `${formatTime(inAt)} 签到`,
    outAt && `${formatTime(outAt)} 签退`,
    minutes > 0 && `服务 ${hoursWord(minutes)}`,
  ]
    .filter(Boolean)
    .join(' · ')

const Appeal = ({ appeal }: Pick<AttendanceRow, 'appeal'>) =>
  appeal && (
    <View className="stack-s">
      <View className="text-m">我的说明：{appeal.words}</View>
      {appeal.answer ? (
        <View className="text-m">
          答复（{appeal.upheld ? '情况属实，不记未到场' : '维持记录'}）：{appeal.answer}
        </View>
      ) : (
        <View className="note">等工会答复。</View>
      )}
    </View>
  )

/** One line of my record. */
export const AttendanceCard = ({ row, onAppeal }: { row: AttendanceRow; onAppeal: () => void }) => (
  <Card>
    <View className="stack-s">
      <View className="row-between">
        <View className="title grow">{row.title}</View>
        <StateTag state={stateOf(row.state)} />
      </View>
      <View>{spanWord(row)}</View>
      {row.inAt && <View className="text-m">{timesWord(row)}</View>}
      {row.claimed && <View className="note">断网时签的到已送达，等组织者核对。</View>}
      {row.manual && (
        <View className="note">
          由{row.manual.by}手工登记：{row.manual.reason}
        </View>
      )}
      <Appeal appeal={row.appeal} />
      <View className="row-between">
        <View>{row.special && <Tag tone="blue">专题活动</Tag>}</View>
        <View className="row-wrap">
          {row.mayAppeal && (
            <Button small kind="ghost" onPress={onAppeal}>
              说明没到的原因
            </Button>
          )}
          <Button small kind="quiet" onPress={() => openPage(routes.volunteerActivity, { id: row.activityId })}>
            看活动
          </Button>
        </View>
      </View>
    </View>
  </Card>
)
