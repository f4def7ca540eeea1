"""`python build.py …` is `galeri build …`."""

import sys

from galeri.commands.main import main

if __name__ == "__main__":
    main(["build", *sys.argv[1:]])
