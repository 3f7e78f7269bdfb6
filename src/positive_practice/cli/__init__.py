"""The command ``positive-practice``: thin, every command one public function and an exit code."""
