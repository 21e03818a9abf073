using System.Text.Json.Serialization;

namespace Orrery.Kernel.Storage;

/// <summary>JSON that is carried as it is, byte for byte.</summary>
/// <param name="Utf8">The JSON text as UTF-8.</param>
[JsonConverter(typeof(RawJsonConverter))]
internal sealed record RawJson(byte[] Utf8);
