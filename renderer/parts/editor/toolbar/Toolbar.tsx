import type { Editor } from '@tiptap/core';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import classes from '../editor.module.css';
import { TextTools } from './TextTools.tsx';

interface ToolbarProps {
  readonly editor: Editor;
  readonly name: string;
  readonly more?: ReactNode;
}

/** The tools of a text. One of them is in the order of Tab; arrows go from one to the next. */
export function Toolbar({ editor, name, more }: ToolbarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const tools = () => [...(bar.current?.querySelectorAll<HTMLElement>('button:not([disabled])') ?? [])];
  useEffect(() => {
    const all = [...(bar.current?.querySelectorAll<HTMLElement>('button:not([disabled])') ?? [])];
    if (!all.some((tool) => tool.tabIndex === 0)) all[0]?.setAttribute('tabindex', '0');
  });
  const go = (to: HTMLElement | undefined) => {
    if (to === undefined) return;
    for (const tool of tools()) tool.tabIndex = tool === to ? 0 : -1;
    to.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const all = tools();
    const at = all.findIndex((tool) => tool.contains(document.activeElement));
    if (at < 0) return;
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(all.at(to % all.length));
  };
  return (
    <div ref={bar} className={classes.toolbar} role="toolbar" aria-label={name} onKeyDown={onKeyDown}>
      <TextTools editor={editor} />
      {more}
    </div>
  );
}
