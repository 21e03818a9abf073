namespace Orrery.Kernel.State;

/// <summary>The immutable rows of one table in one scope, keys as text.</summary>
internal abstract class Rows<TRecord>
    where TRecord : class
{
    public abstract long Count { get; }

    /// <summary>What a snapshot keeps of these rows.</summary>
    public abstract object? Slot { get; }

    public abstract TRecord? Find(string key);

    public abstract IEnumerable<TRecord> From(string key);

    public abstract IEnumerable<TRecord> By(int index, string value, string from);

    public abstract int CountBetween(int index, string from, string before);

    public abstract Rows<TRecord> Put(string key, TRecord record);

    public abstract Rows<TRecord> Remove(string key);

    /// <summary>The rows with many changes, in strictly ascending key order.</summary>
    public abstract Rows<TRecord> With(List<Edit<TRecord>> edits);
}
