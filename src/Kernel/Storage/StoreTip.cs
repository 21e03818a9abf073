namespace Orrery.Kernel.Storage;

/// <summary>Where a store stands.</summary>
/// <param name="Sequence">The last durable commit; 0 before the first.</param>
/// <param name="Instant">Its virtual instant.</param>
public readonly record struct StoreTip(long Sequence, DateTimeOffset Instant);
