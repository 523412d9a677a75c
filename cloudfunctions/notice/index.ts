import { noticeContract } from 'types/notice'
import { serve } from '../kit/serve'
import { deliver } from './deliver'
import { inbox, markRead } from './inbox/inbox'
import { cancelPush, pausePush, resumePush } from './push/push-acts'
import { preview, pushes, pushResult, send } from './push/pushes'
import { subjects } from './subjects'
import { consent, subscriptions } from './inbox/subscriptions'
import { templates } from './template/templates'
import { tick } from './tick'

const person = { subscriptions, consent, inbox, markRead }
const desk = { templates, preview, send, pushes, pushResult, cancelPush, pausePush, resumePush }

export const main = serve('notice', noticeContract, { ...person, ...desk, tick, deliver }, subjects)
