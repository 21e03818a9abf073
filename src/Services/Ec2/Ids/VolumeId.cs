using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of a volume: <c>vol-</c> and 8 or 17 hexadecimal digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<VolumeId>))]
public readonly record struct VolumeId(string Value) : IResourceId<VolumeId>
{
    /// <inheritdoc/>
    public static string Prefix => "vol";

    /// <inheritdoc/>
    public static VolumeId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(VolumeId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
