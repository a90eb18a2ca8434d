package org.deskbert.faq;

/** How many entries a merge added, changed and found as they were. */
public record MergeResult(int added, int changed, int unchanged) {}
