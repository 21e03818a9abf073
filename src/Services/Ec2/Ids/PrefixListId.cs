using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of a prefix list: <c>pl-</c> and 8 or 17 hexadecimal digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<PrefixListId>))]
public readonly record struct PrefixListId(string Value) : IResourceId<PrefixListId>
{
    /// <inheritdoc/>
    public static string Prefix => "pl";

    /// <inheritdoc/>
    public static PrefixListId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(PrefixListId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
