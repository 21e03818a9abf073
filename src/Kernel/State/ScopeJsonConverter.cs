using System.Text.Json;
using System.Text.Json.Serialization;

namespace Orrery.Kernel.State;

/// <summary>Writes a scope as the JSON string <c>account/region</c>.</summary>
public sealed class ScopeJsonConverter : JsonConverter<Scope>
{
    /// <inheritdoc/>
    public override Scope Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Scope.Parse(reader.GetString() ?? throw new JsonException("A scope cannot be null."));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Scope value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
