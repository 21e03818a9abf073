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

    public abstract IEnumerable<TRecord> By(int index, string value);

    public abstract int CountBy(int index, string value);

    public abstract Rows<TRecord> Put(string key, TRecord record);

    public abstract Rows<TRecord> Remove(string key);
}
