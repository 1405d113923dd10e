import { DeskApp } from './DeskApp.tsx';
import { startWindow } from './startWindow.tsx';

void startWindow(DeskApp);
