import './styles.ts';
import './reviewStyles.ts';
import { ReviewApp } from './ReviewApp.tsx';
import { startWindow } from './startWindow.tsx';

void startWindow(ReviewApp);
