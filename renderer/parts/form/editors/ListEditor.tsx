import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Button } from '@mantine/core';
import { IconGripVertical, IconPlus, IconX } from '@tabler/icons-react';
import { type ComponentType, type DragEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { Json, JsonObject } from '../../../../domain/records/json.ts';
import { objectOf, own } from '../../../../domain/records/own.ts';
import classes from '../form.module.css';
import { addEntry, changeEntry, entriesOf, entryId, moveEntry, removeEntry } from '../listEntries.ts';
import type { EditorProps } from './EditorProps.ts';
import { PartField } from './PartField.tsx';

type ListEditorProps = EditorProps & { readonly Inner: ComponentType<EditorProps> };

/**
 * A list whose entries have fields of their own. An entry is moved by dragging its handle, or by the arrow keys while
 * the handle has the focus.
 */
export function ListEditor({ Inner, ...props }: ListEditorProps) {
  const { id: listId, editor, label, labelId, path, value, readOnly, onType } = props;
  const { t } = useLingui();
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<string>();
  const [over, setOver] = useState<number>();
  const [told, setTold] = useState('');
  if (editor.editor !== 'list') return null;
  const entries = entriesOf(value);
  const put = (next: JsonObject[], when: 'now' | 'pause' | 'leave' = 'now') =>
    onType({ value: next.length === 0 ? undefined : next }, when);
  const move = (id: string, to: number) => {
    const at = Math.max(0, Math.min(to, entries.length - 1));
    put(moveEntry(entries, id, at));
    setTold(t`Entry moved to place ${at + 1} of ${entries.length}`);
  };
  const add = () => {
    const blanks = editor.parts
      .filter((part) => !part.optional && (part.editor.editor === 'text' || part.editor.editor === 'longText'))
      .map((part): [string, Json] => [part.field, '']);
    put(addEntry(entries, crypto.randomUUID(), objectOf(blanks)), 'leave');
    requestAnimationFrame(() => focusIn(list.current?.lastElementChild));
  };
  const remove = (id: string, at: number) => {
    put(removeEntry(entries, id));
    setTold(t`Entry removed`);
    requestAnimationFrame(() => focusIn(list.current?.children[Math.min(at, entries.length - 2)] ?? list.current));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    const from = entries.findIndex((entry) => entryId(entry) === dragged);
    if (dragged !== undefined && over !== undefined) move(dragged, over > from ? over - 1 : over);
    setDragged(undefined);
    setOver(undefined);
  };
  return (
    <div className={classes.list}>
      <ol id={listId} ref={list} aria-labelledby={labelId} className={classes.entries}>
        {entries.map((entry, index) => {
          const id = entryId(entry);
          return (
            <li
              key={id}
              className={classes.entry}
              data-labelled={editor.parts.length > 1 || undefined}
              data-before={dragged !== undefined && over === index ? true : undefined}
              data-after={dragged !== undefined && over === index + 1 ? true : undefined}
              onDragOver={(event) => {
                if (dragged === undefined) return;
                event.preventDefault();
                const { top, height } = event.currentTarget.getBoundingClientRect();
                setOver(event.clientY < top + height / 2 ? index : index + 1);
              }}
              onDrop={drop}
            >
              {!readOnly && (
                <Handle
                  label={t`Move entry ${index + 1} of ${label}: arrow keys`}
                  onDrag={(event) => {
                    event.dataTransfer.effectAllowed = 'move';
                    event.dataTransfer.setData('text/plain', '');
                    const row = event.currentTarget.closest('li');
                    if (row !== null) event.dataTransfer.setDragImage(row, 12, 12);
                    setDragged(id);
                  }}
                  onEnd={() => setDragged(undefined)}
                  onStep={(by) => move(id, index + by)}
                />
              )}
              <div className={classes.parts}>
                {editor.parts.map((part) => (
                  <PartField
                    key={part.field}
                    part={part}
                    path={path}
                    value={own(entry, part.field)}
                    readOnly={readOnly}
                    hidesLabel={editor.parts.length === 1}
                    Inner={Inner}
                    onChange={(next, when) => put(changeEntry(entries, id, part.field, next), when)}
                  />
                ))}
              </div>
              {!readOnly && (
                <ActionIcon aria-label={t`Remove entry ${index + 1} of ${label}`} onClick={() => remove(id, index)}>
                  <IconX size={16} stroke={1.6} aria-hidden />
                </ActionIcon>
              )}
            </li>
          );
        })}
      </ol>
      {!readOnly && (
        <Button
          variant="subtle"
          size="xs"
          leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />}
          onClick={add}
          aria-label={t`Add to ${label}`}
        >
          {t`Add`}
        </Button>
      )}
      {entries.length === 0 && readOnly && <p className={classes.shown}>{t`Nothing`}</p>}
      <span aria-live="polite" className={classes.unseen}>
        {told}
      </span>
    </div>
  );
}

interface HandleProps {
  readonly label: string;
  onDrag(event: DragEvent<HTMLButtonElement>): void;
  onEnd(): void;
  onStep(by: number): void;
}

function Handle({ label, onDrag, onEnd, onStep }: HandleProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (by === 0) return;
    event.preventDefault();
    onStep(by);
  };
  return (
    <ActionIcon
      className={classes.handle}
      aria-label={label}
      draggable
      onDragStart={onDrag}
      onDragEnd={onEnd}
      onKeyDown={onKeyDown}
    >
      <IconGripVertical size={16} stroke={1.6} aria-hidden />
    </ActionIcon>
  );
}

const FIELDS = 'input, textarea, [contenteditable="true"], button';

/** Puts the focus into the first field of an entry that was added, or that stands where one was removed. */
function focusIn(place: Element | null | undefined): void {
  const field = place?.querySelector('input, textarea') ?? place?.querySelector(FIELDS);
  if (field instanceof HTMLElement) field.focus();
}
