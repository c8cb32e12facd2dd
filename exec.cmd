@rem Scripts of npm run in cmd on Windows, which has no exec.
@%*
