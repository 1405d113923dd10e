import { DeskApp } from './DeskApp.tsx';
import { deskTexts } from './loadTexts.ts';
import { startWindow } from './startWindow.tsx';

void startWindow(DeskApp, deskTexts);
