import { useLingui } from '@lingui/react/macro';
import { Menu } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import type { Label } from '../../../../domain/handling/handling.ts';
import { HandlingBadge } from '../../handling/HandlingBadge.tsx';
import { stricterThan } from './marks.ts';

interface StricterItemsProps {
  /** The paper's own label. */
  readonly own: Label;
  readonly disabled?: boolean;
  onChoose(label: Label): void;
}

/** The marks with which something can be set apart from a paper, least strict first. */
export function StricterItems({ own, disabled = false, onChoose }: StricterItemsProps) {
  const { t } = useLingui();
  return (
    <>
      <Menu.Label>{t`Set apart as a stricter portion…`}</Menu.Label>
      {stricterThan(own)
        .toReversed()
        .map((label) => (
          <Menu.Item
            key={label}
            leftSection={<IconShieldLock size={16} stroke={1.6} aria-hidden />}
            disabled={disabled}
            onClick={() => onChoose(label)}
          >
            <HandlingBadge label={label} />{' '}
            {label === 'TLP:RED' ? t`for the persons named, first you alone` : t`for your organisation alone`}
          </Menu.Item>
        ))}
    </>
  );
}
