import { useLingui } from '@lingui/react/macro';
import { Pill, TagsInput } from '@mantine/core';
import { texts } from '../../../../domain/records/text.ts';
import { useRead } from '../../../application/queries.ts';
import type { EditorProps } from './EditorProps.ts';

/** A set of words, with those that other records of the kind have as suggestions. */
export function ChipsEditor({ id, path, value, readOnly, invalid, onType }: EditorProps) {
  const { t } = useLingui();
  const [kind = '', column = ''] = path;
  const used = useRead('records', 'facets', { kinds: [kind], column, filters: [] }, { enabled: !readOnly });
  const chosen = texts(value);
  const suggestions = (used.data ?? []).map((facet) => facet.value).filter((one) => typeof one === 'string');
  return (
    <TagsInput
      id={id}
      value={chosen}
      data={suggestions.filter((one) => !chosen.includes(one))}
      readOnly={readOnly}
      error={invalid}
      placeholder={chosen.length === 0 && !readOnly ? t`Type and press Enter` : ''}
      onChange={(next) => onType({ value: next.length === 0 ? undefined : next }, 'now')}
      renderPill={({ option, onRemove }) => (
        <Pill
          withRemoveButton={!readOnly}
          onRemove={() => onRemove?.()}
          removeButtonProps={{ 'aria-label': t`Remove ${option.label}`, 'aria-hidden': false, tabIndex: 0 }}
        >
          {option.label}
        </Pill>
      )}
    />
  );
}
