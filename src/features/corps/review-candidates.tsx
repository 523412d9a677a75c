import { Input, View } from '@tarojs/components'
import type { OutputOf } from 'types/contract'
import { specialtyLabels } from 'types/volunteer-form'
import { pickLabels, type shortlistEntries } from 'types/volunteer-shortlist'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Segment } from '@/components/segment'
import { Tag } from '@/components/tag'
import { inputName } from '@/lib/input-name'

type Shortlist = OutputOf<typeof shortlistEntries.shortlist>
export type Candidate = Shortlist['candidates'][number]
export type Choice = { id: string; pick: 'in' | 'reserve' | 'out'; reason: string }

const picks = (['in', 'reserve', 'out'] as const).map((value) => ({ value, label: pickLabels[value] }))

const factsOf = ({ age, education, post, unit, certificates }: Candidate) =>
  [`${age} 岁`, education, unit, post, ...(certificates > 0 ? [`证书 ${certificates} 份`] : [])].join(' · ')

const Facts = ({ candidate }: { candidate: Candidate }) => (
  <>
    <View className="row-wrap">
      {candidate.generalVolunteer && <Tag tone="green">已是职工志愿者</Tag>}
      {candidate.frontLine && <Tag tone="green">一线经历</Tag>}
      {!candidate.here && <Tag tone="grey">已不在本级</Tag>}
      {candidate.specialties.map((one) => (
        <Tag key={one}>{specialtyLabels[one]}</Tag>
      ))}
    </View>
    <View className="text-m">{factsOf(candidate)}</View>
    {candidate.experience && <View className="text-m pre-line">{candidate.experience}</View>}
  </>
)

type Props = {
  candidate: Candidate
  rank: number
  choice: Choice
  editable: boolean
  onChange: (choice: Choice) => void
  onUp?: () => void
  onDown?: () => void
}

/** A candidate among the others: what one compares by, the rank and why. */
export const CandidateCard = ({ candidate, rank, choice, editable, onChange, onUp, onDown }: Props) => (
  <Card>
    <View className="stack-s">
      <View className="row-between">
        <View className="strong">
          {rank}. {candidate.name}
        </View>
        {editable && (
          <View className="row">
            <Button small kind="quiet" disabled={!onUp} label={`${candidate.name}上移`} onPress={() => onUp?.()}>
              上移
            </Button>
            <Button small kind="quiet" disabled={!onDown} label={`${candidate.name}下移`} onPress={() => onDown?.()}>
              下移
            </Button>
          </View>
        )}
      </View>
      <Facts candidate={candidate} />
      {editable ? (
        <>
          <Segment
            label={`${candidate.name}的结论`}
            options={picks}
            value={choice.pick}
            onChange={(pick) => onChange({ ...choice, pick })}
          />
          <Input
            className="field-box field-input"
            value={choice.reason}
            maxlength={100}
            placeholder="排在这里的理由"
            placeholderClass="field-blank"
            onInput={(event) => onChange({ ...choice, reason: event.detail.value })}
            {...inputName(`${candidate.name}的理由`)}
          />
        </>
      ) : (
        <View className="note">{[pickLabels[choice.pick], choice.reason].filter(Boolean).join('：')}</View>
      )}
    </View>
  </Card>
)
