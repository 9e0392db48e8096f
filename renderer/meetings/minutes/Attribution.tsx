import { Plural, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import { useClient } from '../../application/ApplicationContext.ts';
import { tellError } from '../../application/errors.tsx';
import { useUndo } from '../../application/undo.ts';
import { Choice } from '../../parts/choice/Choice.tsx';
import type { RecordView } from '../../parts/form/formKeeper.ts';
import { useTitles } from '../../parts/picker/useTitles.ts';
import type { MinutedItem } from './minuted.ts';
import classes from './minutes.module.css';
import { namesIn, replaceNames, somebody } from './writing.ts';

interface AttributionProps {
  readonly view: RecordView;
  readonly rule: MinutedItem['rule'];
  readonly editor: Editor | undefined;
  readonly readOnly: boolean;
}

/** Whether it may be told who said what. Where it may not, the names that are linked can be taken out. */
export function Attribution({ view, rule, editor, readOnly }: AttributionProps) {
  const { t } = useLingui();
  const client = useClient();
  const did = useUndo((state) => state.did);
  const set = (chathamHouse: boolean) => client.records.edit({ id: view.id, chathamHouse });
  const change = async (value: string) => {
    const after = value === 'rule';
    await set(after);
    const label = after ? t`Minutes under the Chatham House Rule` : t`Minutes that tell who said what`;
    did({ label, undo: () => set(!after), redo: () => set(after) });
  };
  if (rule === 'item' || rule === 'session') {
    return (
      <>
        <span className={classes.chip}>
          {rule === 'item' ? t`Chatham House Rule, as the item` : t`Chatham House Rule, as the session`}
        </span>
        {!readOnly && <Names view={view} editor={editor} />}
      </>
    );
  }
  if (readOnly) {
    return <span className={classes.chip}>{rule === undefined ? t`Attributed` : t`Chatham House Rule`}</span>;
  }
  return (
    <>
      <Choice
        compact
        label={t`Who said what`}
        value={rule === undefined ? 'told' : 'rule'}
        onChange={(value) => void change(value).catch(tellError)}
        data={[
          { value: 'told', label: t`Attributed` },
          { value: 'rule', label: t`Chatham House Rule` },
        ]}
      />
      {rule !== undefined && <Names view={view} editor={editor} />}
    </>
  );
}

/** How many are named in the text though nobody may be; one key names nobody. */
function Names({ view, editor }: Pick<AttributionProps, 'view' | 'editor'>) {
  const [, setSeen] = useState(0);
  useEffect(() => {
    if (editor === undefined) return;
    const look = () => setSeen((before) => before + 1);
    editor.on('update', look);
    return () => {
      editor.off('update', look);
    };
  }, [editor]);
  const linked = editor === undefined || editor.isDestroyed ? [] : namesIn(editor, () => true);
  const { titles } = useTitles(linked.map(({ record }) => record));
  const isSpeaker = (record: string) => ['organisation', 'person'].includes(titles.get(record)?.kind ?? '');
  const names = linked.filter(({ record }) => isSpeaker(record));
  const count = names.length;
  if (editor === undefined || count === 0) return null;
  const french = view.body.language === 'fr';
  return (
    <Button
      variant="default"
      size="xs"
      onClick={() => replaceNames(editor, names, (record) => somebody(titles.get(record)?.kind ?? '', french))}
    >
      <Plural value={count} one="Take # name out of the text" other="Take # names out of the text" />
    </Button>
  );
}
