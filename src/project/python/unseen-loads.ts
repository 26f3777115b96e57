/** Files of Python that a framework loads by their path, to take names from that no file of the project imports. */

const BY_PATH = [
  // pytest: fixtures and hooks.
  /(?:^|\/)conftest\.pyi?$/,
  // Django: settings, handlers, models, commands, the libraries of templates; servers: the application.
  /(?:^|\/)(?:settings|urls|models|apps|wsgi|asgi)\.pyi?$/,
  /(?:^|\/)(?:settings\/\w+|models\/__init__|management\/commands\/\w+|templatetags\/\w+)\.pyi?$/,
];

/** Whether a framework may load the file by its path. */
export function isLoadedByPath(path: string): boolean {
  return BY_PATH.some((shape) => shape.test(path));
}
