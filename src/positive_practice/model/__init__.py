"""Every document as frozen values whose annotations carry every constraint. No I/O, no logic."""
