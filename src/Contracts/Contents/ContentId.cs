using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Contracts.Contents;

/// <summary>
/// The name of kept bytes, for example <c>3-17</c>: how often the store had been opened when they came, and their
/// number since. A name is given once and its bytes never change.
/// </summary>
/// <param name="Value">The name as text.</param>
[JsonConverter(typeof(KeyJsonConverter<ContentId>))]
public readonly record struct ContentId(string Value) : IKey<ContentId>
{
    /// <inheritdoc/>
    public static ContentId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(ContentId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
