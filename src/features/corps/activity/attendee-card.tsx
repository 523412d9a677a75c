import { View } from '@tarojs/components'
import { formatTime } from 'types/calendar'
import { hoursWord } from 'types/volunteer-activity-hours'
import { attendanceMachine, signalLabels } from 'types/volunteer-activity-machine'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { StateTag, Tag } from '@/components/tag'
import { showTime } from '@/lib/clock'
import type { Attendee } from './activity-office-api'

type Props = {
  person: Attendee
  /** Whether attendance may be written by hand now. */
  open: boolean
  onSet: () => void
  onClaims: (accept: boolean) => void
  settling: boolean
}

const timesWord = ({ inAt, outAt, minutes, manual }: Attendee) =>
  [
    inAt && `${formatTime(inAt)} 到`,
    outAt && `${formatTime(outAt)} 走`,
    minutes > 0 && `计 ${hoursWord(minutes)}`,
    manual && '手工登记',
  ]
    .filter(Boolean)
    .join(' · ')

const Marks = ({ person: { signals, metres, noShows } }: Pick<Props, 'person'>) => (
  <View className="row-wrap">
    {signals.map((one) => (
      <Tag key={one} tone="amber">
        {one === 'far' && metres !== null ? `离集合地点约 ${(metres / 1000).toFixed(1)} 公里` : signalLabels[one]}
      </Tag>
    ))}
    {noShows > 0 && <Tag tone={noShows >= 3 ? 'red' : 'grey'}>{`今年未到场 ${noShows} 次`}</Tag>}
  </View>
)

const Claims = ({ person, onClaims, settling }: Omit<Props, 'open' | 'onSet'>) => (
  <View className="stack-s">
    {person.claims.map(({ way, at, deliveredAt }) => (
      <View key={way} className="text-m">
        {way === 'in' ? '签到' : '签退'}码是 {formatTime(at)} 的，{showTime(deliveredAt)} 才送到。他当时在场吗？
      </View>
    ))}
    <View className="row-wrap">
      <Button small loading={settling} onPress={() => onClaims(true)}>
        在场，认可
      </Button>
      <Button small kind="ghost" loading={settling} onPress={() => onClaims(false)}>
        不认可
      </Button>
    </View>
  </View>
)

/** One person of an activity, as its organiser sees him. */
export const AttendeeCard = ({ person, open, onSet, onClaims, settling }: Props) => (
  <Card tight>
    <View className="stack-s">
      <View className="row-between">
        <View className="strong grow">
          {person.state === 'waiting' && person.place ? `${person.place}. ` : ''}
          {person.name}
        </View>
        <StateTag state={attendanceMachine.states[person.state]} />
      </View>
      {person.unit && <View className="note">{person.unit}</View>}
      {person.inAt && <View className="text-m">{timesWord(person)}</View>}
      <Marks person={person} />
      {person.claims.length > 0 && <Claims person={person} onClaims={onClaims} settling={settling} />}
      {person.history.map(({ at, by, words }) => (
        <View key={at} className="note">
          {showTime(at)} {by}：{words}
        </View>
      ))}
      {person.appeal && !person.appeal.answer && <View className="text-m">他的说明：{person.appeal.words}</View>}
      {open && (
        <View className="row-wrap">
          <Button small kind="quiet" icon="edit" onPress={onSet}>
            {person.inAt ? '更正时间' : '手工登记'}
          </Button>
        </View>
      )}
    </View>
  </Card>
)
