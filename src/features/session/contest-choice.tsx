import { create } from 'zustand'
import type { OutputOf } from 'types/contract'
import type { personEntries } from 'types/org'
import { Card } from '@/components/card'
import { ChipChoice } from '@/components/chip'
import { readStored, removeStored, writeStored } from '@/lib/storage'

type Landing = OutputOf<typeof personEntries.landing>

/** The contest somebody chose where several run; until then it is the newest. */
export const useChosen = create<{ id: string | undefined }>(() => ({ id: readStored('contest') }))

/** Home and map are about this contest from now on. */
export const chooseContest = (id: string) => {
  writeStored('contest', id)
  useChosen.setState({ id })
}

/** A code that was scanned leads to its own contest again. */
export const forgetChoice = () => {
  removeStored('contest')
  useChosen.setState({ id: undefined })
}

/** Which of several contests home and map are about; nothing where there is one. */
export const ContestChoice = ({ landing: { campaign, others } }: { landing: Landing }) =>
  campaign && others.length > 0 ? (
    <Card tight>
      <ChipChoice
        label="闯关活动"
        options={[campaign, ...others]
          .sort((a, b) => a.id.localeCompare(b.id))
          .map(({ id, title }) => ({ value: id, label: title }))}
        value={campaign.id}
        onChange={chooseContest}
      />
    </Card>
  ) : null
