import { orgContract } from 'types/org-contract'
import { serve } from '../kit/serve'
import { acceptInvite } from './accept-invite'
import { boothCode } from './booth/booth-code'
import { boothBatches, createBooths } from './booth/batch'
import { booth, booths, createBooth } from './booth/booths'
import { carriers, myCode } from './booth/carriers'
import { funnel } from './booth/funnel'
import { exportFunnel } from './booth/funnel-sheet'
import { posterFile } from './booth/poster-file'
import { posters } from './booth/posters'
import { closeBooth, redirectBooth } from './booth/redirect'
import { deliver } from './deliver'
import { driveHandlers } from './drive/handlers'
import { createEnterprise, enterprises, searchUnits } from './enterprises'
import { eraseMe } from './erase-me'
import { becomeFirstAdministrator } from './first-administrator'
import { cancelInvite, invite, inviteInfo } from './invites'
import { labelHandlers } from './labels/labels'
import { landing } from './booth/landing'
import { createNode, tree } from './nodes'
import { managerQueries } from './managers/queries'
import { setTerm } from './managers/set-term'
import { closeNode, renameNode } from './move/change-node'
import { moveNode, previewMove } from './move/move-node'
import { moveState, nodeHistory } from './move/progress'
import { people } from './people'
import { bindPhone, me, setProfile } from './profile'
import { registerHandlers } from './register/enterprise'
import { exportRegister } from './register/export'
import { sheetHandlers } from './register/sheets'
import { sheetTemplate } from './register/template'
import { setQualifying } from './qualify'
import { regulatorHandlers } from './regulators/served'
import { revokeGrant } from './revoke-grant'
import { setupHandlers } from './setup/setup'
import { scan } from './booth/scan'
import { subjects } from './subjects'
import { tick } from './tick'

const worker = { landing, scan, me, setProfile, bindPhone, eraseMe, searchUnits }
const register = { tree, createNode, enterprises, createEnterprise }
const boothHandlers = {
  ...{
    booths,
    booth,
    createBooth,
    createBooths,
    boothBatches,
    closeBooth,
    redirectBooth,
    boothCode,
    posters,
    posterFile,
  },
  ...{ funnel, exportFunnel, carriers, myCode },
}
const treeHandlers = { renameNode, previewMove, moveNode, closeNode, moveState, nodeHistory }
const staff = {
  becomeFirstAdministrator,
  people,
  invite,
  inviteInfo,
  acceptInvite,
  cancelInvite,
  revokeGrant,
  setTerm,
  setQualifying,
  ...managerQueries,
  ...regulatorHandlers,
  ...labelHandlers,
}
const sheets = { ...registerHandlers, exportRegister, ...sheetHandlers, sheetTemplate }

export const main = serve(
  'org',
  orgContract,
  {
    ...worker,
    ...register,
    ...boothHandlers,
    ...sheets,
    ...treeHandlers,
    ...staff,
    ...setupHandlers,
    ...driveHandlers,
    tick,
    deliver,
  },
  subjects,
)
