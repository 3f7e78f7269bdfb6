// Reads the vectors that the index names, and says what is wrong with the files themselves.

import { createHash } from "node:crypto";
import { readBytes, readJson } from "./published.mjs";

const FOLDER = "conformance/";

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

const faultsOf = (entry, bytes, { kind, cases }) => {
  const faults = [];
  if (sha256(bytes) !== entry.sha256) faults.push("its bytes are not those of the index");
  if (kind !== entry.kind) faults.push(`it is of kind ${kind}, the index says ${entry.kind}`);
  if (cases.length !== entry.cases)
    faults.push(`it has ${cases.length} cases, the index says ${entry.cases}`);
  return faults;
};

const vectorFile = (entry) => {
  const bytes = readBytes(FOLDER + entry.file);
  const content = JSON.parse(bytes.toString("utf8"));
  return {
    file: entry.file,
    kind: entry.kind,
    cases: content.cases,
    faults: faultsOf(entry, bytes, content),
  };
};

export const vectorFiles = () => readJson(`${FOLDER}index.json`).files.map(vectorFile);

export const repeatedIds = (files) => {
  const ids = files.flatMap(({ cases }) => cases.map(({ id }) => id));
  return ids.filter((id, i) => ids.indexOf(id) !== i);
};
