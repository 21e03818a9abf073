using System.Text.Json.Serialization;

namespace Orrery.Services.Iam.Records;

/// <summary>The key of a record of identity: a name in lower case, an ARN, or an id.</summary>
/// <param name="Value">The key as it is stored.</param>
[JsonConverter(typeof(KeyJsonConverter<IamKey>))]
public readonly record struct IamKey(string Value) : IKey<IamKey>
{
    /// <inheritdoc/>
    public static IamKey From(string value) => new(value);

    /// <summary>The key of a name: names are not told apart by case (IAM User Guide, "IAM and STS quotas").</summary>
    public static IamKey OfName(string name) => new(name.ToLowerInvariant());

    /// <inheritdoc/>
    public int CompareTo(IamKey other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
