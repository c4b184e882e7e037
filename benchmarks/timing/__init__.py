"""What `make bench` is made of."""
