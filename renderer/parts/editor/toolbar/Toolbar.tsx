import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import classes from '../editor.module.css';

interface ToolbarProps {
  readonly name: string;
  readonly children: ReactNode;
  readonly more?: ReactNode;
}

const toolsIn = (bar: HTMLElement | null): HTMLElement[] => [
  ...(bar?.querySelectorAll<HTMLElement>('button:not([disabled])') ?? []),
];

/** The tools of a text. One of them is in the order of Tab; arrows go from one to the next. */
export function Toolbar({ name, children, more }: ToolbarProps) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const all = toolsIn(bar.current);
    const current = all.find((tool) => tool.tabIndex === 0) ?? all[0];
    for (const tool of all) tool.tabIndex = tool === current ? 0 : -1;
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const all = toolsIn(bar.current);
    const at = all.findIndex((tool) => tool.matches(':focus'));
    if (at < 0) return;
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    const tool = to === undefined ? undefined : all.at(to % all.length);
    if (tool === undefined) return;
    event.preventDefault();
    for (const one of all) one.tabIndex = one === tool ? 0 : -1;
    tool.focus();
  };
  return (
    <div ref={bar} className={classes.toolbar} role="toolbar" aria-label={name} onKeyDown={onKeyDown}>
      {children}
      {more}
    </div>
  );
}
