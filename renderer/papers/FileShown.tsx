import { useLingui } from '@lingui/react/macro';
import { Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { shownAs } from '../../domain/papers/mediaTypes.ts';
import { useClient } from '../application/ApplicationContext.ts';
import { sentenceFor } from '../application/errors.tsx';
import { bytesOf } from './figures/bytesOf.ts';
import classes from './papers.module.css';

interface FileShownProps {
  readonly record: string;
  readonly attachment: string;
}

type Content =
  | { readonly as: 'picture'; readonly address: string; readonly name: string }
  | { readonly as: 'text'; readonly words: string }
  | { readonly as: 'nothing' };

/** So much of a text is shown. */
const LONGEST = 200_000;

/** A picture or a text from the vault, held in memory alone and only as long as it is shown. */
export function FileShown({ record, attachment }: FileShownProps) {
  const { t } = useLingui();
  const client = useClient();
  const [content, setContent] = useState<Content>();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    let over = false;
    let address: string | undefined;
    const read = async () => {
      const file = await client.papers.attachment({ record, attachment });
      const bytes = await bytesOf(file.content);
      if (over) return;
      switch (shownAs(file.mediaType)) {
        case 'picture':
          address = URL.createObjectURL(new Blob([bytes], { type: file.mediaType }));
          return setContent({ as: 'picture', address, name: file.name });
        case 'text':
          return setContent({ as: 'text', words: new TextDecoder().decode(bytes.subarray(0, LONGEST)) });
        default:
          return setContent({ as: 'nothing' });
      }
    };
    read().catch((reason: unknown) => !over && setError(reason));
    return () => {
      over = true;
      if (address !== undefined) URL.revokeObjectURL(address);
    };
  }, [client, record, attachment]);
  if (error !== undefined) {
    return (
      <p role="alert" className={classes.shown}>
        {sentenceFor(error)}
      </p>
    );
  }
  if (content === undefined) return <Skeleton height={160} className={classes.shown ?? ''} />;
  if (content.as === 'text') {
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled with the keyboard.
      <pre className={classes.shown} tabIndex={0} dir="auto">
        {content.words}
      </pre>
    );
  }
  if (content.as === 'picture') {
    return (
      <div className={classes.shown}>
        <img
          src={content.address}
          alt={content.name}
          className={classes.picture}
          onError={() => setContent({ as: 'nothing' })}
        />
      </div>
    );
  }
  return <p className={classes.shown}>{t`This file cannot be shown here. It is kept as it is.`}</p>;
}
