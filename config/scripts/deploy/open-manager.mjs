import { badDay } from '../lib/say.mjs'

const library = '@cloudbase/manager-node'

const load = async () => {
  try {
    return (await import(library)).default
  } catch {
    throw badDay(`没有找到 ${library}，请先运行 npm i --no-save ${library}。`)
  }
}

const credentials = () => {
  const { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey } = process.env
  if (!secretId || !secretKey)
    throw badDay('请先设置环境变量 TENCENTCLOUD_SECRETID 和 TENCENTCLOUD_SECRETKEY（腾讯云访问管理里的密钥）。')
  return { secretId, secretKey }
}

const direction = (text) => (text === '2dsphere' ? text : Number(text))

const indexFrom = ({ Name, Unique, Keys }) => ({
  name: Name,
  unique: Unique === true,
  keys: Keys.map((key) => ({ field: key.Name, order: direction(key.Direction) })),
})

/**
 * The cloud's database administration, as far as applying needs it
 * (https://docs.cloudbase.net/api-reference/manager/node/database and …/rule).
 */
export const openManager = async (envId) => {
  const { init } = await load()
  const app = init({ ...credentials(), envId })
  const rules = app.commonService('tcb', '2018-06-08')
  const ask = (Action, Param) => rules.call({ Action, Param: { EnvId: envId, ...Param } })
  return {
    createCollection: (name) => app.database.createCollectionIfNotExists(name),
    hasCollection: async (name) => (await app.database.checkCollectionExists(name)).Exists === true,
    readIndexes: async (name) => (await app.database.describeCollection(name)).Indexes.map(indexFrom),
    createIndex: (name, index) =>
      app.database.updateCollection(name, {
        CreateIndexes: [
          {
            IndexName: index.name,
            MgoKeySchema: {
              MgoIsUnique: index.unique === true,
              MgoIndexKeys: index.keys.map(({ field, order }) => ({ Name: field, Direction: String(order) })),
            },
          },
        ],
      }),
    readRule: async (name) => {
      const { AclTag, Rule } = await ask('DescribeSafeRule', { CollectionName: name })
      return AclTag === 'CUSTOM' ? JSON.parse(Rule) : { tag: AclTag }
    },
    writeRule: (name, rule) =>
      ask('ModifySafeRule', { CollectionName: name, AclTag: 'CUSTOM', Rule: JSON.stringify(rule) }),
  }
}
