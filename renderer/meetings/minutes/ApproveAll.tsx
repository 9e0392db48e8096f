import { Plural, useLingui } from '@lingui/react/macro';
import { Button, Popover, Stack } from '@mantine/core';
import { IconPrinter, IconRubberStamp } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useAction } from '../../application/actions.ts';
import { minutesPrintAddress } from '../../application/addresses.ts';
import { Approve } from './Approve.tsx';
import type { Minuted } from './minuted.ts';
import classes from './minutes.module.css';

interface ApproveAllProps {
  readonly meeting: string;
  readonly minuted: Minuted;
  readonly at: string | undefined;
}

/** What is done with the minutes of all items at once: printed, approved. */
export function ApproveAll({ meeting, minuted, at }: ApproveAllProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [opened, setOpened] = useState(false);
  const begun = minuted.items.flatMap(({ minutes }) => minutes ?? []);
  const open = begun.filter(({ status, conflicted, words }) => status !== 'approved' && !conflicted && words > 0);
  const approved = begun.filter(({ status }) => status === 'approved').length;
  const all = minuted.items.length;
  const print = {
    id: 'minutes.print',
    title: t`Print the minutes`,
    group: t`Minutes`,
    icon: IconPrinter,
    disabled: begun.length === 0,
    run: () => navigate(minutesPrintAddress(meeting)),
  };
  const approve = {
    id: 'minutes.approveAll',
    title: t`Approve all…`,
    words: t`Approve the minutes of all items`,
    group: t`Minutes`,
    icon: IconRubberStamp,
    disabled: open.length === 0 || !minuted.mayApprove,
    run: () => setOpened(true),
  };
  useAction(print);
  useAction(approve);
  const close = () => setOpened(false);
  return (
    <Stack gap={6} className={classes.all ?? ''}>
      <p className={classes.quiet}>
        <Plural value={approved} one={`# of ${all} items approved`} other={`# of ${all} items approved`} />
      </p>
      <Button
        variant="default"
        size="xs"
        disabled={print.disabled}
        leftSection={<IconPrinter size={15} stroke={1.6} aria-hidden />}
        onClick={print.run}
      >
        {print.title}
      </Button>
      <Popover opened={opened} onClose={close} onDismiss={close} width={460} position="right-end" trapFocus>
        <Popover.Target>
          <Button
            variant="default"
            size="xs"
            disabled={approve.disabled}
            leftSection={<IconRubberStamp size={15} stroke={1.6} aria-hidden />}
            onClick={approve.run}
          >
            {approve.title}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t`Approve all`}>
          {opened && <Approve ids={open.map(({ minutes }) => minutes)} minuted={minuted} at={at} close={close} />}
        </Popover.Dropdown>
      </Popover>
    </Stack>
  );
}
