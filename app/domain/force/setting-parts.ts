import { ForceSettingPart } from '#app/platform/db/generated/enums.ts';

/** The parts of the pack's settings that are changed on screen. Each is the name of what it stands for there. */
export const settingParts = Object.values(ForceSettingPart);
export type SettingPart = ForceSettingPart;

export const isSettingPart = (name: string): name is SettingPart =>
  settingParts.some((part) => part === name);

/** How long somebody in danger may wait, and who is told meanwhile: one administrator asks, another decides. */
export const needsSecond = (part: SettingPart): boolean => part === 'clocks' || part === 'escalation';
