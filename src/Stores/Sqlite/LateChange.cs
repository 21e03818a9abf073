using Orrery.Kernel.State;

namespace Orrery.Stores.Sqlite;

/// <summary>A change that lies in the log of a file.</summary>
/// <param name="Space">The number of its space.</param>
/// <param name="Key">The key of its row.</param>
/// <param name="Sequence">Its commit.</param>
internal readonly record struct LateChange(long Space, string Key, long Sequence) : IComparable<LateChange>
{
    /// <summary>What the row became, in UTF-8; null where it was taken away.</summary>
    public ReadOnlyMemory<byte>? Json { get; init; }

    /// <summary>Whether there was a row before; of what is settled: before all that is settled with it.</summary>
    public bool WasThere { get; init; }

    /// <summary>Whether the row came and went: the tables never see it.</summary>
    public bool HasVanished => Json is null && !WasThere;

    /// <summary>By row.</summary>
    public int CompareTo(LateChange other)
    {
        var space = Space.CompareTo(other.Space);
        return space != 0 ? space : KeyOrder.Compare(Key, other.Key);
    }
}
