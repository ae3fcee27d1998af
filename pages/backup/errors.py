class BackupError(Exception):
    """Why there is no backup, or why one can't be put back, in words for whoever typed the command."""
