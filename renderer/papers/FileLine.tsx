import { useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { shownAs } from '../../domain/papers/mediaTypes.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { count, text } from '../../domain/records/text.ts';
import { useClient, useHost } from '../application/ApplicationContext.ts';
import { tell, tellError } from '../application/errors.tsx';
import { saveFile } from '../host/saveFile.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { formatBytes } from '../parts/backups/formatBytes.ts';
import { FileShown } from './FileShown.tsx';
import classes from './papers.module.css';

interface FileLineProps {
  readonly record: string;
  readonly entry: JsonObject;
  /** What else can be done with it. */
  readonly children?: ReactNode;
}

/** A file of a record: looked at in its place, saved as a copy. */
export function FileLine({ record, entry, children }: FileLineProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const client = useClient();
  const host = useHost();
  const [open, setOpen] = useState(false);
  const [saving, setSaving] = useState(false);
  const name = text(entry.name);
  const canShow = shownAs(text(entry.mediaType)) !== undefined;
  const save = async () => {
    setSaving(true);
    const order = { record, attachment: text(entry.id) };
    try {
      if (await saveFile(host, name, (file) => client.papers.saveAttachment({ ...order, file })))
        tell(t`Saved: ${name}`);
    } catch (error) {
      tellError(error);
    } finally {
      setSaving(false);
    }
  };
  return (
    <li className={classes.file}>
      <IconPaperclip size={16} stroke={1.6} aria-hidden />
      <span>
        <span className={classes.fileName}>{name}</span>{' '}
        <span className={classes.quiet}>{formatBytes(count(entry.size), language)}</span>
      </span>
      <Group gap="xs">
        {canShow && (
          <Button
            variant="default"
            size="compact-sm"
            aria-expanded={open}
            aria-label={open ? t`Close: ${name}` : t`Show: ${name}`}
            onClick={() => setOpen(!open)}
          >
            {open ? t`Close` : t`Show`}
          </Button>
        )}
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t`Save a copy: ${name}`}
          disabled={saving}
          onClick={() => void save()}
        >
          {t`Save a copy`}
        </Button>
        {children}
      </Group>
      {open && <FileShown record={record} attachment={text(entry.id)} />}
    </li>
  );
}
