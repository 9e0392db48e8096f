import { useLingui } from '@lingui/react/macro';
import { MultiSelect, Select, TextInput } from '@mantine/core';
import { text, texts } from '../../../../domain/records/text.ts';
import { valueName } from '../../../../domain/records/valueNames.ts';
import { capitalised } from '../../../language/capitalised.ts';
import { useLanguage } from '../../../language/useLanguage.ts';
import type { EditorProps } from './EditorProps.ts';

/** One of a field's fixed values, or several of them, by their names. A value that this version does not know stays. */
export function ChoiceEditor({ id, path, editor, label, value, readOnly, invalid, onType }: EditorProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const nameOf = (one: string) => capitalised(valueName(path[0], path.at(-1) ?? '', one, language) ?? one);
  const known = 'values' in editor ? editor.values : [];
  const chosen = editor.editor === 'choices' ? texts(value) : [text(value)].filter(Boolean);
  if (readOnly) {
    return <TextInput id={id} value={chosen.map(nameOf).join(', ')} readOnly />;
  }
  const data = [...new Set([...known, ...chosen])].map((one) => ({ value: one, label: nameOf(one) }));
  const shared = {
    id,
    data,
    error: invalid,
    clearable: true,
    clearButtonProps: { 'aria-label': t`Empty: ${label}` },
    nothingFoundMessage: t`Nothing found`,
  };
  return editor.editor === 'choices' ? (
    <MultiSelect
      {...shared}
      value={chosen}
      searchable
      onChange={(next) => onType({ value: next.length === 0 ? undefined : next }, 'now')}
    />
  ) : (
    <Select
      {...shared}
      value={chosen[0] ?? null}
      searchable={data.length > 8}
      onChange={(next) => onType({ value: next ?? undefined }, 'now')}
    />
  );
}
