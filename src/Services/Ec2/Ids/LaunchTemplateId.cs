using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of a launch template: <c>lt-</c> and 17 hexadecimal digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<LaunchTemplateId>))]
public readonly record struct LaunchTemplateId(string Value) : IResourceId<LaunchTemplateId>
{
    /// <inheritdoc/>
    public static string Prefix => "lt";

    /// <inheritdoc/>
    public static LaunchTemplateId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(LaunchTemplateId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
