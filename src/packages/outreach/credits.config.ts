export default definePageConfig({ navigationBarTitleText: '订阅次数' })
