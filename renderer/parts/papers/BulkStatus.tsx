import { useLingui } from '@lingui/react/macro';
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { PaperStatus } from '../../../domain/papers/kinds.ts';
import { valueName } from '../../../domain/records/valueNames.ts';
import { capitalised } from '../../language/capitalised.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { useStatusChange } from './useStatusChange.tsx';

/** The status of all chosen papers at once: all of them or none. */
export function BulkStatus({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { change, dialog } = useStatusChange();
  return (
    <>
      <Menu position="top-start">
        <Menu.Target>
          <Button
            size="xs"
            variant="default"
            rightSection={<IconChevronDown size={14} stroke={1.6} aria-hidden />}
          >{t`Set the status`}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {PaperStatus.options.map((status) => (
            <Menu.Item key={status} onClick={() => change(ids, status)}>
              {capitalised(valueName('paper', 'status', status, language) ?? status)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {dialog}
    </>
  );
}
