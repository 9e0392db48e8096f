import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import classes from './card.module.css';
import { squareOf } from './square.ts';

/** The digits of a card as a square (QR code) that telephones and hand scanners read: dark on white in every theme. */
export function CardSquare({ digits }: { readonly digits: string }) {
  const { t } = useLingui();
  const { size, path } = useMemo(() => squareOf(digits), [digits]);
  return (
    <svg
      className={classes.square}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={t`The digits as a QR code`}
    >
      <rect width={size} height={size} className={classes.squareGround} />
      <path d={path} className={classes.squareInk} />
    </svg>
  );
}
