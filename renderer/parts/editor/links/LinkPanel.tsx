import { useLingui } from '@lingui/react/macro';
import { Button, Group, TextInput } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { isAllowedUri } from '@tiptap/extension-link';
import { type KeyboardEvent, useState } from 'react';
import { useClient } from '../../../application/ApplicationContext.ts';
import { tellError } from '../../../application/errors.tsx';
import { RecordPicker } from '../../picker/RecordPicker.tsx';
import { useRecordName } from '../../picker/recordName.ts';
import classes from '../editor.module.css';
import { PlaceForm } from '../references/PlaceForm.tsx';

/** What is asked for: an address, a record, or a place in a paper. */
export type LinkKind = 'address' | 'record' | 'place';

interface LinkPanelProps {
  readonly editor: Editor;
  readonly kind: LinkKind;
  /** The paper that the text is of (empty for none), and the language that it is in. */
  readonly paper: string;
  readonly language: 'en' | 'fr';
  /** What was typed to begin the link: it stays when no record is chosen. */
  readonly sign: string;
  /** Where it stands in the editor's frame. */
  readonly place: { readonly left: number; readonly top: number };
  close(): void;
}

/** Asks for an address, a record, or a place in a paper to link to; gives the focus back to the text. */
export function LinkPanel({ editor, kind, paper, language, sign, place, close }: LinkPanelProps) {
  const { t } = useLingui();
  const [asked, setAsked] = useState(kind);
  const names = { address: t`Link`, record: t`Link to a record`, place: t`Cross-reference` };
  const leave = () => {
    close();
    editor.chain().focus().insertContent(sign).run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    leave();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a small window, not a fieldset.
    <div className={classes.panel} style={place} role="group" aria-label={names[asked]} onKeyDown={onKeyDown}>
      {asked === 'address' && <Address editor={editor} close={close} />}
      {asked === 'record' && (
        <>
          <Record editor={editor} close={close} />
          <Button size="compact-xs" variant="subtle" mt="xs" onClick={() => setAsked('place')}>
            {t`To a place in a paper`}
          </Button>
        </>
      )}
      {asked === 'place' && <PlaceForm editor={editor} paper={paper} language={language} close={close} />}
    </div>
  );
}

function Address({ editor, close }: Pick<LinkPanelProps, 'editor' | 'close'>) {
  const { t } = useLingui();
  const before: unknown = editor.getAttributes('link').href;
  const [address, setAddress] = useState(typeof before === 'string' ? before : '');
  const [isWrong, setWrong] = useState(false);
  const chain = () => editor.chain().focus().extendMarkRange('link');
  const set = () => {
    const typed = address.trim();
    const href = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`;
    if (typed === '' || !/^(https?|mailto):/i.test(href) || isAllowedUri(href) === null) {
      setWrong(true);
      return;
    }
    close();
    if (editor.state.selection.empty && before === undefined) {
      chain()
        .insertContent({ type: 'text', text: typed, marks: [{ type: 'link', attrs: { href } }] })
        .run();
    } else chain().setLink({ href }).run();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        set();
      }}
    >
      <TextInput
        label={t`Address of the link`}
        placeholder="https://"
        value={address}
        error={isWrong ? t`This is no address that can be linked to.` : undefined}
        onChange={(event) => setAddress(event.currentTarget.value)}
        data-autofocus
        autoFocus
      />
      <Group gap="xs" mt="xs">
        <Button size="xs" type="submit">{t`Set the link`}</Button>
        {before !== undefined && (
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              close();
              chain().unsetLink().run();
            }}
          >
            {t`Remove the link`}
          </Button>
        )}
      </Group>
    </form>
  );
}

function Record({ editor, close }: Pick<LinkPanelProps, 'editor' | 'close'>) {
  const { t } = useLingui();
  const client = useClient();
  const nameOf = useRecordName();
  const choose = async (id: string | null) => {
    if (id === null) return;
    const [record] = await client.records.titles({ ids: [id] });
    close();
    const { from, to, empty } = editor.state.selection;
    const words = empty ? nameOf(record) : editor.state.doc.textBetween(from, to, ' ');
    editor
      .chain()
      .focus()
      .insertContent({ type: 'text', text: words, marks: [{ type: 'recordLink', attrs: { record: id } }] })
      .unsetMark('recordLink')
      .run();
  };
  return (
    <RecordPicker
      kinds={[]}
      label={t`Link to a record`}
      value={null}
      onChange={(id) => void choose(id).catch(tellError)}
      autoFocus
    />
  );
}
