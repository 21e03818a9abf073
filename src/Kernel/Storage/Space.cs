using Orrery.Kernel.State;

namespace Orrery.Kernel.Storage;

/// <summary>One table in one scope: rows are kept, in key order, per space.</summary>
/// <param name="Table">The table's persisted name.</param>
/// <param name="Scope">The scope.</param>
public readonly record struct Space(string Table, Scope Scope) : IComparable<Space>
{
    /// <inheritdoc cref="Scope.GetHashCode"/>
    public override int GetHashCode() => (Scope.GetHashCode() * 31) ^ Scope.Part(Table);

    /// <summary>By scope, then table.</summary>
    public int CompareTo(Space other)
    {
        var scope = Scope.CompareTo(other.Scope);
        return scope != 0 ? scope : string.CompareOrdinal(Table, other.Table);
    }
}
