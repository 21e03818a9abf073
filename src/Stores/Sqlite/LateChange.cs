using Orrery.Kernel.State;

namespace Orrery.Stores.Sqlite;

/// <summary>A change that lies in the tail of a file and comes into its tables.</summary>
/// <param name="Space">The number of its space.</param>
/// <param name="Key">The key of its row.</param>
/// <param name="Sequence">Its commit.</param>
/// <param name="Ordinal">Its place in that.</param>
internal readonly record struct LateChange(long Space, string Key, long Sequence, int Ordinal)
    : IComparable<LateChange>
{
    /// <summary>What the row became, in UTF-8; null where it was taken away.</summary>
    public ReadOnlyMemory<byte>? Json { get; init; }

    /// <summary>Whether there was a row before.</summary>
    public bool WasThere { get; init; }

    /// <summary>Whether it is of the same row.</summary>
    public bool IsOf(LateChange other) => Space == other.Space && Key == other.Key;

    /// <summary>By row, and then as they came.</summary>
    public int CompareTo(LateChange other)
    {
        var space = Space.CompareTo(other.Space);
        var key = space != 0 ? space : KeyOrder.Compare(Key, other.Key);
        return key != 0 ? key : Sequence.CompareTo(other.Sequence);
    }
}
