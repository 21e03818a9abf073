using System.Diagnostics.CodeAnalysis;

namespace Orrery.Engines.Policies.Requests;

/// <summary>The name of a condition key; case does not count. Compared by hash first, so that a look-up is
/// short.</summary>
public sealed class ContextKey : IEquatable<ContextKey>
{
    private readonly int _hash;

    private ContextKey(string name)
    {
        Name = name;
        _hash = string.GetHashCode(name, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The name, as it was written.</summary>
    public string Name { get; }

    /// <summary>A key.</summary>
    public static ContextKey Of(string name) => new(name);

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] ContextKey? other) => ReferenceEquals(this, other)
        || (other is not null && _hash == other._hash
            && Name.Equals(other.Name, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ContextKey);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
