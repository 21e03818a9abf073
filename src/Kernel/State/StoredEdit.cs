namespace Orrery.Kernel.State;

/// <summary>A change of a stored row that is held in memory.</summary>
/// <param name="Record">The record; null where it was removed.</param>
/// <param name="Sequence">The commit that made the change.</param>
internal sealed record StoredEdit<TRecord>(TRecord? Record, long Sequence)
    where TRecord : class;
