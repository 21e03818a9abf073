using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>
/// The id of the association of an instance profile with an instance: <c>iip-assoc-</c> and 8 or 17 hexadecimal digits.
/// </summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<ProfileAssociationId>))]
public readonly record struct ProfileAssociationId(string Value) : IResourceId<ProfileAssociationId>
{
    /// <inheritdoc/>
    public static string Prefix => "iip-assoc";

    /// <inheritdoc/>
    public static ProfileAssociationId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(ProfileAssociationId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
