using Orrery.Kernel.Storage;

namespace Orrery.Kernel.State;

/// <summary>A table, whatever its key and record types are. Made by <see cref="Table{TKey, TRecord}"/>.</summary>
public abstract class AnyTable
{
    private static int Tables;

    private protected AnyTable(string name, bool isStored)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        IsStored = isStored;
        Ordinal = Interlocked.Increment(ref Tables) - 1;
    }

    /// <summary>The table's persisted name, for example <c>ec2.vpcs</c>. Never change it.</summary>
    public string Name { get; }

    /// <summary>Whether the rows live in the store only (can be millions), and not in memory.</summary>
    public bool IsStored { get; }

    /// <summary>
    /// The JSON members of its records whose values leave the world only sealed, and that a comparison hides.
    /// </summary>
    public IReadOnlyList<string> Secrets { get; private set; } = [];

    /// <summary>
    /// Where a snapshot keeps this table's slot; differs from process to process and is never persisted.
    /// </summary>
    internal int Ordinal { get; }

    /// <summary>Whether a world uses the table, so that no index can be declared any more.</summary>
    internal bool IsFrozen { get; private set; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal void Freeze() => IsFrozen = true;

    private protected void Hide(IReadOnlyList<string> members)
    {
        if (IsFrozen) throw new InvalidOperationException($"A world uses table {Name} already.");
        Secrets = members;
    }

    /// <summary>One of its records as UTF-8 JSON, never to be written to.</summary>
    internal abstract byte[] WriteRecord(object record);

    /// <summary>Reads the rows of a resident table in one scope, as of an instant, into a slot.</summary>
    internal abstract object? Load(StoreView store, Scope scope);

    /// <summary>The slot of a stored table without the edits that are in the store as of a commit.</summary>
    internal abstract object? Beyond(object? slot, long stored);

    /// <summary>The slot after a change that another node committed.</summary>
    internal abstract object? Apply(object? slot, string key, byte[]? json);
}
