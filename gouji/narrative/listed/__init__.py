"""Lists: wholes and the parts that are told of them."""
