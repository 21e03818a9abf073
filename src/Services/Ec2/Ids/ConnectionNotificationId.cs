using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of a connection notification: <c>vpce-nfn-</c> and 8 or 17 hexadecimal digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<ConnectionNotificationId>))]
public readonly record struct ConnectionNotificationId(string Value) : IResourceId<ConnectionNotificationId>
{
    /// <inheritdoc/>
    public static string Prefix => "vpce-nfn";

    /// <inheritdoc/>
    public static ConnectionNotificationId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(ConnectionNotificationId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
