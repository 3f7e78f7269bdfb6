// Reads the published files: the schemas, the built-in framework, the code lists and the vectors.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

/** The folder of the published files: that of this checkout, unless SCHEMAS names another. */
const folder = process.env.SCHEMAS ?? join(here, "..", "..", "schemas");

export const readBytes = (path) => readFileSync(join(folder, path));

export const readJson = (path) => JSON.parse(readBytes(path).toString("utf8"));

export const FRAMEWORK = readJson("framework.json");

export const CODES = readJson("codes.json");
