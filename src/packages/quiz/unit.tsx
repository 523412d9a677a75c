import { useEffect, useState } from 'react'
import { Input, View } from '@tarojs/components'
import type { InputOf } from 'types/contract'
import type { playEntries } from 'types/quiz-play'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import '@/components/field.scss'
import { ListGroup, ListRow } from '@/components/list-row'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { Skeleton } from '@/components/skeleton'
import { Tag } from '@/components/tag'
import { useDeclareUnit, useTeamUnit } from '@/features/quiz/api'
import type { Campaign } from '@/features/quiz/next-step'
import { useTeamLink } from '@/features/quiz/team-link'
import { useProgress } from '@/features/session/api'
import { useBooth } from '@/features/session/booth-store'
import { useArrival } from '@/features/session/use-arrival'
import { useQueryParam } from '@/hooks/use-query-param'
import { useSearchUnits } from '@/hooks/use-search-units'
import { goBack, openTab } from '@/lib/go'
import { inputName } from '@/lib/input-name'
import { showToast } from '@/lib/toast-store'

type Told = Omit<InputOf<typeof playEntries.declareUnit>, 'campaignId'>
/** A unit about to be told. */
type Choice = { told: Told; name: string }

const Now = ({ campaign: { unit, rules } }: { campaign: Campaign }) => (
  <Card>
    <View className="stack-s">
      <View className="row-between">
        <View className="title">{unit ? `代表 ${unit.name} 参赛` : '还没有选参赛单位'}</View>
        {unit && <Tag tone={unit.verified ? 'green' : 'grey'}>{unit.verified ? '已核实' : '未核实'}</Tag>}
      </View>
      <View className="text-m">
        单位用来计算单位排行和参与率{rules.identity === 'none' ? '。' : '，选了才计入排行和抽奖。'}
        答题后只能改一次，已有的积分跟着走。
      </View>
      {unit && !unit.mayChange && <View className="strong">您已经改过一次，不能再改。</View>}
    </View>
  </Card>
)

const Search = ({ onChoose }: { onChoose: (choice: Choice) => void }) => {
  const [typed, setTyped] = useState('')
  const words = typed.trim()
  const found = useSearchUnits(words)
  return (
    <View className="stack">
      <View className="title">查找单位</View>
      <Input
        className="field-box field-input"
        value={typed}
        maxlength={30}
        placeholder="单位名称，例如 泽能"
        onInput={(event) => setTyped(event.detail.value)}
        {...inputName('单位名称')}
      />
      {words.length < 2 ? (
        <View className="note">请输入单位名称中的两个字以上。</View>
      ) : (
        <QueryView
          query={found}
          skeleton={<Skeleton kind="list" />}
          isEmpty={({ items }) => items.length === 0}
          empty={
            <Empty icon="search" title="没有找到这个单位" detail="换个更短的词试试，或请单位工会发给您参赛链接。" />
          }
        >
          {({ items }) => (
            <ListGroup>
              {items.map(({ id, name, nodeName }) => (
                <ListRow
                  key={id}
                  title={name}
                  detail={nodeName}
                  onPress={() => onChoose({ told: { unitId: id }, name })}
                />
              ))}
            </ListGroup>
          )}
        </QueryView>
      )}
    </View>
  )
}

/** What is near: the team's link, the enterprise of the booth. */
const Offers = ({ campaignId, onChoose }: { campaignId: string; onChoose: (choice: Choice) => void }) => {
  const { link } = useTeamLink(campaignId)
  const ofTeam = useTeamUnit(link)
  const team = ofTeam.data?.name
  const booth = useBooth((state) => state.booth)
  const enterprise = useArrival().data?.enterprise
  if (link && ofTeam.error) return <ErrorState error={ofTeam.error} onRetry={() => void ofTeam.refetch()} />
  if (!team && !(booth && enterprise)) return null
  return (
    <ListGroup title="推荐">
      {link && team && (
        <ListRow
          icon="people"
          tone="green"
          title={team}
          detail="给您发参赛链接的单位，选后即为已核实"
          onPress={() => onChoose({ told: { unitId: link.unitId, teamKey: link.key }, name: team })}
        />
      )}
      {booth && enterprise && (
        <ListRow
          icon="place"
          tone="green"
          title={enterprise.name}
          detail="展台所在的单位，选后即为已核实"
          onPress={() => onChoose({ told: { boothId: booth }, name: enterprise.name })}
        />
      )}
    </ListGroup>
  )
}

const Choosing = ({ campaign }: { campaign: Campaign }) => {
  const [choice, setChoice] = useState<Choice>()
  const declare = useDeclareUnit()
  const { forget } = useTeamLink(campaign.id)
  const confirm = () =>
    choice &&
    declare.mutate(
      { campaignId: campaign.id, ...choice.told },
      {
        onSuccess: ({ name }) => {
          forget()
          showToast(`现在代表 ${name} 参赛`, 'good')
          goBack()
        },
        onError: () => setChoice(undefined),
      },
    )
  const hasPlayed = campaign.openPaper !== null || campaign.levels.some(({ best }) => best !== null)
  if (!hasPlayed)
    return (
      <Empty icon="quiz" title="先答一份卷" detail="答完第一份卷就可以选择参赛单位，成绩会一起算进去。">
        <Button onPress={() => openTab('quiz')}>去闯关</Button>
      </Empty>
    )
  if (campaign.unit && !campaign.unit.mayChange) return <Now campaign={campaign} />
  return (
    <>
      <Now campaign={campaign} />
      <Offers campaignId={campaign.id} onChoose={setChoice} />
      <Search onChoose={setChoice} />
      <ConfirmDialog
        open={choice !== undefined}
        title={`代表 ${choice?.name ?? ''} 参赛？`}
        confirmWord="就选这个单位"
        loading={declare.isPending}
        onConfirm={confirm}
        onClose={() => setChoice(undefined)}
      >
        {campaign.unit ? '这是唯一一次更改，改后不能再改。' : '选后还可以改一次。'}
      </ConfirmDialog>
    </>
  )
}

/** For whom a player plays: told once, changed once. A team's link (`u`, `k`) opens this page. */
const UnitPage = () => {
  const landing = useArrival()
  const asked = useQueryParam('campaignId')
  const campaignId = asked ?? landing.data?.campaign?.id
  const [unitId, key] = [useQueryParam('u'), useQueryParam('k')]
  const { keep } = useTeamLink(campaignId ?? '')
  useEffect(() => {
    if (campaignId && unitId && key) keep({ campaignId, unitId, key })
  }, [campaignId, unitId, key, keep])
  const progress = useProgress(campaignId)
  return (
    <Page title="参赛单位">
      {campaignId === undefined && landing.data ? (
        <Empty icon="quiz" title="现在没有闯关活动" detail="有新活动时，工会会在展台和消息里告诉您。" />
      ) : (
        <QueryView query={progress} skeleton={<Skeleton kind="card" count={2} />}>
          {(campaign) => <Choosing campaign={campaign} />}
        </QueryView>
      )}
    </Page>
  )
}

export default UnitPage
