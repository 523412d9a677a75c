import { deskContract } from 'types/desk'
import { serve } from '../kit/serve'
import { events, verify } from './audit'
import { backup, backups } from './backup-commands'
import { deliver } from './deliver'
import { overview } from './overview'
import { restore, restoreState } from './restore-commands'
import { subjects } from './subjects'
import { tick } from './tick'

const jobs = { backup, backups, restore, restoreState }

export const main = serve('desk', deskContract, { overview, events, verify, ...jobs, tick, deliver }, subjects)
