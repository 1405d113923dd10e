import type { ReactNode } from 'react';
import { useTexts } from '../../app/texts.ts';
import { Picture } from './Picture.tsx';
import styles from './QuietScreen.module.css';

interface Props {
  /** What stands under the product's name. */
  subtitle?: string;
  /** At the right of the heading, such as the choice of a language. */
  corner?: ReactNode;
  children: ReactNode;
  /** `tall` for a screen with little on it, `short` for one that needs the room. */
  picture?: 'tall' | 'short';
  /** For screens with more to read than a form. */
  wide?: boolean;
}

/** A screen before or instead of the work: a picture, the product's name, one thing to do. */
export function QuietScreen({ subtitle, corner, children, picture = 'tall', wide = false }: Props) {
  const t = useTexts();
  return (
    <div className={styles.screen} data-picture={picture} data-wide={wide}>
      <header className={styles.head}>
        <span className={styles.picture}>
          <Picture />
        </span>
        <div>
          <p className={styles.product}>{t('common:productName')}</p>
          {subtitle && <small className={styles.subtitle}>{subtitle}</small>}
        </div>
        {corner && <div className={styles.corner}>{corner}</div>}
      </header>
      <main className={styles.main}>{children}</main>
    </div>
  );
}
