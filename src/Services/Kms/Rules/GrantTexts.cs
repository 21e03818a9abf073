using System.Text;
using System.Text.Json;
using Orrery.Services.Kms.Records;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Rules;

/// <summary>Grants written as policies.</summary>
internal static class GrantTexts
{
    /// <summary>A policy that allows what a grant does, in its encryption context.</summary>
    public static string Of(GrantRecord grant)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("Version", "2012-10-17");
            writer.WriteStartObject("Statement");
            writer.WriteString("Effect", "Allow");
            writer.WriteStartObject("Principal");
            writer.WriteString("AWS", grant.Grantee);
            writer.WriteEndObject();
            writer.WriteStartArray("Action");
            foreach (var operation in grant.Operations) writer.WriteStringValue($"kms:{operation.ToWire()}");
            writer.WriteEndArray();
            writer.WriteString("Resource", "*");
            WriteContext(writer, grant.Exact ?? grant.Subset);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WriteContext(Utf8JsonWriter writer, IReadOnlyDictionary<string, string>? context)
    {
        if (context is not { Count: > 0 }) return;
        writer.WriteStartObject("Condition");
        writer.WriteStartObject("StringEquals");
        foreach (var (name, value) in context) writer.WriteString($"kms:EncryptionContext:{name}", value);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
