"""What is derived from the model's annotations: strict structuring and JSON Schemas."""
