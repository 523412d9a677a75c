import { AppError } from 'types/app-error'
import type { setupEntries } from 'types/org-setup'
import type { Handler } from '../../kit/serve'
import { pageBooths } from '../booth/booth-store'
import { listRunningCampaigns, listLatestCampaigns } from '../campaign-store'
import type { NodeDoc } from '../documents'
import { pageDrives } from '../drive/drive-store'
import { listOpenInvites } from '../invite-store'
import { pageChildren } from '../node-store'
import { listServing } from '../regulators/regulator-store'

const latestCampaign = async ({ _id, under }: NodeDoc) => {
  const [own] = await listLatestCampaigns(_id)
  return own ?? (await listRunningCampaigns(under))[0]
}

/** How far a union has come from an empty environment to its first poster. */
const setup: Handler<typeof setupEntries.setup, NodeDoc> = async (_input, { subject: node }) => {
  if (node.authority !== 'union') throw new AppError('NOT_ALLOWED_NOW', { message: '上手清单是给工会用的。' })
  const [children, invites, regulators, campaign, drives, booths] = await Promise.all([
    pageChildren(node._id, 1, 1),
    listOpenInvites(node._id),
    listServing([node._id]),
    latestCampaign(node),
    pageDrives(node._id, 1, 1),
    pageBooths(node._id, {}, 1, 1),
  ])
  const [[regulator], [drive], [booth]] = [regulators, drives.items, booths.items]
  return {
    union: { id: node._id, name: node.name },
    isRoot: node.parentId === null,
    hasUnions: children.items.length > 0,
    managers: node.managers,
    isInvited: invites.some(({ nodeId, role }) => nodeId === node._id && role === 'officer'),
    regulator: regulator ? { id: regulator._id, name: regulator.name, managers: regulator.managers } : null,
    drive: drive ? { id: drive._id, name: drive.theme } : null,
    contest: campaign ? { id: campaign._id, name: campaign.title } : null,
    booth: booth
      ? {
          ...{ id: booth._id, name: booth.name, place: booth.place, nodeName: booth.nodeName },
          hasCode: booth.code !== null,
        }
      : null,
  }
}

export const setupHandlers = { setup }
