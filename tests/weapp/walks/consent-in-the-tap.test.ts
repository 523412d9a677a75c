import { ConsentPlace } from 'types/consent-places'
import { startCloud, type Cloud } from '../../support/cloud'
import { panelsInSource, placesInSource } from '../../support/consent-places'
import { consentWalks } from '../../support/weapp/consent-walks'
import type { Phone } from '../../support/weapp'

const minute = 60_000

type Consent = { action: string; input: { place?: string; results: unknown[] } }
const consentsOf = (phone: Phone) =>
  phone.diary.calls.map(({ event }) => event as Consent).filter(({ action }) => action === 'consent')

describe('consent to messages', () => {
  let cloud: Cloud

  beforeAll(async () => {
    cloud = await startCloud({ seed: true, env: 'config/local.env' })
  }, 120_000)
  afterAll(() => cloud.stop())

  test('every place the source asks at has a name of its own, and is walked here', () => {
    expect(placesInSource()).toEqual([...ConsentPlace.options].sort())
    expect(Object.keys(consentWalks).sort()).toEqual(placesInSource())
    // The hook and the pair of platforms it stands on; no page goes round them.
    expect(panelsInSource()).toEqual(['src/hooks/use-subscribe.ts', 'src/lib/subscribe.weapp.ts'])
  })

  test.each(ConsentPlace.options)(
    '%s asks within the tap itself, for three templates at most, and says where it asked',
    async (place) => {
      const { phone, tap } = await consentWalks[place](cloud)
      const before = phone.diary.subscribeAsked.length
      // The phone refuses what is asked when the tap's own handlers have returned: microtasks come too late.
      await phone.tap(tap)
      expect(phone.diary.subscribeAsked).toHaveLength(before + 1)
      const asked = phone.diary.subscribeAsked.at(-1) ?? []
      expect(asked.length).toBeGreaterThan(0)
      expect(asked.length).toBeLessThanOrEqual(3)
      await phone.waitFor(() => consentsOf(phone).length > 0)
      expect(consentsOf(phone).at(-1)?.input).toMatchObject({ place })
      expect(consentsOf(phone).at(-1)?.input.results).toHaveLength(asked.length)
    },
    minute,
  )
})
