// Runs every vector, prints a line a file, names what fails, and exits with 1 if anything does.

import { answerOf, expectedOf } from "./cases.mjs";
import { differences } from "./differences.mjs";
import { repeatedIds, vectorFiles } from "./vectors.mjs";

const FEWEST_CASES = 300;
const SHOWN = 6;

/** What is wrong with one case: nothing, differences, or an error that was thrown. */
const failuresOf = (kind, vector) => {
  try {
    return differences(expectedOf(vector), answerOf(kind, vector));
  } catch (error) {
    return [`threw ${error.stack}`];
  }
};

const printFailures = ({ id, says, failures }) => {
  console.log(`  ${id}: ${says}`);
  for (const failure of failures.slice(0, SHOWN)) console.log(`    ${failure}`);
  if (failures.length > SHOWN) console.log(`    and ${failures.length - SHOWN} more`);
};

/** Runs one file and prints it; returns how many of its cases passed and how many things failed. */
const runFile = ({ file, kind, cases, faults }) => {
  const tried = cases.map((vector) => ({ ...vector, failures: failuresOf(kind, vector) }));
  const failed = tried.filter(({ failures }) => failures.length);
  console.log(`${file}: ${cases.length - failed.length} passed, ${failed.length} failed`);
  for (const fault of faults) console.log(`  the file: ${fault}`);
  failed.forEach(printFailures);
  return { cases: cases.length, failed: failed.length + faults.length };
};

/** Runs the files one by one; with --stop only up to the first that fails. */
const runFiles = (files) => {
  const ran = [];
  for (const file of files) {
    ran.push(runFile(file));
    if (ran.at(-1).failed && process.argv.includes("--stop")) break;
  }
  return ran;
};

const total = (numbers) => numbers.reduce((a, b) => a + b, 0);

const files = vectorFiles();
const ran = runFiles(files);
const cases = total(ran.map((file) => file.cases));
const failed = total(ran.map((file) => file.failed));
const repeats = repeatedIds(files);
for (const id of repeats) console.log(`the id ${id} stands twice`);
if (cases < FEWEST_CASES)
  console.log(`there are only ${cases} cases, and at least ${FEWEST_CASES} are needed`);
console.log(`${ran.length} files, ${cases} cases, ${failed} failures`);
process.exitCode = failed || repeats.length || cases < FEWEST_CASES ? 1 : 0;
