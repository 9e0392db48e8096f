import { Menu, Tooltip, UnstyledButton } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { type Action, useAction } from '../../../application/actions.ts';
import classes from '../editor.module.css';

export interface MenuToolItem extends Action {
  readonly pressed?: boolean;
}

interface MenuToolProps {
  readonly title: string;
  readonly icon: Icon;
  readonly pressed?: boolean;
  readonly items?: readonly MenuToolItem[];
  readonly opened?: boolean;
  onChange?(opened: boolean): void;
  /** Where the focus goes when the menu is left without a choice: to the tool unless told. */
  back?(): void;
  /** Other entries. */
  readonly children?: ReactNode;
}

/** A tool with several choices. Each is in the palette too. */
export function MenuTool(props: MenuToolProps) {
  const { title, icon: Icon, pressed, items = [], opened, onChange, back, children } = props;
  const tool = useRef<HTMLButtonElement>(null);
  const leave = () => {
    if (document.activeElement?.closest('[role=menu]') === null) return;
    if (back === undefined) tool.current?.focus();
    else back();
  };
  return (
    <Menu
      position="bottom-start"
      returnFocus={false}
      onClose={leave}
      {...(opened === undefined ? {} : { opened })}
      {...(onChange === undefined ? {} : { onChange })}
    >
      <Menu.Target>
        <Tooltip label={title} openDelay={400}>
          <UnstyledButton
            ref={tool}
            className={classes.tool ?? ''}
            data-tool
            tabIndex={-1}
            aria-label={title}
            data-pressed={pressed || undefined}
            onMouseDown={(event) => event.preventDefault()}
          >
            <Icon size={18} stroke={1.6} aria-hidden />
          </UnstyledButton>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {items.map((item) => (
          <MenuToolEntry key={item.id} {...item} />
        ))}
        {children}
      </Menu.Dropdown>
      {items.map((item) => (
        <Offered key={item.id} {...item} />
      ))}
    </Menu>
  );
}

function MenuToolEntry({ icon: Icon, title, pressed, disabled, run }: MenuToolItem) {
  return (
    <Menu.Item
      leftSection={Icon === undefined ? undefined : <Icon size={16} stroke={1.6} aria-hidden />}
      data-pressed={pressed || undefined}
      disabled={disabled ?? false}
      onClick={run}
    >
      {title}
    </Menu.Item>
  );
}

/** The choice in the palette, with its keys, whether the menu is open or not. */
function Offered({ pressed: _pressed, ...action }: MenuToolItem) {
  useAction({ ...action, whileTyping: true });
  return null;
}
