using System.Text.Json;
using System.Text.Json.Serialization;

namespace Orrery.Core;

/// <summary>Writes a typed key as the plain JSON string of its value, also as a property name.</summary>
/// <typeparam name="TKey">The key type.</typeparam>
public sealed class KeyJsonConverter<TKey> : JsonConverter<TKey>
    where TKey : struct, IKey<TKey>
{
    /// <inheritdoc/>
    public override TKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TKey.From(reader.GetString() ?? throw new JsonException("A key cannot be null."));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TKey value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);

    /// <inheritdoc/>
    public override TKey ReadAsPropertyName(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        TKey.From(reader.GetString()!);

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, TKey value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Value);
}
