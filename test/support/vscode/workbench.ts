import type { Page, Route } from "playwright-core";

/** Adds to the configuration that the server puts into the page of every window. */
export async function configureWorkbench(page: Page, configuration: object): Promise<void> {
  await page.route(
    (url) => url.pathname === "/",
    (route) => serve(route, configuration),
  );
}

async function serve(route: Route, configuration: object): Promise<void> {
  const response = await route.fetch();
  const body = (await response.text()).replace(
    /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)/,
    (_all, head: string, settings: string) =>
      head + escaped(JSON.stringify({ ...JSON.parse(unescaped(settings)), ...configuration })),
  );
  await route.fulfill({ response, body });
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
const unescaped = (text: string) => text.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
