export default definePageConfig({ navigationBarTitleText: '年度服务', onReachBottomDistance: 120 })
