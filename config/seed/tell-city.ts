import { putActivities } from './activities'
import { demoBooth, planBooths, putBooth, scanBooths, type Booth } from './booths'
import { putBoothDay, putCarriers } from './booth-day'
import { putBank, putDisputes, putDistrictDispute } from './bank'
import { campaignId, campaignTitle, putCampaign, readBank, rules } from './campaign'
import { cardContest, putCardContest } from './card-contest'
import { openCity, type City } from './city'
import { putDrives } from './drives'
import { layEnterprises, putEnterprise } from './enterprises'
import { putCoverage } from './hazard-cover'
import { putHazards } from './hazards'
import { demoWorker, hireChairs, hireLeader, hireStaff, hireWorkers, putPerson, type Person } from './people'
import { personasOf } from './personas'
import { playAll } from './plays'
import { putPrizes } from './prizes'
import { putPushes } from './pushes'
import { putRanks } from './quiz-ranks'
import { appointmentsOf, movesOf, putLabels, putVolunteerHandover, withTerms } from './register'
import { putSignals } from './quiz-signals'
import { putTexts } from './texts'
import { layTree, putNode, type Node } from './tree'
import { putYears } from './volunteer-years'
import { putTeamServices } from './teams'
import { putWalls } from './walls'
import { putVolunteers, returnedApplicant } from './volunteers'

const found = (city: City, root: Node, founder: Person) =>
  city.add('foundings', {
    _id: 'first-administrator',
    attempt: root._id,
    openid: founder.openid,
    nodeId: root._id,
    at: city.at(-200, 9),
  })

/** Another officer of the same node, who agrees or sends back. */
const secondOf = (officers: readonly Person[], first: Person): Person =>
  officers.find(({ openid }) => openid !== first.openid) ?? first

/** The whole city of one day: lines for the local cloud and who to be in it. */
export const tellCity = (today: string) => {
  const city = openCity(today)
  const nodes = layTree()
  const root = nodes[0] as Node
  const enterprises = layEnterprises(nodes)
  const staff = hireStaff(city, nodes, enterprises)
  const chairs = hireChairs(city, enterprises)
  const booths = planBooths(nodes, enterprises)
  const workers = scanBooths(city, hireWorkers(city, enterprises), booths)
  const leaders = hireLeader(city, enterprises)
  const founder = (staff.officers.get(root._id) ?? [])[0] as Person
  found(city, root, founder)
  for (const node of nodes)
    putNode(city, node, founder, [...appointmentsOf(city, staff, node), ...movesOf(city, node, founder)])
  putLabels(city, root, founder)
  for (const enterprise of enterprises) putEnterprise(city, enterprise, founder)
  const west = nodes.find(({ name }) => name === '西岭区总工会') as Node
  const campaignOf = ({ node }: Booth) => (node._id === west._id ? cardContest.id : campaignId)
  for (const booth of booths) putBooth(city, booth, campaignOf(booth), founder)
  putBoothDay(city, root, founder, campaignId)
  const bank = readBank()
  const { sat, takers, players, papers, passed, units } = playAll(city, root, workers, bank)
  putRanks(city, root, nodes, enterprises, { id: campaignId, rules }, units)
  const played = new Set(sat.map(({ openid }) => openid))
  putSignals(city, root, founder, workers.filter(({ openid }) => played.has(openid)).slice(10))
  const district = nodes.find(({ name }) => name === '东原区总工会') as Node
  putBank(city, root, district, founder, bank)
  putCampaign(city, root, founder, bank, { players, papers, passed })
  putDrives(city, nodes, founder)
  const [westOfficer = founder] = staff.officers.get(west._id) ?? []
  const westWorkers = workers.filter(({ enterprise }) => enterprise?.under.includes(west._id)).slice(0, 16)
  const collected = putCardContest(city, west, westOfficer, westWorkers, bank)
  putRanks(city, west, nodes, enterprises, cardContest, collected)
  putPrizes({ city, root, officer: founder, takers })
  putDisputes(city, root, founder, bank, { id: campaignId, title: campaignTitle }, sat, demoWorker(workers).openid)
  putDistrictDispute(city, district, founder, (sat[1] ?? sat[0])?.openid ?? '')
  putHazards({ city, nodes, enterprises, workers, booths, staff })
  putCoverage(city, nodes, enterprises)
  const everyone = [
    ...[...staff.officers.values(), ...staff.regulators.values()].flat(),
    ...staff.fixers.values(),
    ...chairs,
    ...leaders,
    ...workers,
  ]
  const enrolled = putVolunteers({ city, nodes, workers, staff })
  const volunteers = [...enrolled.values()]
  const serving = { city, nodes, staff, volunteers }
  const counted = [...putActivities(serving), ...putWalls(serving)]
  putTeamServices(serving, counted)
  putYears(serving, counted)
  putVolunteerHandover(city, district, staff)
  const settled = everyone.map((person) => ({
    ...withTerms(city, person),
    volunteerUnder: enrolled.get(person.openid)?.under ?? [],
  }))
  for (const person of settled) putPerson(city, person)
  putCarriers(city, settled)
  putPushes(city, root, founder, settled, secondOf(staff.officers.get(root._id) ?? [], founder))
  putTexts(city, root, founder)
  return {
    lines: city.lines(),
    personas: personasOf(
      nodes,
      enterprises,
      staff,
      chairs,
      workers,
      leaders,
      [...enrolled.keys()],
      returnedApplicant(workers),
    ),
    booth: demoBooth,
  }
}
