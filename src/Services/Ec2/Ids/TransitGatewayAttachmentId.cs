using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of an attachment to a transit gateway: <c>tgw-attach-</c> and 8 or 17 hexadecimal digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<TransitGatewayAttachmentId>))]
public readonly record struct TransitGatewayAttachmentId(string Value) : IResourceId<TransitGatewayAttachmentId>
{
    /// <inheritdoc/>
    public static string Prefix => "tgw-attach";

    /// <inheritdoc/>
    public static TransitGatewayAttachmentId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(TransitGatewayAttachmentId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
