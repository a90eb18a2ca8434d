"""The table of word vectors in 4 bits: blocks of neighbouring channels share a power of two.

The table is half of a small model's size, and only looked up, never multiplied. A value is (code - 8) * 2^exponent with a code of 0 to 15, so
8-bit floats (e4m3, which safetensors and PyTorch know) hold it exactly as well. Students are initialised with such a table and trained on it.
"""
import numpy as np

BLOCK = 16
ZERO = 8  # the code of 0.0
LEAST = -9  # smallest exponent: 2^-9 is the smallest step of an 8-bit float


def quantise(words):
    """(codes uint8 (words, hidden), exponents int8 (words, hidden / BLOCK)): of all exponents the one with the least squared error."""
    blocks = words.astype(np.float32).reshape(len(words), -1, BLOCK)
    most = np.abs(blocks).max(axis=2)
    top = np.ceil(np.log2(np.maximum(most, 2.0**LEAST) / 7)).astype(int)
    exponents = np.maximum(top, LEAST)
    least = np.full(most.shape, np.inf)
    for lower in range(3):
        tried = np.maximum(top - lower, LEAST)
        error = np.square(_decode(_encode(blocks, tried), tried) - blocks).sum(axis=2)
        better = error < least
        exponents, least = np.where(better, tried, exponents), np.where(better, error, least)
    return _encode(blocks, exponents).reshape(words.shape), exponents.astype(np.int8)


def restore(codes, exponents):
    """The fp32 table (words, hidden)."""
    return _decode(codes.reshape(len(codes), -1, BLOCK), exponents).reshape(codes.shape)


def _encode(blocks, exponents):
    return (np.clip(np.rint(blocks / np.exp2(exponents)[..., None]), -ZERO, 15 - ZERO) + ZERO).astype(np.uint8)


def _decode(codes, exponents):
    return (codes.astype(np.float32) - ZERO) * np.exp2(exponents.astype(np.float32))[..., None]
