import { deriveId } from 'types/ids'
import { spellBadge, spellNumber } from 'types/volunteer-certificate-rules'
import { hoursWord } from 'types/volunteer-year-rules'
import type { Person } from './people'
import { fingerprint } from './seal'
import { trail, type Happening } from './trail'
import type { Node } from './tree'
import { lastYearAt, lastYearOf, type Settled, type YearCast } from './volunteer-years'

const keyOf = (series: string, count: number) => `${series}.${String(count).padStart(6, '0')}`
const wrong = '同一次活动记了两遍，核减后不符合条件'

/** One for everybody who was qualified last year, in order; the last one was revoked. */
export const putCertificates = ({ city }: YearCast, root: Node, officer: Person, settled: readonly Settled[]): void => {
  const year = lastYearOf(city)
  const series = `${root._id}.${year}`
  const given = settled.filter(({ result }) => result !== 'unqualified')
  given.forEach(({ volunteer, numbers, result }, index) => {
    const _id = deriveId('seed-certificate', volunteer.id)
    const [count, isLast] = [index + 1, index === given.length - 1]
    const number = spellNumber(year, count)
    const kind = result === 'excellent' ? 'excellent' : 'service'
    const issuedAt = lastYearAt(city, '12-22', 10 + index / 60)
    const who = { by: officer.personId, name: officer.name }
    const steps: Happening[] = [
      { ...who, act: 'create', to: 'valid', at: issuedAt, verb: '颁发证书', data: { number, kind } },
      ...(isLast
        ? [
            {
              ...{ ...who, act: 'revoke', to: 'revoked', at: lastYearAt(city, '12-28', 15), verb: '撤销证书' },
              data: { reason: wrong },
            },
          ]
        : []),
    ]
    city.add('volunteer_certificates', {
      ...trail(
        city,
        { collection: 'volunteer_certificates', _id, under: volunteer.lineage, subject: `证书 ${number}` },
        steps,
      ),
      ...{ kind, year, number, series, numberKey: keyOf(series, count), applicationId: volunteer.id, team: null },
      forKey: isLast ? `closed.${_id}` : `${kind}.${volunteer.id}.${year}`,
      facts: { year, times: numbers.times, hours: hoursWord(numbers.minutes) },
      ...{ issuer: { id: root._id, name: root.name }, issuedAt, reason: isLast ? wrong : null, replacedBy: null },
      code: null,
    })
  })
}

/** A badge for everybody on the roster. */
export const putBadges = ({ city, volunteers }: YearCast): void =>
  volunteers.forEach(({ id }, index) =>
    city.add('volunteer_badges', {
      _id: deriveId('badge', fingerprint(`badge/${id}`)),
      ...{ applicationId: id, number: spellBadge(index + 1), numberKey: keyOf('badge', index + 1), code: null },
      createdAt: city.at(-3, 9 + index / 60),
    }),
  )
