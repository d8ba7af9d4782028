/** The themes that every surface is looked at in, by the name that pictures of them bear. */
export const themes = {
  dark: "Default Dark Modern",
  light: "Default Light Modern",
  contrast: "Default High Contrast",
  "contrast-light": "Default High Contrast Light",
} as const;

export type ThemeName = keyof typeof themes;

export const themeNames = Object.keys(themes) as readonly ThemeName[];

export function inTheme(name: ThemeName): Readonly<Record<string, unknown>> {
  return { "workbench.colorTheme": themes[name] };
}
