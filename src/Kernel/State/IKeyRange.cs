namespace Orrery.Kernel.State;

/// <summary>A range of keys that stand side by side, and what becomes of those found.</summary>
internal interface IKeyRange<in TKey>
{
    /// <summary>Negative, zero or positive, as the key stands before, in or after the range.</summary>
    int Place(TKey key);

    /// <summary>Takes a key of the range; whether it wants the next.</summary>
    bool Take(TKey key);
}
