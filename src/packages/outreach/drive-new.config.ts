export default definePageConfig({ navigationBarTitleText: '新建主题活动' })
