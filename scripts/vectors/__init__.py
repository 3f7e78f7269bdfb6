"""The conformance vectors, in the making: cases written by hand, and cases made from seeds."""
