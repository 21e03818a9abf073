using System.Text.Json;

namespace Orrery.Wire.Protocols.Json;

/// <summary>Takes texts out of JSON.</summary>
internal static class JsonText
{
    /// <summary>The text of a string or property name; bytes or escapes that are no Unicode are refused.</summary>
    public static string Get(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw JsonErrors.Malformed("A text is not valid UTF-8.");
        }
    }
}
