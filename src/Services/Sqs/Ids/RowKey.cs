using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Sqs.Ids;

/// <summary>A key of one of SQS's tables: names of queues, and places of rows.</summary>
/// <param name="Value">The text.</param>
[JsonConverter(typeof(KeyJsonConverter<RowKey>))]
internal readonly record struct RowKey(string Value) : IKey<RowKey>
{
    /// <inheritdoc/>
    public static RowKey From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(RowKey other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
