import sdk from 'wx-server-sdk'
import type { CloudSdk, Database } from './sdk-types'

const cloud = sdk as unknown as CloudSdk

// keepalive is off in SCF unless asked for: without it every trip opens a connection.
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, keepalive: true })

/** The SDK's own typings are loose; `sdk-types` narrows them to what the kit uses. */
export const platform: CloudSdk = cloud
export const database: Database = cloud.database({ throwOnNotFound: false })
export const command = database.command
