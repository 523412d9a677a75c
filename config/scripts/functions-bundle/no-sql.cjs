const refuse = () => {
  throw new Error('云函数包不含数据模型与 SQL 客户端（cloud.models / mysql / rdb）：本项目不使用，构建时已去掉。')
}

const refusing = new Proxy({}, { get: (_, key) => (typeof key === 'symbol' || key === 'then' ? undefined : refuse()) })

exports.__esModule = true
exports.default = { generateHTTPClient: () => refusing, generateMySQLClient: () => refuse }
