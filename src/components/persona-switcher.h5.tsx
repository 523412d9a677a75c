import { useCallback, useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { becomePersona, currentPersona, loadDemo, newVisitor, type Demo } from '@/lib/persona.h5'
import { Icon } from './icon'
import { ListGroup, ListRow } from './list-row'
import { Pressable } from './pressable'
import { Sheet } from './sheet'
import { Tag } from './tag'
import './persona-switcher.scss'

const PersonaList = ({ demo }: { demo: Demo }) => {
  const me = currentPersona()
  return (
    <ListGroup>
      {demo.personas.map((persona) => (
        <ListRow
          key={persona.openid}
          title={persona.name}
          detail={[persona.role, persona.note].filter(Boolean).join(' · ')}
          value={persona.openid === me.openid ? <Tag tone="green">现在</Tag> : undefined}
          onPress={() => becomePersona({ openid: persona.openid, name: persona.name })}
        />
      ))}
      <ListRow
        icon="plus"
        title="一位新访客"
        detail="第一次扫码的职工，没有任何记录"
        onPress={() => becomePersona(newVisitor())}
      />
    </ListGroup>
  )
}

/** Only on one's own machine: choose who this window is. Never part of the WeChat package. */
export const PersonaSwitcher = () => {
  const [open, setOpen] = useState(false)
  const [demo, setDemo] = useState<Demo | null>(null)
  const close = useCallback(() => setOpen(false), [])
  useEffect(() => {
    if (open && !demo) void loadDemo().then(setDemo)
  }, [open, demo])
  return (
    <>
      <Pressable
        className="persona-switch"
        label={`本机演示，现在是${currentPersona().name}，换一个人`}
        onPress={() => setOpen(true)}
      >
        <Icon name="swap" size="s" />
        <View className="persona-switch-name">{currentPersona().name}</View>
      </Pressable>
      <Sheet open={open} title="本机演示：换一个人" onClose={close}>
        <View className="text-m">这里只在本机出现。选一个人，就像拿起了这个人的手机。</View>
        {demo && <PersonaList demo={demo} />}
      </Sheet>
    </>
  )
}
