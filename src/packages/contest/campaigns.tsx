import { useState } from 'react'
import { View } from '@tarojs/components'
import { useShareAppMessage } from '@tarojs/taro'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { MoreButton } from '@/components/more-button'
import { Page } from '@/components/page'
import { QueryView } from '@/components/query-view'
import { BankLinks } from '@/features/office/bank/bank-links'
import { useCampaigns, type Campaign } from '@/features/office/quiz-api'
import { CampaignAboveCard, CampaignCard } from '@/features/office/campaign-card'
import { CampaignTeamSheet, type TeamCard } from '@/features/office/campaign-team-sheet'
import { SeatChoice, type Seat } from '@/features/session/seat-choice'
import '@/features/office/office.scss'
import { openPage, tabs } from '@/lib/go'
import { routes } from '@/lib/routes'
import { WithSeat } from '@/features/session/with-seat'

const nothing = (
  <Empty icon="quiz" title="还没有闯关活动" detail="新建一个活动，六种比法任选，自己先答一遍，满意了再开始。" />
)

const CampaignList = ({ seat }: { seat: Seat }) => {
  const campaigns = useCampaigns(seat.nodeId)
  const [team, setTeam] = useState<Campaign | null>(null)
  const [card, setCard] = useState<TeamCard | null>(null)
  useShareAppMessage(() => card ?? { title: '安全知识闯关', path: tabs.quiz })
  const above = campaigns.data?.pages[0]?.above ?? []
  return (
    <Page
      title="闯关活动"
      wide
      footer={
        <View className="office-act">
          <Button icon="plus" onPress={() => openPage(routes.officeCampaignNew)}>
            新建活动
          </Button>
        </View>
      }
    >
      <SeatChoice seat={seat} />
      <QueryView query={campaigns} isEmpty={(data) => data.pages[0]?.items.length === 0} empty={nothing}>
        {(data) => (
          <>
            <View className="office-grid">
              {data.pages
                .flatMap(({ items }) => items)
                .map((campaign) => (
                  <CampaignCard key={campaign.id} campaign={campaign} onTeam={setTeam} />
                ))}
            </View>
            <MoreButton query={campaigns} />
          </>
        )}
      </QueryView>
      {above.length > 0 && (
        <>
          <View className="title">上级工会的活动</View>
          <View className="office-grid">
            {above.map((campaign) => (
              <CampaignAboveCard key={campaign.id} campaign={campaign} onTeam={setTeam} />
            ))}
          </View>
        </>
      )}
      {team && (
        <CampaignTeamSheet campaign={team} nodeId={seat.nodeId} onCard={setCard} onClose={() => setTeam(null)} />
      )}
      <BankLinks />
    </Page>
  )
}

/** Campaigns of this union and those below it. */
const CampaignsPage = () => <WithSeat title="闯关活动">{(seat) => <CampaignList key={seat.id} seat={seat} />}</WithSeat>

export default CampaignsPage
