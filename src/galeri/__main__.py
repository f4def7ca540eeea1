"""`python -m galeri` is the same program as the `galeri` command."""

from galeri.commands.main import main

if __name__ == "__main__":
    main()
