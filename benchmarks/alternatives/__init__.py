"""What a project would write without this library: the other side of each comparison."""
