import { demoBooth, planBooths, putBooth, scanBooths } from './booths'
import { campaignId, putCampaign, readBank } from './campaign'
import { openCity, type City } from './city'
import { layEnterprises, putEnterprise } from './enterprises'
import { putHazards } from './hazards'
import { hireChairs, hireStaff, hireWorkers, putPerson, type Person } from './people'
import { personasOf } from './personas'
import { playAll } from './plays'
import { putPushes } from './pushes'
import { layTree, putNode, type Node } from './tree'
import { putVolunteers } from './volunteers'

const found = (city: City, root: Node, founder: Person) =>
  city.add('foundings', {
    _id: 'first-administrator',
    attempt: root._id,
    openid: founder.openid,
    nodeId: root._id,
    at: city.at(-200, 9),
  })

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
  const founder = (staff.officers.get(root._id) ?? [])[0] as Person
  found(city, root, founder)
  for (const node of nodes) putNode(city, node, founder)
  for (const enterprise of enterprises) putEnterprise(city, enterprise, founder)
  for (const booth of booths) putBooth(city, booth, campaignId, founder)
  const bank = readBank()
  const standing = playAll(city, root, workers, bank)
  putCampaign(city, root, founder, bank, standing)
  putHazards({ city, nodes, enterprises, workers, booths, staff })
  const everyone = [
    ...[...staff.officers.values(), ...staff.regulators.values()].flat(),
    ...staff.fixers.values(),
    ...chairs,
    ...workers,
  ]
  const enrolled = putVolunteers({ city, nodes, workers, staff })
  const settled = everyone.map((person) => ({ ...person, volunteerUnder: enrolled.get(person.openid) ?? [] }))
  for (const person of settled) putPerson(city, person)
  putPushes(city, root, founder, settled)
  return { lines: city.lines(), personas: personasOf(nodes, enterprises, staff, chairs, workers), booth: demoBooth }
}
