import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPlus, IconSpeakerphone, IconVocabulary } from '@tabler/icons-react';
import type { JsonObject } from '../../domain/records/json.ts';
import { useClient } from '../application/ApplicationContext.ts';
import { useAction } from '../application/actions.ts';
import { tellError } from '../application/errors.tsx';
import { useUndo } from '../application/undo.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { useWordingWords, type WordingKind } from './useWordingWords.ts';

interface AddWordingProps {
  readonly kind: WordingKind;
  onAdded(id: string, kind: WordingKind): void;
}

/** Adds a public line or a term, which opens to be filled in; taken back in one step. */
export function AddWording({ kind, onAdded }: AddWordingProps) {
  const { t } = useLingui();
  const { add } = useWordingWords();
  const client = useClient();
  const language = useLanguage();
  const did = useUndo((state) => state.did);
  const make = async (wanted: WordingKind) => {
    const body: JsonObject =
      wanted === 'term' ? { use: '', language, scope: 'everywhere' } : { subject: '', status: 'draft' };
    const { id } = await client.records.create({ kind: wanted, body });
    did({
      label: add[wanted],
      undo: async () => {
        await client.records.remove({ id, reason: t`Adding it was undone` });
      },
      redo: async () => {
        await client.records.restore({ id });
      },
    });
    onAdded(id, wanted);
  };
  const begin = (wanted: WordingKind) => void make(wanted).catch(tellError);
  useAction({
    id: 'wording.addLine',
    title: add.publicLine,
    group: t`Agreed wording`,
    icon: IconSpeakerphone,
    run: () => begin('publicLine'),
  });
  useAction({
    id: 'wording.addTerm',
    title: add.term,
    group: t`Agreed wording`,
    icon: IconVocabulary,
    run: () => begin('term'),
  });
  return (
    <Button leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />} onClick={() => begin(kind)}>
      {add[kind]}
    </Button>
  );
}
