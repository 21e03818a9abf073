using System.Text.Json;
using System.Text.Json.Serialization;

namespace Orrery.Core;

/// <summary>Writes an address as the JSON string of its canonical text, also as a property name.</summary>
public sealed class IpAddressJsonConverter : JsonConverter<IpAddress>
{
    /// <inheritdoc/>
    public override IpAddress Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        IpAddress.TryParse(reader.GetString(), out var address)
            ? address
            : throw new JsonException("An IP address is expected.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IpAddress value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());

    /// <inheritdoc/>
    public override IpAddress ReadAsPropertyName(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        Read(ref reader, type, options);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, IpAddress value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.ToString());
}
