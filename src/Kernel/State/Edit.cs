namespace Orrery.Kernel.State;

/// <summary>What becomes of one record: what its rows have of it, and what they are to have; null for none.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Before">The record so far.</param>
/// <param name="After">The record from now on.</param>
internal readonly record struct Edit<TRecord>(string Key, TRecord? Before, TRecord? After)
    where TRecord : class;
