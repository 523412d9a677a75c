export default definePageConfig({ navigationBarTitleText: '管理员配备' })
