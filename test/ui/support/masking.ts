import type { Window } from "./window.ts";

export async function mask(window: Window): Promise<void> {
  await window.run("Auth Secret: Toggle Masking of Secrets");
  await window.page.locator(".statusbar-item", { hasText: "Secrets are covered" }).waitFor();
}

/** The setting is the person's own, and so every window's. */
export async function unmask(window: Window): Promise<void> {
  await window.run("Auth Secret: Toggle Masking of Secrets");
  await window.page.locator(".statusbar-item", { hasText: "Secrets are shown" }).waitFor();
}
