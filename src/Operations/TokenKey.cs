using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Operations;

/// <summary>A client token within one operation: <c>service:Operation:token</c>.</summary>
/// <param name="Value">The text.</param>
[JsonConverter(typeof(KeyJsonConverter<TokenKey>))]
internal readonly record struct TokenKey(string Value) : IKey<TokenKey>
{
    /// <inheritdoc/>
    public static TokenKey From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(TokenKey other) => string.CompareOrdinal(Value, other.Value);
}
