using System.Buffers;
using System.Text.Json;
using Orrery.Core;
using Orrery.Wire.Protocols.Errors;
using Orrery.Wire.Requests;

namespace Orrery.Wire.Protocols.Json;

/// <summary>Errors of the JSON protocols. Source: Smithy, "AWS JSON 1.1 protocol", operation error
/// serialization.</summary>
internal static class JsonErrorDocument
{
    /// <summary>Writes one.</summary>
    /// <param name="error">The error.</param>
    /// <param name="withType">Whether the type stands in the body; rest-json has it in a header.</param>
    public static ReadOnlySequence<byte> Write(ErrorView error, bool withType)
    {
        var sink = new JsonSink();
        sink.Json.WriteStartObject();
        if (withType) sink.Json.WriteString("__type", error.Shape);
        sink.Json.WriteString(error.MessageName, error.Message);
        sink.Json.WriteEndObject();
        return sink.ToBytes();
    }

    /// <summary>Reads one.</summary>
    public static ServiceException Read(WireResponse response)
    {
        var (code, message) = (response.Headers.Get("x-amzn-errortype"), string.Empty);
        try
        {
            using var document = JsonDocument.Parse(response.Body);
            foreach (var member in document.RootElement.EnumerateObject())
            {
                if (member.Name is "__type" or "code") code ??= member.Value.GetString();
                else if (member.Name is "message" or "Message") message = member.Value.GetString() ?? string.Empty;
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw JsonErrors.Malformed("The error is not a JSON document.");
        }

        return new ServiceException(Plain(code ?? string.Empty), message, response.Status);
    }

    /// <summary>A type without the namespace before and the address behind it.</summary>
    public static string Plain(string type) => type[(type.IndexOf('#') + 1)..].Split(':')[0];
}
