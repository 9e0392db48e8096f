import { useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { placeWords } from '../../../../domain/papers/referenceWords.ts';
import { useRead } from '../../../application/queries.ts';
import { RecordPicker } from '../../picker/RecordPicker.tsx';
import classes from '../editor.module.css';

interface PlaceFormProps {
  readonly editor: Editor;
  /** The paper that the text is of; empty where it is of none. */
  readonly paper: string;
  /** The language that references are written in. */
  readonly language: 'en' | 'fr';
  close(): void;
}

/** Asks for a paper, and for a heading, figure, table or paragraph of it, to refer to. */
export function PlaceForm({ editor, paper, language, close }: PlaceFormProps) {
  const { t } = useLingui();
  const [chosen, setChosen] = useState<string | null>(paper === '' ? null : paper);
  const { data } = useRead('papers', 'places', { paper: chosen ?? '' }, { enabled: chosen !== null });
  const places = (chosen === null ? undefined : data) ?? [];
  const insert = (block: string | null) => {
    if (block === null || chosen === null) return;
    close();
    editor
      .chain()
      .focus()
      .insertContent({ type: 'crossReference', attrs: { record: chosen, block } })
      .run();
  };
  return (
    <div className={classes.placeForm}>
      <RecordPicker kinds={['paper']} label={t`Paper`} value={chosen} onChange={setChosen} autoFocus={paper === ''} />
      <Select
        key={chosen ?? ''}
        label={t`Place in the paper`}
        placeholder={t`Heading, figure, table or paragraph`}
        searchable
        autoFocus={paper !== ''}
        value={null}
        disabled={chosen === null}
        nothingFoundMessage={data === undefined ? undefined : t`There is no such place in this paper.`}
        data={places.map(({ block, ...place }) => ({
          value: block,
          label: [placeWords(place, language), place.is === 'heading' ? '' : place.words || place.begins]
            .filter((part) => part !== '')
            .join(' \u00b7 '),
        }))}
        onChange={insert}
        comboboxProps={{ withinPortal: false }}
        maxDropdownHeight={260}
      />
    </div>
  );
}
