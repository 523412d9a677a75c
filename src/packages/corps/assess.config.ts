export default definePageConfig({ navigationBarTitleText: '年度考核', onReachBottomDistance: 120 })
