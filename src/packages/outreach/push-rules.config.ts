export default definePageConfig({ navigationBarTitleText: '推送规则' })
