using System.Text.Json;
using System.Text.Json.Serialization;

namespace Orrery.Core;

/// <summary>Writes a CIDR block as the JSON string of its canonical text, also as a property name.</summary>
public sealed class CidrJsonConverter : JsonConverter<Cidr>
{
    /// <inheritdoc/>
    public override Cidr Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Cidr.TryParse(reader.GetString(), out var cidr) ? cidr : throw new JsonException("A CIDR block is expected.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Cidr value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());

    /// <inheritdoc/>
    public override Cidr ReadAsPropertyName(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        Read(ref reader, type, options);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, Cidr value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.ToString());
}
