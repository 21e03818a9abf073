using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of an image: <c>ami-</c> and 8 or 17 hexadecimal digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<ImageId>))]
public readonly record struct ImageId(string Value) : IResourceId<ImageId>
{
    /// <inheritdoc/>
    public static string Prefix => "ami";

    /// <inheritdoc/>
    public static ImageId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(ImageId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
