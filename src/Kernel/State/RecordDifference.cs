namespace Orrery.Kernel.State;

/// <summary>A record that is not the same in two snapshots.</summary>
/// <typeparam name="TRecord">The record.</typeparam>
/// <param name="Before">As it was; null if it was not there.</param>
/// <param name="After">As it is; null if it is gone.</param>
public readonly record struct RecordDifference<TRecord>(TRecord? Before, TRecord? After)
    where TRecord : class;
