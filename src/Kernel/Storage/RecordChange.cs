using Orrery.Kernel.State;

namespace Orrery.Kernel.Storage;

/// <summary>A change of a record, typed.</summary>
/// <typeparam name="TRecord">The record.</typeparam>
/// <param name="Scope">The scope.</param>
/// <param name="Key">The record's key.</param>
/// <param name="Before">The record before; null if it is new.</param>
/// <param name="After">The record after; null if it was removed.</param>
public sealed record RecordChange<TRecord>(Scope Scope, string Key, TRecord? Before, TRecord? After)
    where TRecord : class;
