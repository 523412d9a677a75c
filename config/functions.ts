export type FunctionDeclaration = {
  /** Folder of cloudfunctions/ and name of the deployed function. */
  name: string
  /** WeChat APIs this function may call, and no other: `permissions.openapi` of its config.json. */
  openapi: readonly string[]
  timeoutSeconds: number
  memoryMb: number
  /** Whether the platform wakes it once a minute (`tick`). */
  timer: boolean
}

const declare = (name: string, ...openapi: string[]): FunctionDeclaration => ({
  name,
  openapi,
  timeoutSeconds: 20,
  memoryMb: 256,
  timer: true,
})

/** Every deployed cloud function: one a domain. */
export const functions: readonly FunctionDeclaration[] = [
  declare('org', 'security.msgSecCheck', 'wxacode.getUnlimited', 'phonenumber.getPhoneNumber'),
  declare('volunteer', 'wxacode.getUnlimited', 'security.msgSecCheck'),
  declare('quiz', 'security.msgSecCheck'),
  declare('hazard', 'security.msgSecCheck', 'security.mediaCheckAsync'),
  declare('notice', 'subscribeMessage.send'),
  declare('desk'),
]

/** The one timer a function may have: every minute on the minute (second, minute, hour, day, month, week, year). */
export const tick = { name: 'tick', cron: '0 * * * * * *' } as const

/** Names of the environment variables every function is given: keys, the first administrator's one-time secret, the account's templates. */
export const environment = [
  ...['SENSITIVE_KEYS', 'HMAC_KEY', 'DRAW_SECRET', 'FIRST_ADMINISTRATOR_SECRET', 'MINIPROGRAM_STATE'],
  // What stands before the scene in sign-in codes, where an address opens the mini program.
  'SCAN_LINK',
  ...['NOTICE_TEMPLATE_HAZARD_PROGRESS', 'NOTICE_TEMPLATE_REVIEW_RESULT'],
  ...['NOTICE_TEMPLATE_ACTIVITY', 'NOTICE_TEMPLATE_WORK_TO_DO'],
] as const

/** Function that WeChat's later word on pictures (event wxa_media_check) is pushed to: one for the whole environment. */
export const mediaCallback = 'hazard'
