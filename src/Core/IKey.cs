namespace Orrery.Core;

/// <summary>
/// A typed key of a table: a value type around one string, ordered by ordinal comparison of that string.
/// </summary>
/// <typeparam name="TSelf">The key type itself.</typeparam>
public interface IKey<TSelf> : IEquatable<TSelf>, IComparable<TSelf>
    where TSelf : struct, IKey<TSelf>
{
    /// <summary>The key as text, as it is stored and as AWS writes it.</summary>
    string Value { get; }

    /// <summary>Wraps a text without checking it.</summary>
    static abstract TSelf From(string value);
}
