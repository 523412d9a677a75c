import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { ListGroup, ListRow } from '@/components/list-row'
import { Stat } from '@/components/stat'
import { Tag } from '@/components/tag'
import { showDay, showRemaining } from '@/lib/clock'
import { openPage } from '@/lib/go'
import { routes } from '@/lib/routes'
import { CardSlots } from './card-slots'
import { attemptWords, type Campaign } from './next-step'

const timeWords = ({ state, opensAt, closesAt }: Campaign, now: string) => {
  if (state === 'closed' || closesAt <= now) return '活动已结束，可以回看成绩'
  return opensAt > now ? `${showDay(opensAt)}开始` : showRemaining(closesAt)
}

const drawsOf = ({ perRight, atLeast, perCards, perPeriod }: Campaign['rules']['chances']) =>
  perRight !== null || atLeast !== null || perCards || perPeriod

/** How the contest stands for this player. @param now ISO instant */
export const PlayCard = ({ campaign, now }: { campaign: Campaign; now: string }) => {
  const { levels, rules, cards, attemptsLeft } = campaign
  const passed = levels.filter(({ state }) => state === 'passed').length
  const counts = rules.ranking.persons === 'perfect' ? campaign.perfect : campaign.points
  return (
    <Card>
      <View className="stack">
        <View>
          <View className="title">{campaign.title}</View>
          <View className="text-m">
            {timeWords(campaign, now)} · {attemptWords(rules, attemptsLeft)}
          </View>
        </View>
        <View className="row">
          <Stat value={counts} label={rules.ranking.persons === 'perfect' ? '全对份数' : '我的积分'} />
          <Stat value={`${passed} / ${levels.length}`} label="已过关卡" />
          {drawsOf(rules.chances) && <Stat value={campaign.chancesLeft} label="抽奖机会" />}
        </View>
        {rules.cards.length > 0 && <CardSlots all={rules.cards} held={cards} />}
      </View>
    </Card>
  )
}

/** Why an officer took this player out, said plainly; nothing for everybody else. */
export const ExcludedNotice = ({ reason }: { reason: string | null }) =>
  reason === null ? null : (
    <Card tone="red" tight>
      您的成绩暂不计入排行和抽奖：{reason}。觉得不对，请联系本单位工会或主办工会核对。
    </Card>
  )

/** For whom this player plays; nothing before the first paper, for then there is nothing to count. */
export const UnitLine = ({ campaign }: { campaign: Campaign }) => {
  const { id: campaignId, unit, levels, rules } = campaign
  const hasPlayed = campaign.openPaper !== null || levels.some(({ best }) => best !== null)
  if (!unit && !hasPlayed) return null
  const open = !unit || unit.mayChange ? { onPress: () => openPage(routes.quizUnit, { campaignId }) } : {}
  const detail = unit
    ? unit.mayChange
      ? '选错了可以改一次，积分跟着走'
      : '已经改过，不能再改'
    : rules.identity === 'none'
      ? '选好后，成绩计入单位排行'
      : '选好单位，成绩才计入排行和抽奖'
  return (
    <ListGroup>
      <ListRow
        icon="building"
        title={unit ? `代表 ${unit.name} 参赛` : '您代表哪个单位参赛？'}
        detail={detail}
        {...(unit && {
          value: <Tag tone={unit.verified ? 'green' : 'grey'}>{unit.verified ? '已核实' : '未核实'}</Tag>,
        })}
        {...open}
      />
    </ListGroup>
  )
}
