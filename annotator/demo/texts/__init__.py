"""The sentences the practice study is written from."""
