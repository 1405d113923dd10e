import './styles.ts';
import './reviewStyles.ts';
import { reviewTexts } from './loadTexts.ts';
import { ReviewApp } from './ReviewApp.tsx';
import { startWindow } from './startWindow.tsx';

void startWindow(ReviewApp, reviewTexts);
