"""What is done behind the answer: tasks that wait, work that has its times, and the processes that do both."""
