using System.Text.Json.Serialization;

namespace Orrery.Kernel.Storage;

/// <summary>JSON within a record that is carried as it is, byte for byte.</summary>
/// <param name="Utf8">The JSON text as UTF-8.</param>
[JsonConverter(typeof(RawJsonConverter))]
public sealed record RawJson(byte[] Utf8);
