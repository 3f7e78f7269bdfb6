// Reads lines of {"name", "document"} and writes 1 or 0 a line: what ajv says of each document.
import { readdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import Ajv from "ajv/dist/2020.js";

const schemas = new URL("../../schemas/", import.meta.url);
const ajv = new Ajv({ strict: true, allowUnionTypes: true });
const validators = new Map();
for (const file of readdirSync(schemas).filter((name) => name.endsWith(".schema.json"))) {
  const schema = JSON.parse(readFileSync(new URL(file, schemas), "utf8"));
  validators.set(file.replace(".schema.json", ""), ajv.compile(schema));
}

const verdicts = [];
for await (const line of createInterface({ input: process.stdin })) {
  const { name, document } = JSON.parse(line);
  verdicts.push(validators.get(name)(document) ? "1" : "0");
}
process.stdout.write(verdicts.join("\n") + "\n");
