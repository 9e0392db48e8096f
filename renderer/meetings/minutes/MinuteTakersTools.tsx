import { useLingui } from '@lingui/react/macro';
import { IconListCheck, IconUserPlus } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import type { Json } from '../../../domain/records/json.ts';
import { useAction } from '../../application/actions.ts';
import { useRead } from '../../application/queries.ts';
import { MenuTool } from '../../parts/editor/toolbar/MenuTool.tsx';
import { Tool } from '../../parts/editor/toolbar/Tool.tsx';
import type { MinutedItem } from './minuted.ts';
import { insertSpeaker, insertTemplate, somebody } from './writing.ts';

interface MinuteTakersToolsProps {
  readonly item: MinutedItem;
  readonly editor: Editor | undefined;
  readonly language: Json | undefined;
}

/** What a minute taker puts in with a key: who speaks, and the parts that minutes of an item have. */
export function MinuteTakersTools({ item, editor, language }: MinuteTakersToolsProps) {
  const { t } = useLingui();
  const group = t`Minutes`;
  const disabled = editor === undefined;
  const french = language === 'fr';
  return (
    <>
      {item.rule === undefined ? (
        <Speakers item={item.item} editor={editor} />
      ) : (
        <Tool
          id="minutes.speaker"
          title={t`Put in “one delegation”`}
          group={group}
          shortcut="mod+alt+S"
          icon={IconUserPlus}
          disabled={disabled}
          run={() => editor && insertSpeaker(editor, { name: somebody('organisation', french) })}
        />
      )}
      <Tool
        id="minutes.template"
        title={t`Put in discussion, decisions, actions`}
        group={group}
        shortcut="mod+alt+T"
        icon={IconListCheck}
        disabled={disabled}
        run={() => editor && insertTemplate(editor, french)}
      />
    </>
  );
}

function Speakers({ item, editor }: { readonly item: string; readonly editor: Editor | undefined }) {
  const { t } = useLingui();
  const [opened, setOpened] = useState(false);
  const { data = [] } = useRead('minutes', 'speakers', { item });
  const title = t`Put in who speaks`;
  const group = t`Who speaks`;
  useAction({
    id: 'minutes.speakers',
    title,
    group: t`Minutes`,
    shortcut: 'mod+alt+S',
    whileTyping: true,
    icon: IconUserPlus,
    disabled: editor === undefined || data.length === 0,
    run: () => setOpened(true),
  });
  return (
    <MenuTool
      title={title}
      icon={IconUserPlus}
      opened={opened}
      onChange={setOpened}
      back={() => editor?.view.focus()}
      items={data.map(({ record, name }) => ({
        id: `minutes.speaker.${record}`,
        title: name,
        group,
        disabled: editor === undefined,
        run: () => editor && insertSpeaker(editor, { name, record }),
      }))}
    />
  );
}
