OLDEST_CHILD = 17  # the last age before somebody is grown up in law
