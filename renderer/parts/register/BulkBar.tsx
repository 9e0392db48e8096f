import { Plural, useLingui } from '@lingui/react/macro';
import { Button, Popover, Select, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { fieldName } from '../../../domain/records/fieldNames.ts';
import type { Json } from '../../../domain/records/json.ts';
import { valueName } from '../../../domain/records/valueNames.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { useAction } from '../../application/actions.ts';
import { tell, tellError } from '../../application/errors.tsx';
import { useUndo } from '../../application/undo.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { RecordPicker } from '../picker/RecordPicker.tsx';
import { bulkChoices, linkedKinds } from './bulkFields.ts';
import { ruleOf } from './columns.ts';
import classes from './register.module.css';
import type { RegisterProps } from './registerProps.ts';
import type { Choice } from './useChoice.ts';
import type { RegisterQuestion } from './useRegisterRows.ts';

interface BulkBarProps {
  readonly name: string;
  readonly label: string;
  readonly kinds: readonly string[];
  readonly fields: readonly string[];
  readonly choice: Choice;
  readonly question: RegisterQuestion;
  readonly also: RegisterProps['bulk'];
}

/** What can be done with all chosen rows at once. Everything is undone at once, too. */
export function BulkBar({ name, label, kinds, fields, choice, question, also }: BulkBarProps) {
  const { t } = useLingui();
  const client = useClient();
  const did = useUndo((state) => state.did);
  const ids = [...choice.chosen];
  const onlyDeleted = question.deleted === 'only';

  const remove = async () => {
    const words = t`Deleted: ${ids.length}`;
    await client.records.removeMany({ ids, reason: t`Deleted from the list` });
    did({ label: words, undo: () => client.records.restoreMany({ ids }) });
    choice.clear();
    tell(words);
  };
  const restore = async () => {
    const words = t`Restored: ${ids.length}`;
    await client.records.restoreMany({ ids });
    did({ label: words, undo: () => client.records.removeMany({ ids, reason: t`Deleted from the list` }) });
    choice.clear();
    tell(words);
  };
  useAction({
    id: `register.${name}.remove`,
    title: onlyDeleted ? t`Restore what is chosen` : t`Delete what is chosen`,
    group: label,
    shortcut: 'Delete',
    disabled: ids.length === 0,
    run: () => void (onlyDeleted ? restore() : remove()).catch(tellError),
  });
  if (ids.length === 0) return null;
  return (
    <section className={classes.bulk} aria-label={t`With what is chosen`}>
      <output>
        <Plural value={ids.length} one="# chosen" other="# chosen" />
      </output>
      {!onlyDeleted && also?.(ids)}
      {fields.length > 0 && !onlyDeleted && <BulkEdit kinds={kinds} fields={fields} ids={ids} />}
      <Button size="xs" variant="default" onClick={() => void (onlyDeleted ? restore() : remove()).catch(tellError)}>
        {onlyDeleted ? t`Restore` : t`Delete`}
      </Button>
      <Button size="xs" variant="subtle" onClick={choice.clear}>
        {t`Choose none`}
      </Button>
    </section>
  );
}

function BulkEdit({ kinds, fields, ids }: Pick<BulkBarProps, 'kinds' | 'fields'> & { ids: string[] }) {
  const { t } = useLingui();
  const language = useLanguage();
  const client = useClient();
  const did = useUndo((state) => state.did);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const [field, setField] = useState(fields[0] ?? '');
  const [value, setValue] = useState<Json>(null);
  const kind = kinds[0] ?? '';
  const nameOf = (one: string) => fieldName(kind, one, language);
  const choices = bulkChoices(kinds, field);
  const links = ruleOf(kinds, field)?.link === true;
  const apply = async () => {
    const title = nameOf(field);
    const words = t`${title} set: ${ids.length}`;
    const { changed } = await client.records.editMany({ ids, changes: { [field]: value } });
    did({ label: words, undo: () => client.records.undoMany({ ids: changed }) });
    setOpen(false);
    tell(words);
  };
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      onClose={() => button.current?.focus()}
      trapFocus
      width={300}
      position="top-start"
    >
      <Popover.Target>
        <Button ref={button} size="xs" variant="default" onClick={() => setOpen(!open)}>
          {t`Set a field…`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.bulkForm}>
        <Select
          label={t`Field`}
          data={fields.map((one) => ({ value: one, label: nameOf(one) }))}
          value={field}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          onChange={(next) => {
            setField(next ?? '');
            setValue(null);
          }}
        />
        {links ? (
          <RecordPicker
            kinds={linkedKinds(field)}
            value={typeof value === 'string' ? value : null}
            onChange={setValue}
            label={nameOf(field)}
          />
        ) : choices !== undefined ? (
          <Select
            label={nameOf(field)}
            data={choices.map((one) => ({
              value: String(one),
              label:
                one === true
                  ? t`Yes`
                  : one === false
                    ? t`No`
                    : (valueName(kind, field, String(one), language) ?? String(one)),
            }))}
            value={value === null ? null : String(value)}
            comboboxProps={{ withinPortal: false }}
            onChange={(next) => setValue(choices.find((one) => String(one) === next) ?? null)}
          />
        ) : (
          <TextInput
            label={nameOf(field)}
            value={typeof value === 'string' ? value : ''}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
        )}
        <Button onClick={() => void apply().catch(tellError)}>{value === null ? t`Empty it` : t`Set it`}</Button>
      </Popover.Dropdown>
    </Popover>
  );
}
