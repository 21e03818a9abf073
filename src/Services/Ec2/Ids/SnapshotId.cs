using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of a snapshot: <c>snap-</c> and 8 or 17 hexadecimal digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<SnapshotId>))]
public readonly record struct SnapshotId(string Value) : IResourceId<SnapshotId>
{
    /// <inheritdoc/>
    public static string Prefix => "snap";

    /// <inheritdoc/>
    public static SnapshotId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(SnapshotId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
