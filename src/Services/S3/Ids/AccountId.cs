using System.Text.Json.Serialization;

namespace Orrery.Services.S3.Ids;

/// <summary>The id of an account.</summary>
/// <param name="Value">The key as text.</param>
[JsonConverter(typeof(KeyJsonConverter<AccountId>))]
public readonly record struct AccountId(string Value) : IKey<AccountId>
{
    /// <inheritdoc/>
    public static AccountId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(AccountId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
